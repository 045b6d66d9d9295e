import type { Doing } from '../../../conversation/feature.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import { chatKey } from '../../../kernel/chat.ts'
import { mask } from '../../../kernel/privacy.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { rateAppeal, withdrawAppeal } from '../asker/act-for-asker.ts'
import { tellStaff } from '../life/appeal-letters.ts'
import { byCodeTexts as texts } from './by-code.texts.ts'
import type { AnonymousEffect, ByCode } from './sealing.effects.ts'

type Kind<K extends AnonymousEffect['kind']> = Extract<AnonymousEffect, { kind: K }>

/** Wrong codes that one chat may try within an hour. */
export const MOST_MISSES = 5

export async function findByCode(
  code: string,
  { store, sealing }: Pick<AppealsParts, 'store' | 'sealing'>,
  doing: Doing,
): Promise<ByCode> {
  const missed = await sealing.countMissed(doing.by.home, doing.work.at, doing.work)
  if (missed >= MOST_MISSES) return { kind: 'locked' }
  const number = await sealing.findByCode(code, doing.work)
  const appeal = number === undefined ? undefined : await store.find(number, doing.work)
  if (appeal === undefined) return { kind: 'unknown' }
  return { kind: 'found', appeal, history: await store.history(appeal.number, doing.work) }
}

export const missCode = ({ sealing }: Pick<AppealsParts, 'sealing'>, doing: Doing): Promise<void> =>
  sealing.noteMissed(doing.by.home, doing.work.at, doing.work)

export const forgetSaid = (
  { messages }: Kind<'appeals.forget-said'>,
  { sealing }: Pick<AppealsParts, 'sealing'>,
  doing: Doing,
): Promise<void> => {
  const place = chatKey(doing.by.chat)
  return sealing.forgetSaid(
    messages.map((message) => ({ place, message })),
    doing.by.personId,
    doing.work,
  )
}

function reply(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:by-code`, { to: doing.by.home, text, origin: 'automatic', passing: true })
}

export async function addByCode(
  { number, text }: Kind<'appeals.add-by-code'>,
  { store }: Pick<AppealsParts, 'store'>,
  doing: Doing,
): Promise<void> {
  const before = await store.find(number, doing.work)
  if (before === undefined || !before.anonymous) return
  if (!isOpen(before.status)) return reply(texts.addedTooLate(), doing)
  const after: Appeal = {
    ...before,
    text: `${before.text}\n${mask(text)}`,
    // What a unit has already stays as it is until staff look at the rest.
    outward: before.unit === null ? null : before.outward,
  }
  await store.save(after, doing.work)
  const { status } = before
  const at = doing.work.at
  store.note(
    { number, at, act: 'amend', from: status, to: status, role: 'asker', by: null, note: null },
    doing.work,
  )
  doing.audit('appeals.amend', number, {}, { anonymously: true })
  reply(texts.added(), doing)
  await tellStaff(after, 'amended', texts.staffAdded(after), doing)
}

/** Whoever holds the code is the asker; and what is written back to them is not kept. */
function asHolder(number: string, parts: AppealsParts, doing: Doing): readonly [AppealsParts, Doing] {
  const { store } = parts
  const proven = { ...store, isOwn: async (asked: string) => asked === number }
  const quiet: Doing = { ...doing, post: (key, letter) => doing.post(key, { ...letter, passing: true }) }
  return [{ ...parts, store: proven }, quiet]
}

export function withdrawByCode(
  { number }: Kind<'appeals.withdraw-by-code'>,
  parts: AppealsParts,
  doing: Doing,
): Promise<void> {
  return withdrawAppeal({ kind: 'appeals.withdraw', number }, ...asHolder(number, parts, doing))
}

export function rateByCode(
  { number, answer }: Kind<'appeals.rate-by-code'>,
  parts: AppealsParts,
  doing: Doing,
): Promise<void> {
  return rateAppeal({ kind: 'appeals.rate', number, answer }, ...asHolder(number, parts, doing))
}
