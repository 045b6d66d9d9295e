import type { Doing } from '../../../conversation/feature.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { AppealsEffect, BegunPiece } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { FilingParts } from '../intake/file-appeal.ts'
import type { IntakeInvitation } from '../intake/intake.dialogue.ts'
import { apartFromSpeaker, identityOf, tellStaff, writeToUnit } from '../life/appeal-letters.ts'
import { explainRefusal } from '../life/dispatch-appeal.ts'
import { actorOf, moveAppeal } from '../life/move-appeal.ts'
import { lookUp } from '../look-up.ts'
import { asOutside } from '../sealing/outward.ts'
import { mainOf } from '../twice/main-of.ts'
import type { FollowUpInvitation } from './follow-up.dialogue.ts'
import { followUpTexts } from './follow-up.texts.ts'
import { keepAnswer } from './keep-answer.ts'
import { spoken } from './status.dialogue.ts'
import { statusTexts } from './status.texts.ts'
import { withdrawTexts } from './withdraw.texts.ts'

type Kind<K extends AppealsEffect['kind']> = Extract<AppealsEffect, { kind: K }>

function reply(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:reply`, { to: doing.by.home, text, origin: 'automatic' })
}

/** Only who brought it; to anybody else the number does not exist. */
async function isOwn(number: string, { store }: FilingParts, doing: Doing): Promise<boolean> {
  const own = await store.isOwn(number, identityOf(doing.by), doing.work)
  if (!own) reply(appealsTexts.notYours(number), doing)
  return own
}

/** 催办: counted, and passed on to whoever has it now. */
export async function remindAppeal(
  { number }: Kind<'appeals.remind'>,
  parts: FilingParts,
  doing: Doing,
): Promise<void> {
  const { store } = parts
  if (!(await isOwn(number, parts, doing))) return
  // Of a merged one whoever handles the main one is reminded; the asker reads their own number.
  const own = await store.find(number, doing.work)
  const before = await mainOf(number, store, doing.work)
  if (own === undefined || before === undefined || !isOpen(before.status)) return
  const appeal = { ...before, reminders: before.reminders + 1 }
  const { at } = doing.work
  const { status } = appeal
  await store.save(appeal, doing.work)
  const by = own.sealed ? null : actorOf(appeal, 'asker', doing)
  store.note(
    { number: appeal.number, at, act: 'remind', from: status, to: status, role: 'asker', by, note: null },
    doing.work,
  )
  reply(statusTexts.reminded({ ...appeal, number }, at, await doing.directory()), doing)
  const hands = own.sealed ? apartFromSpeaker(doing) : doing
  await tellStaff(appeal, 'reminded', statusTexts.remindedStaff(appeal, appeal.reminders), hands)
  await writeToUnit(appeal, 'reminded', statusTexts.remindedUnit(asOutside(appeal), at), hands)
}

export async function withdrawAppeal(
  { number }: Kind<'appeals.withdraw'>,
  parts: FilingParts,
  doing: Doing,
): Promise<void> {
  if (!(await isOwn(number, parts, doing))) return
  const before = await parts.store.find(number, doing.work)
  const change = () => ({
    closeKind: 'withdrawn' as const,
    closedAt: doing.work.at,
    wakeAt: null,
    meetingAskedAt: null,
  })
  const result = await moveAppeal(
    { number, act: 'withdraw', role: 'asker', note: null, change },
    parts.store,
    doing,
  )
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  reply(withdrawTexts.done(number), doing)
  await tellStaff(result.appeal, 'withdrawn', withdrawTexts.told(result.appeal), doing)
  // One that others were merged into goes on under another number, and one that was merged itself is not the unit's.
  if (before?.status !== 'merged' && result.appeal.followers === 0 && before?.followers === 0)
    await writeToUnit(result.appeal, 'withdrawn', withdrawTexts.told(result.appeal), doing)
}

/** 回访的答复: kept under their own number; it closes the matter, or brings it back. */
export async function rateAppeal(
  { number, answer }: Kind<'appeals.rate'>,
  parts: FilingParts,
  doing: Doing,
): Promise<void> {
  if (!(await isOwn(number, parts, doing))) return
  const own = await parts.store.find(number, doing.work)
  if (own !== undefined) await keepAnswer(own, answer, parts, doing)
}

/** 0307 解决了, said while another one was being asked about: that one is asked about next. */
export async function answerOther(
  { number, outcome }: Kind<'appeals.answer-other'>,
  { store }: FilingParts,
  doing: Doing,
): Promise<void> {
  const found = await lookUp(number, store, doing)
  if (found.kind !== 'found' || found.as !== 'asker')
    return reply(appealsTexts.notYours(spoken(number)), doing)
  const { appeal } = found
  if (appeal.status !== 'resolved' && appeal.status !== 'closed')
    return reply(followUpTexts.notResolved(appeal), doing)
  const data: FollowUpInvitation = {
    number: appeal.number,
    summary: appeal.summary,
    unit: null,
    done: appeal.resolution ?? '',
    closeKind: appeal.closeKind ?? 'fixed',
    outcome,
  }
  doing.continueWith('appeals.follow-up', data, `appeal:${doing.turnKey}:other`)
}

/** Words of their own said in the middle of something else, or handed over by another feature: an intake begins. */
export function beginIntake(pieces: readonly BegunPiece[], place: string, doing: Doing): void {
  const data = {
    pieces: pieces.map(({ files, ...piece }) => ({
      place,
      ...piece,
      ...(files?.length ? { files: [...files] } : {}),
    })),
    group: doing.group ?? null,
  } satisfies IntakeInvitation
  doing.continueWith('appeals.intake', data, `appeal:${doing.turnKey}:begin`)
}

/** The words of a request, as the first of its messages said them. */
export function piecesOf(text: string, sources: readonly string[], doing: Doing): readonly BegunPiece[] {
  const [first = `house:${doing.turnKey}`, ...others] = sources
  return [{ message: first, text }, ...others.map((message) => ({ message, text: '' }))]
}
