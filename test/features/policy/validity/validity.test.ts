import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '../../../../src/features/policy/library/policy-document.ts'
import type { DocumentLink } from '../../../../src/features/policy/validity/document-link.ts'
import { isEarlierEdition, periodOf, validityOn } from '../../../../src/features/policy/validity/validity.ts'

const old: DocumentFacts = {
  doc: 'old.md',
  title: '会费办法',
  issuedOn: '2020-07-05',
  effectiveOn: '2020-09-01',
}
const now: DocumentFacts = {
  doc: 'new.md',
  title: '会费办法（2025年修订）',
  issuedOn: '2025-03-17',
  effectiveOn: '2025-06-01',
}

describe('an edition', () => {
  it.each([
    ['2020-08-31', 'notYet', 'notYet'],
    ['2020-09-01', 'current', 'notYet'],
    ['2025-05-31', 'current', 'notYet'],
    ['2025-06-01', 'replaced', 'current'],
  ] as const)('as of %s the old one is %s and the new one %s', (day, first, second) => {
    expect(validityOn(day, old, [old, now])).toBe(first)
    expect(validityOn(day, now, [old, now])).toBe(second)
  })

  it('says from when until when it held', () => {
    expect(periodOf(old, { others: [old, now] })).toEqual({ from: '2020-09-01', until: '2025-05-31' })
    expect(periodOf(now, { others: [old, now] })).toEqual({ from: '2025-06-01' })
  })

  it('of an amended statute that repeats its first day has no known beginning, nor its forerunner an end', () => {
    const amended = { ...now, effectiveOn: '2020-09-01' }
    expect(periodOf(amended, { others: [old] })).toEqual({})
    expect(periodOf(old, { others: [amended] })).toEqual({ from: '2020-09-01' })
  })

  it('of another county replaces nothing', () => {
    const here = { ...old, issuer: '云岭县人民政府' }
    expect(validityOn('2026-01-01', here, [{ ...now, issuer: '青禾县人民政府' }])).toBe('current')
    expect(validityOn('2026-01-01', here, [{ ...now, issuer: '云岭县工商业联合会' }])).toBe('replaced')
  })

  it('under one name is another only where it begins later', () => {
    expect(isEarlierEdition(old, { ...now, doc: old.doc })).toBe(true)
    expect(isEarlierEdition(old, { ...old, title: '会费管理办法' })).toBe(false)
    expect(validityOn('2025-12-31', old, [{ ...now, doc: old.doc, title: '会费管理办法' }])).toBe('replaced')
  })
})

it('of all editions of a title at most one holds on a day', () => {
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const edition = fc.record({
    doc: fc.uuid(),
    issuedOn: day,
    effectiveOn: fc.option(day, { nil: undefined }),
  })
  const editions = fc.uniqueArray(edition, { selector: ({ issuedOn }) => issuedOn, maxLength: 5 })
  fc.assert(
    fc.property(editions, day, (some, asOf) => {
      const documents = some.map(({ effectiveOn, ...facts }) => ({
        ...facts,
        title: '会费办法',
        ...(effectiveOn === undefined ? {} : { effectiveOn }),
      }))
      return documents.filter((one) => validityOn(asOf, one, documents) === 'current').length <= 1
    }),
  )
})

describe('a confirmed link', () => {
  const link = (part: Partial<DocumentLink>): DocumentLink => ({
    relation: 'repeals',
    doc: 'other.md',
    title: '会费办法',
    from: '2024-01-01',
    ...part,
  })

  it.each([
    ['repeals', 'repealed'],
    ['replaces', 'replaced'],
    ['amends', 'current'],
  ] as const)('that %s makes it %s from its day on', (relation, validity) => {
    expect(validityOn('2023-12-31', old, [], [link({ relation })])).toBe('current')
    expect(validityOn('2024-01-01', old, [], [link({ relation })])).toBe(validity)
  })

  it('means the document of its name, else of its number, else of its title', () => {
    const numbered = { ...old, documentNumber: '云政办〔2020〕5号' }
    const on = (part: Partial<DocumentLink>) => validityOn('2025-01-01', numbered, [], [link(part)])
    expect(on({ other: 'old.md', title: '别的名字' })).toBe('repealed')
    expect(on({ other: 'elsewhere.md' })).toBe('current')
    expect(on({ title: '云政办(2020)第5号', number: '云政办(2020)第5号' })).toBe('repealed')
    expect(on({ number: '云政办〔2021〕5号' })).toBe('current')
  })

  it('leaves a later edition of what it ended alone', () => {
    expect(validityOn('2026-01-01', now, [], [link({ title: now.title })])).toBe('current')
  })

  it('ends what it says held until the day before', () => {
    expect(periodOf(old, { others: [], links: [link({})] })).toEqual({
      from: '2020-09-01',
      until: '2023-12-31',
    })
  })
})
