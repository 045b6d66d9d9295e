/** What came of one line beside what should have come of it. */
import type { Outcome } from '../../src/features/notices/receipts/attribute.ts'

export interface Case {
  /** A code, or `=` and the name that the group shows. */
  readonly by: string
  readonly words: string
  /** ack, leave, seen of whoever says it; `code:ack` of others, several with spaces between; staff; none. */
  readonly expected: string
}

export type Verdict = 'right' | 'rightly left' | 'wrong' | 'missed' | 'left'

const KINDS: Readonly<Record<string, string>> = { acknowledged: 'ack', onLeave: 'leave', seen: 'seen' }

export function judge({ by, expected }: Case, { receipts, doubt }: Outcome): Verdict {
  const sure = receipts.filter(({ kind }) => kind !== 'unclear')
  const got = new Set(sure.map(({ person, kind }) => `${person}:${KINDS[kind]}`))
  const wanted = new Set(
    expected === 'staff' || expected === 'none'
      ? []
      : expected.split(' ').map((one) => (one.includes(':') ? one : `${by}:${one}`)),
  )
  if ([...got].some((one) => !wanted.has(one))) return 'wrong'
  if (expected === 'staff') return doubt === undefined ? 'missed' : 'rightly left'
  if (doubt !== undefined) return 'left'
  return got.size < wanted.size ? 'missed' : 'right'
}
