/** 回访: every asker of a resolved appeal under their own number; once more when nobody answers; then it closes. */
import type { Doing } from '../../../conversation/feature.ts'
import { addWorkingTime, type Calendar } from '../../../kernel/working-days.ts'
import type { Appeal } from '../appeal.ts'
import type { FollowUpInvitation } from '../asker/follow-up.dialogue.ts'
import type { FilingParts } from '../intake/file-appeal.ts'
import { askAsker, writeToAsker } from '../life/appeal-letters.ts'
import { moveAppeal } from '../life/move-appeal.ts'
import { doneForFollowers } from '../twice/as-follower.ts'
import type { TwiceStore } from '../twice/twice.store.ts'
import { closingTexts as texts } from './closing.texts.ts'

export interface ClosingParts extends FilingParts {
  readonly twice: TwiceStore
}

/** Working days after which whoever did not answer is asked once more, and after which it closes by itself. */
export const ASK_AGAIN_DAYS = 3
export const CLOSE_DAYS = 7

const WEEK_MS = 7 * 86_400_000

/** Where a year's calendar is missing nobody is promised anything: a week later it is looked at again. */
const inDays = (days: number, from: Date, calendar: Calendar): Date | undefined => {
  const at = addWorkingTime(from, { days }, calendar)
  return at instanceof Date ? at : undefined
}

export const whenToAskAgain = (resolvedAt: Date, calendar: Calendar): Date =>
  inDays(ASK_AGAIN_DAYS, resolvedAt, calendar) ?? new Date(resolvedAt.getTime() + WEEK_MS)

/** `closesAt` where this is the second time: it is said beforehand by when it closes. */
export async function askEveryAsker(
  appeal: Appeal,
  unit: string | null,
  closesAt: Date | null,
  { store, twice }: ClosingParts,
  doing: Doing,
): Promise<void> {
  const followers = appeal.followers > 0 ? await twice.listFollowers(appeal.number, doing.work) : []
  for (const follower of followers)
    if (closesAt === null && (follower.outcome !== null || follower.satisfaction !== null))
      await store.save({ ...follower, outcome: null, satisfaction: null }, doing.work)
  for (const asked of [appeal, ...followers]) {
    if (closesAt !== null && asked.outcome !== null) continue
    const data: FollowUpInvitation = {
      number: asked.number,
      summary: asked.summary,
      unit,
      // What the unit wrote may name the company that it was about.
      done:
        asked === appeal
          ? (appeal.resolution ?? '')
          : await doneForFollowers(appeal.resolution ?? '', appeal, store, doing),
      closeKind: appeal.closeKind === null ? 'fixed' : appeal.closeKind,
      ...(closesAt === null ? {} : { closesAt: closesAt.toISOString() }),
    }
    const occasion = closesAt === null ? 'follow-up' : 'follow-up-again'
    await askAsker(asked, { dialogue: 'appeals.follow-up', data, occasion }, store, doing)
  }
}

/** A resolved appeal whose asker said nothing: asked once more, and closed when that was in vain too. */
export async function wakeResolved(resolved: Appeal, parts: ClosingParts, doing: Doing): Promise<void> {
  const { number, resolvedAt, status } = resolved
  const { at } = doing.work
  const closesAt = inDays(CLOSE_DAYS, resolvedAt ?? at, parts.calendar)
  if (closesAt === undefined) {
    await parts.store.save({ ...resolved, wakeAt: new Date(at.getTime() + WEEK_MS) }, doing.work)
    return
  }
  if (closesAt <= at) return closeUnanswered(number, parts, doing)
  await parts.store.save({ ...resolved, wakeAt: closesAt }, doing.work)
  parts.store.note(
    {
      number,
      at,
      act: 'nudge',
      from: status,
      to: status,
      role: 'house',
      by: null,
      note: texts.noteAskedAgain(),
    },
    doing.work,
  )
  const unit =
    resolved.unit === null ? null : ((await doing.directory()).units.get(resolved.unit)?.name ?? '承办单位')
  await askEveryAsker(resolved, unit, closesAt, parts, doing)
}

/** `outcome` stays null: nobody said what became of it. */
async function closeUnanswered(number: string, { store }: ClosingParts, doing: Doing): Promise<void> {
  const change = () => ({ closedAt: doing.work.at, wakeAt: null })
  const note = texts.noteUnanswered()
  const result = await moveAppeal({ number, act: 'close', role: 'house', note, change }, store, doing)
  if (result.kind !== 'moved') return
  const text = texts.askerClosedUnanswered(number)
  await writeToAsker(result.appeal, 'closed-unanswered', text, store, doing)
}
