import type { People } from '../../../conversation/people.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import type { Work } from '../../../kernel/work.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { asOutside } from '../sealing/outward.ts'
import { isOver, type UnitLink } from './unit-links.store.ts'
import { unitSheetTexts as texts } from './unit-sheet.texts.ts'

/** What a unit's page shows above the talk, or why it is over. */
export type UnitSheet =
  | { readonly kind: 'open'; readonly text: string; readonly files: readonly FileRef[] }
  | { readonly kind: 'over'; readonly why: string }

/** The matter as this unit may see it, as it stands now; nothing of it once it is no longer with them. */
export async function unitSheet(
  link: UnitLink,
  { store, people }: { readonly store: Pick<AppealsStore, 'find'>; readonly people: People },
  work: Work,
): Promise<UnitSheet> {
  const over = (why: string): UnitSheet => ({ kind: 'over', why })
  const appeal = await store.find(link.number, work)
  if (appeal === undefined) return over(texts.over())
  const isLead = appeal.unit === link.unit
  if (!isLead && !appeal.supporting.includes(link.unit))
    return over(appeal.status === 'sentBack' ? texts.sentBack(link.number) : texts.elsewhere(link.number))
  if (appeal.status === 'withdrawn') return over(texts.withdrawn(link.number))
  if (appeal.status === 'closed') return over(texts.closed(link.number))
  if (isOver(link, work.at)) return over(texts.over())
  const directory = await people.directory(work)
  const outside = asOutside(appeal)
  return {
    kind: 'open',
    text: texts.sheet(outside, { isLead, now: work.at, directory }),
    files: outside.files.map(({ sha256, name, kind }) => ({ sha256, name, kind })),
  }
}
