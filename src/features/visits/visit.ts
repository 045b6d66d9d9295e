/** 走访、会议、慰问、拍砖: one time that a leader, or who stood in for them, was there. */
import type { Category } from '../../kernel/appeal-terms.ts'
import { type Directory, deputiesOn, type Responsibility } from '../../kernel/directory.ts'
import { answeringOn } from './answering.ts'

export const VISIT_KINDS = ['visit', 'meeting', 'condolence', 'critique'] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

export interface Visit {
  /** visit:12 */
  readonly id: string
  readonly version: number
  readonly number: number
  readonly kind: VisitKind
  /** Whose duty it counts for. */
  readonly leader: string
  /** Who went in their place. */
  readonly deputy: string | null
  /** YYYY-MM-DD */
  readonly day: string
  /** Codes of the roster. */
  readonly companies: readonly string[]
  /** Chambers as a whole: a meeting with one. */
  readonly chambers: readonly string[]
  /** Of a critique visit who went along: codes of the roster, or names where it does not know them. */
  readonly team: readonly string[]
  readonly place: string | null
  /** What was said, to the letter. */
  readonly words: string
  /** Digest of leader, day, kind and places. */
  readonly sameness: string
  readonly state: 'recorded' | 'withdrawn'
  readonly by: string
  readonly at: Date
  readonly withdrawnBy: string | null
  readonly withdrawnAt: Date | null
  readonly reason: string | null
}

export const FINDING_STATES = ['draft', 'filed', 'linked', 'dropped'] as const
export type FindingState = (typeof FINDING_STATES)[number]

/** Who may see what a critique visit found, as the company agreed. */
export const CONSENTS = ['unit', 'chamber', 'nobody'] as const
export type Consent = (typeof CONSENTS)[number]

/** A problem found on a visit: a draft until the office files it, links it to an appeal or drops it. */
export interface Finding {
  /** visit:12:1 */
  readonly id: string
  readonly version: number
  /** visit:12 */
  readonly visit: string
  readonly n: number
  readonly company: string | null
  readonly words: string
  readonly category: Category | null
  /** The appeal it became or belongs to. */
  readonly appeal: string | null
  readonly state: FindingState
  readonly consent: Consent | null
  readonly consentAt: Date | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly note: string | null
}

export const visitId = (number: number): string => `visit:${number}`
export const findingId = (visit: string, n: number): string => `${visit}:${n}`

/** Who was there themselves. */
export const whoWent = ({ leader, deputy }: Pick<Visit, 'leader' | 'deputy'>): string => deputy ?? leader

/** A company or a chamber for which a visit counts, and whose duty it fulfils. */
export interface Counted {
  readonly leader: string
  readonly company: string | null
  readonly chamber: string | null
}

/**
 * What a visit counts for: of the places it names those that its leader answered for on its day, and those that
 * whoever went stood in for on that day. A company counts for its chamber's duty too, under whichever responsibility
 * held for the company. Places of others are recorded and count for nobody.
 */
export function countsFor(
  visit: Pick<Visit, 'leader' | 'deputy' | 'day' | 'companies' | 'chambers' | 'state'>,
  directory: Directory,
): readonly Counted[] {
  if (visit.state !== 'recorded') return []
  const answering = answeringOn(directory, visit.day)
  const credited = (one: Responsibility | undefined) =>
    one !== undefined && (one.leader === visit.leader || deputiesOn(one, visit.day).includes(whoWent(visit)))
      ? one.leader
      : undefined
  const companies = visit.companies.flatMap((company): readonly Counted[] => {
    const chamber = directory.companies.get(company)?.chamber
    const leader = credited(answering.company(company))
    return leader === undefined ? [] : [{ leader, company, chamber: chamber ?? null }]
  })
  const chambers = visit.chambers.flatMap((chamber): readonly Counted[] => {
    const leader = credited(answering.chambers.get(chamber))
    return leader === undefined ? [] : [{ leader, company: null, chamber }]
  })
  return [...companies, ...chambers]
}
