import {
  type Category,
  categories,
  categoryLabels,
  type Urgency,
  urgencies,
  urgencyLabels,
} from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { closeKindLabels } from '../closing/closing.texts.ts'
import type { Correction, ImportPlan, RowChange } from './import-plan.ts'
import type { LedgerStore } from './ledger.store.ts'
import { ledgerTexts as texts } from './ledger.texts.ts'
import type { ReturnedSheet } from './ledger-books.ts'
import { type LedgerEntry, resolveKinds } from './ledger-columns.ts'
import { planImport } from './plan-import.ts'
import { PROGRESS_NOTE } from './progress-note.ts'

const PAGE = 1_000

/** What this sheet would change as things stand now. */
export async function planSheet(
  sheet: Extract<ReturnedSheet, { ok: true }>,
  ledger: LedgerStore,
  directory: Directory,
  may: { readonly move: boolean },
  work: Work,
): Promise<ImportPlan> {
  const numbers = [...new Set(sheet.rows.map(({ number }) => number))].filter((number) => number !== '')
  const current = new Map<string, LedgerEntry>()
  for (let from = 0; from < numbers.length; from += PAGE)
    for (const [number, entry] of await ledger.find(numbers.slice(from, from + PAGE), work))
      current.set(number, entry)
  return planImport(sheet, current, directory, may)
}

/** Where the progress goes: to what was done, or to the history while it is not done yet. */
function corrected(appeal: Appeal, { key, to }: Correction): Partial<Appeal> {
  switch (key) {
    case 'category':
      return { category: among(categories, categoryLabels, to) ?? appeal.category }
    case 'urgency':
      return { urgency: among(urgencies, urgencyLabels, to) ?? appeal.urgency }
    case 'closeKind':
      return { closeKind: among(resolveKinds, closeKindLabels, to) ?? appeal.closeKind }
    case 'progress':
      return appeal.resolution === null ? {} : { resolution: to }
    default:
      return {}
  }
}

function among<T extends Category | Urgency | (typeof resolveKinds)[number]>(
  all: readonly T[],
  labels: Readonly<Record<string, string>>,
  label: string,
): T | undefined {
  return all.find((one) => labels[one] === label)
}

/**
 * The cells of one row, each an entry of the history, and the row a version further.
 * @param by roster code of whoever corrects.
 */
export async function correctAppeal(
  change: RowChange,
  by: string,
  store: AppealsStore,
  work: Work,
): Promise<boolean> {
  const appeal = await store.find(change.number, work)
  if (appeal === undefined) return false
  // A move writes its own history, with what was done and how.
  const own = change.corrections.filter(
    ({ key }) =>
      key !== 'status' && (change.act !== 'resolve' || (key !== 'progress' && key !== 'closeKind')),
  )
  if (own.length === 0) return true
  const fields = own.map((correction) => corrected(appeal, correction))
  await store.save(Object.assign({}, appeal, ...fields), work)
  for (const { key, heading, from, to } of own) {
    const note =
      key === 'progress' && appeal.resolution === null
        ? `${PROGRESS_NOTE}${to}`
        : texts.corrected(heading, from, to)
    const { number, status } = appeal
    store.note(
      { number, at: work.at, act: 'correct', from: status, to: status, role: 'staff', by, note },
      work,
    )
  }
  return true
}

/** What the audit keeps of it: which columns, never what stands there. */
export const auditOf = ({ corrections }: RowChange) => ({
  columns: corrections.map(({ key }) => key).join(','),
})
