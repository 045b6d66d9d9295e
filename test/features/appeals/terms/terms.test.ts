import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DEFAULT_TERMS, readTerms, type Terms, usualDays } from '../../../../src/kernel/terms.ts'
import { readTermsFile } from '../../../../src/read-terms-file.ts'

const directory = mkdtempSync(join(tmpdir(), 'niangjia-terms-'))
afterAll(() => rmSync(directory, { recursive: true }))

function file(content: unknown): string {
  const path = join(directory, `${Math.random()}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('the settings for time limits', () => {
  it('are the product’s own where no file is named', () => {
    expect(readTermsFile(undefined)).toBe(DEFAULT_TERMS)
    expect(DEFAULT_TERMS.officeHours).toEqual([
      { from: 510, to: 720 },
      { from: 840, to: 1050 },
    ])
    expect([
      usualDays(DEFAULT_TERMS, 'tax', 'critical'),
      usualDays(DEFAULT_TERMS, 'tax', 'urgent'),
      usualDays(DEFAULT_TERMS, 'tax', 'normal'),
    ]).toEqual([1, 3, 7])
    expect(DEFAULT_TERMS.longestWorkingDays).toBe(30)
  })

  it('change only in what an own file names', () => {
    const terms = readTermsFile(
      file({
        officeHours: [{ from: '9:00', to: '17:00' }],
        limits: { normal: { resolve: { workingDays: 10 } } },
        ladder: { normal: [{ to: 'staff', after: { workingDays: 2 } }] },
      }),
    )
    expect(terms.officeHours).toEqual([{ from: 540, to: 1020 }])
    expect(terms.limits.normal).toEqual({ contact: { workingDays: 1 }, resolve: { workingDays: 10 } })
    expect(terms.limits.urgent).toEqual(DEFAULT_TERMS.limits.urgent)
    expect(terms.ladder.normal).toHaveLength(1)
    expect(terms.ladder.critical).toEqual(DEFAULT_TERMS.ladder.critical)
    expect(terms.quietHours).toEqual(DEFAULT_TERMS.quietHours)
  })

  it.each([
    ['an unknown name', { limit: {} }, 'limit'],
    [
      'two units in one length',
      { limits: { urgent: { contact: { workingDays: 1, clockHours: 2 } } } },
      'limits.urgent.contact: name one of workingDays',
    ],
    [
      'a time that is none',
      { quietHours: { from: '25:00', to: '8:00', freeDays: true } },
      'quietHours.from: a time of day',
    ],
    [
      'a morning after the afternoon',
      {
        officeHours: [
          { from: '14:00', to: '17:30' },
          { from: '8:30', to: '12:00' },
        ],
      },
      'officeHours: periods of the day in order',
    ],
    ['a category nobody knows', { byCategory: { weather: {} } }, 'byCategory'],
    [
      'a step before and after at once',
      { ladder: { normal: [{ to: 'head', before: { workingDays: 1 }, after: { workingDays: 1 } }] } },
      'ladder.normal.0: name before or after',
    ],
    [
      'the same step twice',
      {
        ladder: {
          normal: [
            { to: 'head', after: { workingDays: 1 } },
            { to: 'head', after: { workingDays: 2 } },
          ],
        },
      },
      'ladder.normal: each of',
    ],
    ['no days at all', { longestWorkingDays: 0 }, 'longestWorkingDays'],
  ])('are refused with %s, naming the file, the place and what belongs there', (_, own, where) => {
    const path = file(own)
    expect(() => readTermsFile(path)).toThrow(
      expect.objectContaining({ code: 'configuration', message: expect.stringContaining(where) }),
    )
    expect(() => readTermsFile(path)).toThrow(path)
  })

  it('are refused where the file is not there or not JSON', () => {
    expect(() => readTermsFile(join(directory, 'nowhere.json'))).toThrow('cannot be read')
    expect(() => readTermsFile(file('{limits:'))).toThrow('not valid JSON')
  })

  it('may give a category its own limit for one urgency', () => {
    const terms = readTerms({
      byCategory: { utilities: { urgent: { resolve: { workingDays: 2 } } } },
    }) as Terms
    expect(usualDays(terms, 'utilities', 'urgent')).toBe(2)
    expect(usualDays(terms, 'utilities', 'normal')).toBe(7)
    expect(usualDays(terms, 'tax', 'urgent')).toBe(3)
  })
})
