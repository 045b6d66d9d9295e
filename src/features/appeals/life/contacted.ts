import type { Appeal } from '../appeal.ts'
import { owedNext } from '../deadlines.ts'

/** Somebody spoke to the asker, noted once: what is owed next is the resolution. */
export function contacted(appeal: Appeal, at: Date): Pick<Appeal, 'contactedAt' | 'dueAt'> {
  const spoken = { ...appeal, contactedAt: appeal.contactedAt ?? at }
  // Older appeals have no other deadline than the one they were given.
  return { contactedAt: spoken.contactedAt, dueAt: owedNext(spoken) ?? appeal.dueAt }
}
