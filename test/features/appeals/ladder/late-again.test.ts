import { describe, expect, it } from 'vitest'
import { isLateAgain } from '../../../../src/features/appeals/ladder/late-again.ts'

const at = (day: number) => new Date(`2026-03-${String(day).padStart(2, '0')}T17:30:00+08:00`)
const appeal = (dueAt: Date | null, contactDueAt: Date | null = null, contactedAt: Date | null = null) => ({
  ...{ dueAt, contactDueAt, contactedAt },
})
const told = (stage: string, deadline: Date) => [{ stage, deadline }]

describe('late a second time', () => {
  it('is so where somebody was told that an earlier deadline passed', () => {
    expect(isLateAgain(appeal(at(10)), told('head-after', at(5)), at(10))).toBe(true)
  })

  it('is not so by this deadline itself, a reminder beforehand, or before it passed', () => {
    expect(isLateAgain(appeal(at(10)), told('head-after', at(10)), at(11))).toBe(false)
    expect(isLateAgain(appeal(at(10)), told('head-before', at(5)), at(11))).toBe(false)
    expect(isLateAgain(appeal(at(10)), told('head-after', at(5)), at(9))).toBe(false)
    expect(isLateAgain(appeal(null), told('head-after', at(5)), at(9))).toBe(false)
  })

  it('is not so where only the word with the asker had come late', () => {
    expect(isLateAgain(appeal(at(10), at(5), at(6)), told('head-after', at(5)), at(10))).toBe(false)
    expect(isLateAgain(appeal(at(10), at(5), null), told('head-after', at(5)), at(10))).toBe(false)
    // Spoken to in time: what passed then was the resolution.
    expect(isLateAgain(appeal(at(10), at(5), at(4)), told('head-after', at(5)), at(10))).toBe(true)
  })
})
