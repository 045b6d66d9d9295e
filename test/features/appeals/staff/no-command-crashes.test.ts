import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readExtensionWords } from '../../../../src/features/appeals/extensions/extensions.desk.ts'
import { readLink } from '../../../../src/features/appeals/links/read-link.ts'
import { readDispatchOrder } from '../../../../src/features/appeals/staff/dispatch.desk.ts'
import { dispatchDialogue } from '../../../../src/features/appeals/staff/dispatch.dialogue.ts'
import {
  findUnits,
  nearestUnits,
  partUnits,
  readUnit,
} from '../../../../src/features/appeals/staff/find-unit.ts'
import { readDispatch, readWish } from '../../../../src/features/appeals/staff/read-dispatch.ts'
import { readUnitWords } from '../../../../src/features/appeals/unit/recognise-unit.ts'
import { APPEAL, DIRECTORY, handler, NOW, said, staff } from '../county.ts'

/** What orders are made of, and what gets into them. */
const WORDS = [
  '派单',
  '改派',
  '退回',
  '签收',
  '进展',
  '申请延期',
  '同意延期',
  '不同意延期',
  '链接',
  '协办',
  '配合',
  '牵头',
  '给',
  '转给',
  '0012',
  '2026-0012',
  '0',
  '99999999',
  '金融办',
  '县财政局（金融办）',
  '人社局',
  '要素专班',
  '3天',
  '两周',
  '三个工作日',
  '，',
  '、',
  '：',
  ' ',
  '\n',
  '（',
  '[',
  '(',
  '*',
  '\\',
  '+',
  '?',
  '和',
  '不要',
  '理由',
  '@娘家 ',
  '😀',
  '\u0000',
  'ｘ',
]
const orders = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(''))

test('whatever is typed, every reader of orders gives an answer or none', () => {
  fc.assert(
    fc.property(orders, fc.boolean(), (text, answers) => {
      const answered = answers ? '新诉求 2026-0012（融资，紧急）' : undefined
      for (const by of [staff, handler]) {
        const listening = { by, ...(answered === undefined ? {} : { answered }) }
        readDispatchOrder(text, listening)
        readExtensionWords(text, listening)
        readUnitWords(text, listening)
      }
      readLink(text, { serial: 12 })
      findUnits(text, DIRECTORY)
      partUnits(text, DIRECTORY)
      nearestUnits(text, DIRECTORY)
      const { units, rest } = readUnit(text, DIRECTORY)
      if (units.length === 0) expect(rest).toBe(text)
    }),
    { numRuns: 400 },
  )
})

test('whatever is typed into a dispatch, it goes on, and sends nothing without a yes', () => {
  fc.assert(
    fc.property(orders, orders, (first, second) => {
      const lookup = { kind: 'found', as: 'staff', appeal: APPEAL, history: [] } as const
      const plan = { dueAt: NOW, units: [], sentBack: null, before: null, first: null, hasPages: false }
      const known = { directory: DIRECTORY, lookup, plan }
      const asked = readDispatch(`派单 0012 ${first}`) ?? { number: { serial: 12 }, ...readWish(first) }
      const turn = { by: staff, kind: 'say', said: said(first) } as const
      const begun = dispatchDialogue.start(turn, known, { data: asked, onTop: false, frame: 'f' })
      const next = dispatchDialogue.next(begun.state, { by: staff, kind: 'say', said: said(second) }, known)
      expect([...begun.effects, ...next.effects]).toEqual([])
      expect(dispatchDialogue.schema.safeParse(JSON.parse(JSON.stringify(next.state))).success).toBe(true)
    }),
    { numRuns: 300 },
  )
})
