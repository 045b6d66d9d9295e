/** 台账 for other programs: one JSON line an appeal (docs/contracts.md). The sheet that staff get has its columns in ledger-columns.ts. */
import type { AppealState, Category, Urgency } from '../../../kernel/appeal-terms.ts'
import { isoShanghai } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Appeal, Named } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'

export interface LedgerLine {
  readonly number: string
  readonly status: AppealState
  readonly category: Category
  readonly urgency: Urgency
  readonly company: Named | null
  readonly chamber: Named | null
  /** Null when sealed: the ledger goes to people who must not know. */
  readonly asker: Named | null
  readonly summary: string
  readonly text: string
  /** ISO 8601 with +08:00. */
  readonly filedAt: string
  readonly dueAt: string | null
  readonly resolvedAt: string | null
  readonly handlingUnit: Named | null
  readonly responsibleLeader: Named | null
  readonly followers: number
  readonly sources: readonly string[]
  readonly satisfaction: 'satisfied' | 'unsatisfied' | null
  readonly sealed: boolean
}

const PAGE = 500

/** Every appeal, oldest first. A code that left the roster stands for its own name. */
export async function* ledgerLines(
  store: AppealsStore,
  directory: Directory,
  work: Work,
): AsyncGenerator<LedgerLine> {
  for (let offset = 0; ; offset += PAGE) {
    const { appeals, total } = await store.list({}, offset, PAGE, work)
    for (const appeal of appeals) yield ledgerLine(appeal, directory)
    if (offset + PAGE >= total) return
  }
}

/** Of a sealed appeal also the chamber and its leader stay out: in a small chamber they would name the company. */
export function ledgerLine(appeal: Appeal, directory: Directory): LedgerLine {
  const time = (at: Date | null) => (at === null ? null : isoShanghai(at))
  return {
    number: appeal.number,
    status: appeal.status,
    category: appeal.category,
    urgency: appeal.urgency,
    company: appeal.company,
    chamber: appeal.sealed ? null : named(appeal.chamber, directory.chambers),
    asker: appeal.asker,
    summary: appeal.summary,
    text: appeal.text,
    filedAt: isoShanghai(appeal.filedAt),
    dueAt: time(appeal.dueAt),
    resolvedAt: time(appeal.resolvedAt),
    handlingUnit: named(appeal.unit, directory.units),
    responsibleLeader: appeal.sealed ? null : named(appeal.leader, directory.people),
    followers: appeal.followers,
    sources: appeal.sources,
    satisfaction: appeal.satisfaction,
    sealed: appeal.sealed,
  }
}

function named(code: string | null, among: ReadonlyMap<string, { readonly name: string }>): Named | null {
  return code === null ? null : { code, name: among.get(code)?.name ?? code }
}
