import { expect, test } from 'vitest'
import { asOutside, needsCoarsening } from '../../../../src/features/appeals/sealing/outward.ts'
import { APPEAL } from '../county.ts'

const FILE = { sha256: 'a1', name: '合同.jpg', kind: 'image' } as const
const SEALED = {
  ...APPEAL,
  sealed: true,
  company: null,
  asker: null,
  place: '后河镇',
  wish: '请催一下天禾的款',
  text: '给镇政府修路，2021年完工，还欠186.4万',
  summary: '镇政府欠186.4万',
  files: [FILE, { ...FILE, sha256: 'b2', outward: true as const }],
}

test('of a sealed appeal nobody outside reads a word before staff let it out', () => {
  expect(needsCoarsening(SEALED)).toBe(true)
  const shown = asOutside(SEALED)
  expect(JSON.stringify({ ...shown, sources: [] })).not.toMatch(/186\.4|2021|后河|天禾/)
  expect(shown).toMatchObject({ company: null, chamber: null, leader: null, place: null, wish: null })
})

test('then they read exactly what staff let out, a summary made of it, and the files let out one by one', () => {
  const shown = asOutside({ ...SEALED, outward: '某镇拖欠工程款一百多万元' })
  expect(shown.text).toBe('某镇拖欠工程款一百多万元')
  expect(shown.summary).toContain('一百多万元')
  expect(shown.files.map(({ sha256 }) => sha256)).toEqual(['b2'])
})

test('an open appeal is shown as it is', () => {
  expect(asOutside(APPEAL)).toBe(APPEAL)
  expect(needsCoarsening(APPEAL)).toBe(false)
})
