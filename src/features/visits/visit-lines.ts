import { isoShanghai } from '../../kernel/clock.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Work } from '../../kernel/work.ts'
import type { Finding, Visit } from './visit.ts'
import type { VisitsStore } from './visits.store.ts'
import { findingNumber, visitNumber } from './visits.texts.ts'

interface Named {
  readonly code: string
  readonly name: string
}

/** A problem within a line of `visits --json`. */
export interface FindingLine {
  readonly number: string
  readonly company: Named | null
  readonly words: string
  readonly category: string | null
  readonly state: Finding['state']
  readonly appeal: string | null
  readonly consent: Finding['consent']
  readonly note: string | null
}

/** A line of `visits --json`. */
export interface VisitLine {
  readonly number: string
  readonly kind: Visit['kind']
  readonly state: Visit['state']
  readonly day: string
  readonly leader: Named
  readonly deputy: Named | null
  readonly companies: readonly Named[]
  readonly chambers: readonly Named[]
  readonly team: readonly string[]
  readonly words: string
  readonly by: Named
  readonly at: string
  readonly withdrawnAt: string | null
  readonly findings: readonly FindingLine[]
}

const PAGE = 500

/** Every visit, withdrawn ones too, the latest day first. */
export async function* visitLines(
  store: VisitsStore,
  directory: Directory,
  work: Work,
): AsyncGenerator<VisitLine> {
  for (let offset = 0; ; offset += PAGE) {
    const { visits } = await store.list({ withdrawn: true }, offset, PAGE, work)
    for (const visit of visits) yield lineOf(visit, await store.listFindings(visit.id, work), directory)
    if (visits.length < PAGE) return
  }
}

function lineOf(visit: Visit, findings: readonly Finding[], directory: Directory): VisitLine {
  const person = (code: string): Named => ({ code, name: directory.people.get(code)?.name ?? code })
  const company = (code: string): Named => ({ code, name: directory.companies.get(code)?.name ?? code })
  const { number, kind, state, day, words, team, at, withdrawnAt } = visit
  return {
    number: visitNumber(number),
    kind,
    state,
    day,
    leader: person(visit.leader),
    deputy: visit.deputy === null ? null : person(visit.deputy),
    companies: visit.companies.map(company),
    chambers: visit.chambers.map((code) => ({ code, name: directory.chambers.get(code)?.name ?? code })),
    team,
    words,
    by: person(visit.by),
    at: isoShanghai(at),
    withdrawnAt: withdrawnAt === null ? null : isoShanghai(withdrawnAt),
    findings: findings.map((one) => ({
      number: findingNumber(one.visit, one.n),
      company: one.company === null ? null : company(one.company),
      words: one.words,
      category: one.category,
      state: one.state,
      appeal: one.appeal,
      consent: one.consent,
      note: one.note,
    })),
  }
}
