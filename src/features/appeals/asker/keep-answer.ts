/** 回访的答复: kept in the asker's own words under their own number; closes it, or brings it back. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Appeal } from '../appeal.ts'
import type { FollowUpAnswer } from '../appeals.effects.ts'
import { reopened } from '../closing/reopen-appeal.ts'
import type { FilingParts } from '../intake/file-appeal.ts'
import { apartFromSpeaker, tellStaff, writeToUnit } from '../life/appeal-letters.ts'
import { explainRefusal } from '../life/dispatch-appeal.ts'
import { actorOf, auditFor, moveAppeal, nextAfter } from '../life/move-appeal.ts'
import { movesTexts } from '../life/moves.texts.ts'
import { reply } from '../life/replying.ts'
import { asOutside, withoutAsker } from '../sealing/outward.ts'
import { mainOf } from '../twice/main-of.ts'
import { followUpTexts as texts } from './follow-up.texts.ts'

/** Whose it is was asked before. `again` of a merged one brings back the main one, for everybody. */
export async function keepAnswer(
  own: Appeal,
  said: FollowUpAnswer,
  parts: FilingParts,
  doing: Doing,
): Promise<void> {
  const { store } = parts
  // What goes on to the unit and stays in the history names nobody who did not want to be named.
  const note = said.note === null ? null : await withoutAsker(own, said.note, store, doing)
  const answer = { ...said, note }
  const isMerged = own.status === 'merged'
  const main = isMerged ? await mainOf(own.number, store, doing.work) : own
  const canAnswer = main !== undefined && (main.status === 'resolved' || main.status === 'closed')
  if (main === undefined || !canAnswer)
    return explainRefusal({ kind: 'refused', appeal: own, why: 'not-from-here' }, own.number, doing)
  if (answer.again) return reopenFor(own, main, answer, parts, doing)
  if (isMerged || own.status === 'closed') {
    await record(own, answer, parts, doing)
    await tellStaff(own, 'rated', texts.staffRated(own, answer), doing)
    return reply(texts.noted(own.number), doing)
  }
  return close(own, answer, parts, doing)
}

/** What became of it, beside the appeal and in its history; the state stays. */
async function record(own: Appeal, answer: FollowUpAnswer, { store }: FilingParts, doing: Doing) {
  const { outcome, satisfaction, note } = answer
  await store.save({ ...own, outcome, satisfaction }, doing.work)
  rated(own, texts.rateNote(answer, note), store, doing)
  auditFor(own, 'appeals.rate', 'asker', { outcome, satisfaction }, doing)
}

function rated(own: Appeal, note: string, store: FilingParts['store'], doing: Doing): void {
  const { number, status } = own
  const by = actorOf(own, 'asker', doing)
  store.note(
    { number, at: doing.work.at, act: 'rate', from: status, to: status, role: 'asker', by, note },
    doing.work,
  )
}

async function close(own: Appeal, answer: FollowUpAnswer, parts: FilingParts, doing: Doing) {
  const { number } = own
  await record(own, answer, parts, doing)
  const change = () => ({ closedAt: doing.work.at, wakeAt: null })
  const result = await moveAppeal(
    { number, act: 'close', role: 'asker', note: null, change },
    parts.store,
    doing,
  )
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  reply(texts.closed(number), doing)
  await tellStaff(result.appeal, 'closed', texts.staffClosed(result.appeal, answer), doing)
}

async function reopenFor(
  own: Appeal,
  main: Appeal,
  answer: FollowUpAnswer,
  parts: FilingParts,
  doing: Doing,
) {
  const { store, calendar } = parts
  const { at } = doing.work
  const words = answer.note ?? texts.defaultNote()
  const isFollower = main.number !== own.number
  const next = nextAfter(main, 'reopen', 'asker', words, at)
  if (typeof next !== 'string' && next.refused === 'too-late')
    return reply(movesTexts.tooLate(own.number), doing)
  // The answer comes before what follows from it; it is kept on the asker's own row.
  await record(own, answer, parts, doing)
  const result = await moveAppeal(
    {
      number: main.number,
      act: 'reopen',
      role: 'asker',
      // The unit of the main one reads this: a sealed follower's words stay with their own number.
      note: isFollower ? texts.viaFollower(own.number, own.sealed ? texts.defaultNote() : words) : words,
      anonymously: own.sealed,
      change: (appeal) => reopened(appeal, at, calendar),
    },
    store,
    doing,
  )
  if (result.kind !== 'moved') return explainRefusal(result, own.number, doing)
  const { appeal } = result
  const due = appeal.dueAt === null ? null : dayAndHour(appeal.dueAt, at)
  const isHeld = own.sealed && answer.note !== null && appeal.unit !== null
  reply(texts.reopened(own.number, due, isHeld), doing)
  const hands = own.sealed ? apartFromSpeaker(doing) : doing
  await tellStaff(appeal, 'reopened', texts.staffReopened(appeal, answer, isHeld), hands)
  // Of a sealed one a unit reads only what staff have looked through.
  const toUnit = own.sealed ? { ...answer, note: null } : answer
  await writeToUnit(appeal, 'reopened', texts.unitReopened(asOutside(appeal), toUnit, due), hands)
}
