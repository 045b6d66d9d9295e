/** 再次超期: a new deadline passed as well. Pure. */
import type { Appeal } from '../appeal.ts'
import { isLate } from './ladder.ts'
import type { Nudge } from './nudges.store.ts'

type Deadlines = Pick<Appeal, 'dueAt' | 'contactDueAt' | 'contactedAt'>

/**
 * Whether this deadline passed after somebody had been told that an earlier one did. That nobody spoke to the asker in
 * time is another lateness: with it the resolution is not late a second time.
 * @param told who was told of this appeal, of whatever deadline.
 */
export function isLateAgain(
  appeal: Deadlines,
  told: readonly Pick<Nudge, 'stage' | 'deadline'>[],
  now: Date,
): boolean {
  const { dueAt } = appeal
  if (dueAt === null || dueAt > now || isOfContact(dueAt, appeal)) return false
  return told.some(
    ({ stage, deadline }) => isLate(stage) && deadline < dueAt && !isOfContact(deadline, appeal),
  )
}

/** Both may end at the same moment; it is the word with the asker that was late where that came late or not at all. */
const isOfContact = (deadline: Date, { contactDueAt, contactedAt }: Deadlines): boolean =>
  contactDueAt !== null &&
  deadline.getTime() === contactDueAt.getTime() &&
  (contactedAt === null || contactedAt > contactDueAt)
