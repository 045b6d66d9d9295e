/** The letters to those who asked: the answer at last, or that what they were told is wrong. In private, each once. */

import type { Doing } from '../../../conversation/feature.ts'
import { digest } from '../../../files/digest.ts'
import { chatKey } from '../../../kernel/chat.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { Addressee } from './addressees.ts'
import { feedbackTexts as texts } from './feedback.texts.ts'
import type { Unanswered } from './unanswered.ts'
import type { DeskParts } from './unanswered-parts.ts'

/** `one` with its review; the same person is written to once for each review, whatever happens twice. */
export async function tellAskers(
  told: readonly Addressee[],
  one: Unanswered,
  { askings }: Pick<DeskParts, 'askings'>,
  doing: Doing,
): Promise<void> {
  for (const addressee of told) {
    await tellOne(addressee, one, doing)
    for (const asking of addressee.askings) {
      // Whoever had the same wrong answer hears of a further correction too; what they called wrong is settled.
      const unanswered = asking.unanswered ?? one.number
      askings.save({ ...asking, unanswered, feedback: null, toldAt: doing.work.at }, doing.work)
    }
  }
}

async function tellOne(
  { home, person, askings, wrongOn }: Addressee,
  one: Unanswered,
  doing: Doing,
): Promise<void> {
  const [newest] = askings
  if (newest === undefined || one.answer === null) return
  const { number, answer, basis, reviewedAt } = one
  const reviewed = { number, answer, basis, reviewedOn: dayOf(reviewedAt ?? doing.work.at) }
  const text =
    wrongOn === undefined
      ? texts.answer(newest.question, dayOf(newest.askedAt), reviewed)
      : texts.correction(newest.question, wrongOn, reviewed)
  // They may have moved to another account since they asked.
  const to = (person === null ? undefined : await doing.reach(person)) ?? home
  const words = digest(new TextEncoder().encode(answer)).slice(0, 12)
  const occasion = `${reviewedAt?.getTime() ?? 0}:${words}`
  const key = `policy:told:${number}:${occasion}:${person ?? chatKey(home)}`
  doing.post(key, { to, text, origin: 'automatic' })
}
