import type { Doing } from '../../../conversation/feature.ts'
import type { Piece } from '../../../conversation/said.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { AppealsEffect, FollowUpAnswer } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { promisedAt } from '../deadlines.ts'
import type { FilingParts } from '../intake/file-appeal.ts'
import type { IntakeInvitation } from '../intake/intake.dialogue.ts'
import { identityOf, tellStaff, writeToUnit } from '../life/appeal-letters.ts'
import { explainRefusal } from '../life/dispatch-appeal.ts'
import { actorOf, moveAppeal } from '../life/move-appeal.ts'
import { followUpTexts } from './follow-up.texts.ts'
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
  const before = await store.find(number, doing.work)
  if (before === undefined || !isOpen(before.status)) return
  const appeal = { ...before, reminders: before.reminders + 1 }
  const { at } = doing.work
  const { status } = appeal
  await store.save(appeal, doing.work)
  const by = actorOf(appeal, 'asker', doing)
  store.note(
    { number, at, act: 'remind', from: status, to: status, role: 'asker', by, note: null },
    doing.work,
  )
  reply(statusTexts.reminded(appeal, at), doing)
  await tellStaff(appeal, 'reminded', statusTexts.remindedStaff(appeal, appeal.reminders), doing)
  await writeToUnit(appeal, 'reminded', statusTexts.remindedUnit(appeal, at), doing)
}

export async function withdrawAppeal(
  { number }: Kind<'appeals.withdraw'>,
  parts: FilingParts,
  doing: Doing,
): Promise<void> {
  if (!(await isOwn(number, parts, doing))) return
  const result = await moveAppeal({ number, act: 'withdraw', role: 'asker', note: null }, parts.store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  reply(withdrawTexts.done(number), doing)
  await tellStaff(result.appeal, 'withdrawn', withdrawTexts.told(result.appeal), doing)
  await writeToUnit(result.appeal, 'withdrawn', withdrawTexts.told(result.appeal), doing)
}

/** 回访的答复: closed, or back to whoever had it with a new term. */
export async function rateAppeal(
  { number, answer }: Kind<'appeals.rate'>,
  parts: FilingParts,
  doing: Doing,
): Promise<void> {
  if (!(await isOwn(number, parts, doing))) return
  return answer.again ? reopen(number, answer, parts, doing) : close(number, answer, parts, doing)
}

async function close(
  number: string,
  answer: FollowUpAnswer,
  { store }: FilingParts,
  doing: Doing,
): Promise<void> {
  const change = () => ({ satisfaction: answer.satisfaction })
  const note = noteOf(answer)
  const result = await moveAppeal({ number, act: 'close', role: 'asker', note, change }, store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  reply(followUpTexts.closed(number), doing)
  await tellStaff(result.appeal, 'closed', followUpTexts.staffClosed(result.appeal, answer), doing)
}

async function reopen(
  number: string,
  answer: FollowUpAnswer,
  { store, calendar }: FilingParts,
  doing: Doing,
): Promise<void> {
  const { at } = doing.work
  const asked = {
    number,
    act: 'reopen' as const,
    role: 'asker' as const,
    note: noteOf(answer),
    change: (appeal: { readonly urgency: Parameters<typeof promisedAt>[0] }) => ({
      satisfaction: answer.satisfaction,
      resolvedAt: null,
      dueAt: promisedAt(appeal.urgency, at, calendar),
    }),
  }
  const result = await moveAppeal(asked, store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  const { appeal } = result
  const due = appeal.dueAt === null ? null : dayAndHour(appeal.dueAt, at)
  reply(followUpTexts.reopened(number, due), doing)
  await tellStaff(appeal, 'reopened', followUpTexts.staffReopened(appeal, answer), doing)
  await writeToUnit(appeal, 'reopened', followUpTexts.unitReopened(appeal, answer, due), doing)
}

const noteOf = ({ note, outcome }: FollowUpAnswer) =>
  note ?? (outcome === 'solved' ? null : followUpTexts.defaultNote())

/** Words of their own said in the middle of something else, or handed over by another feature: an intake begins. */
export function beginIntake(pieces: readonly Piece[], place: string, doing: Doing): void {
  const data = {
    pieces: pieces.map(({ message, text, files }) => ({
      message,
      place,
      text,
      ...(files?.length ? { files: [...files] } : {}),
    })),
    group: doing.group ?? null,
  } satisfies IntakeInvitation
  doing.continueWith('appeals.intake', data, `appeal:${doing.turnKey}:begin`)
}

/** The words of a request, as the first of its messages said them. */
export function piecesOf(text: string, sources: readonly string[], doing: Doing): readonly Piece[] {
  const [first = `house:${doing.turnKey}`, ...others] = sources
  return [{ message: first, text }, ...others.map((message) => ({ message, text: '' }))]
}
