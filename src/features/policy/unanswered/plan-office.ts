/** What an order of the staff would mean now, and what of it is missing or cannot be. */

import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { digest } from '../../../files/digest.ts'
import { dayNumber, dayOf, shanghaiMidnight } from '../../../kernel/clock.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import { may, mayApprove } from '../../../kernel/person.ts'
import { readBareAudience } from '../library/read-audience.ts'
import { listAddressees } from './addressees.ts'
import { readDraft } from './draft-words.ts'
import { audienceInWords, officeTexts as texts } from './office.texts.ts'
import { findNumber, type OfficeOrder } from './office-order.ts'
import { personalIn } from './personal-words.ts'
import { isPublished, type Unanswered } from './unanswered.ts'
import type { DeskParts } from './unanswered-parts.ts'

const LONGEST_ANSWER = 1_500
/** An answer is looked at again after a year where nobody says when. */
const LOOK_AGAIN_DAYS = 365

export const lookAgainFrom = (at: Date): string => dayOf(shanghaiMidnight(dayNumber(at) + LOOK_AGAIN_DAYS))

/** The question that is meant, or why the order cannot be carried out; asked again at the yes. */
export type Standing =
  | { readonly one: Unanswered }
  | { readonly refused: string }
  | { readonly asking: string }

export async function standing(order: OfficeOrder, parts: DeskParts, doing: Doing): Promise<Standing> {
  const { by, work } = doing
  const { verb } = order
  const isReview = verb === 'review' || verb === 'return'
  if (!may(by.person, isReview ? 'policy.review' : 'policy.manage'))
    return { refused: isReview ? texts.reviewNotForYou() : texts.notForYou() }
  const number = order.number ?? (await onlyOne(verb, parts, doing))
  if (number === undefined) return { asking: texts.which(verb) }
  const one = await parts.unanswered.find(number, work)
  if (one === undefined) return { refused: texts.noSuch(number) }
  const why = refusal(one, verb)
  if (why !== undefined) return { refused: why }
  if (verb === 'review' && !mayApprove(by.person, 'policy.review', one.answeredBy ?? ''))
    return { refused: texts.ownDraft(number) }
  if (order.seen !== null && order.seen !== readBack(one)) return { refused: texts.draftChanged(number) }
  return { one }
}

/** All that a review reads: the same times and counts may stand beside another text. */
const readBack = ({ question, answer, basis, audience }: Unanswered): string =>
  digest(new TextEncoder().encode(JSON.stringify([question, answer, basis, audience])))

/** Without a number the only one that can be meant. */
async function onlyOne(
  verb: OfficeOrder['verb'],
  { unanswered }: DeskParts,
  { work }: Doing,
): Promise<string | undefined> {
  if (verb !== 'review' && verb !== 'return' && verb !== 'answer') return undefined
  const { questions } = await unanswered.list([verb === 'answer' ? 'open' : 'drafted'], 0, 2, work)
  return questions.length === 1 ? questions[0]?.number : undefined
}

function refusal(one: Unanswered, verb: OfficeOrder['verb']): string | undefined {
  const { number, state } = one
  switch (verb) {
    case 'answer':
      if (state === 'drafted') return texts.isDrafted(number)
      return state === 'answered' ? texts.isAnswered(number) : undefined
    case 'correct':
      return state === 'drafted' ? texts.isDrafted(number) : undefined
    case 'review':
    case 'return':
      return state === 'drafted' ? undefined : texts.notDrafted(number)
    case 'dismiss':
      if (state === 'answered') return texts.isAnswered(number)
      return state === 'dismissed' ? texts.isDismissed(number) : undefined
    case 'audience':
    case 'reword':
      return isPublished(one) ? texts.publishedFixed(number) : undefined
    case 'withdraw':
    case 'renew':
      return isPublished(one) ? undefined : texts.notPublished(number)
    case 'merge':
      return state === 'drafted' ? texts.isDrafted(number) : undefined
  }
}

type OfficePlan = Plan<OfficeOrder>

export async function planOffice(order: OfficeOrder, parts: DeskParts, doing: Doing): Promise<OfficePlan> {
  if (doing.by.chat.kind === 'group') return { kind: 'refused', text: texts.onlyInPrivate() }
  const found = await standing({ ...order, seen: null }, parts, doing)
  if ('refused' in found) return { kind: 'refused', text: found.refused }
  if ('asking' in found) return { kind: 'asking', question: found.asking }
  const { one } = found
  const { number } = one
  const ask = (question: string): OfficePlan => ({ kind: 'asking', question })
  const seen = order.verb === 'review' ? readBack(one) : null
  const ready = (preview: string, ways?: readonly Choice[]): OfficePlan => ({
    kind: 'ready',
    order: { ...order, number, seen },
    preview,
    number: number.slice('W-'.length),
    ...(ways === undefined ? {} : { ways }),
  })
  const directory = await doing.directory()
  const readers = (audience = one.audience) =>
    audienceInWords(audience, (code) => directory.chambers.get(code)?.name ?? code)
  const { words } = order
  switch (order.verb) {
    case 'answer':
    case 'correct': {
      const draft = readDraft(words)
      if (draft.answer === '') return ask(texts.whatAnswer(one))
      if (draft.answer.length > LONGEST_ANSWER) return ask(texts.tooLong(LONGEST_ANSWER))
      return ready(texts.answerPreview(one, draft, readers()))
    }
    case 'review': {
      const { tellings, wider } = await listAddressees(one, order, parts, doing)
      const by = directory.people.get(one.answeredBy ?? '')?.name ?? one.answeredBy ?? ''
      const personal = personalIn([one.question, one.answer, one.basis].join('\n'), directory)
      return ready(texts.reviewPreview(one, readers(), by, tellings, personal), wideWay(order, wider))
    }
    case 'return':
      return words === '' ? ask(texts.whyReturn(number)) : ready(texts.returnPreview(one, words))
    case 'dismiss':
      return words === '' ? ask(texts.whyDismiss(one)) : ready(texts.dismissPreview(one, words))
    case 'withdraw':
      return words === '' ? ask(texts.whyWithdraw(number)) : ready(texts.withdrawPreview(one, words))
    case 'audience': {
      const audience = readBareAudience(words, directory)
      if (audience === undefined) return ask(texts.whichAudience(number))
      return ready(texts.audiencePreview(one, readers(audience)))
    }
    case 'reword':
      return words === '' ? ask(texts.whatQuestion(number)) : ready(texts.rewordPreview(one, words))
    case 'renew':
      return ready(texts.renewPreview(one, readDraft(words).lookAgainOn ?? lookAgainFrom(doing.work.at)))
    case 'merge': {
      const other = findNumber(words)
      if (other === undefined) return ask(texts.whichOther(number))
      if (other === number) return ask(texts.sameOne(number))
      const into = await parts.unanswered.find(other, doing.work)
      return into === undefined ? ask(texts.noSuch(other)) : ready(texts.mergePreview(one, into))
    }
  }
}

/** A correction also for everybody who was shown the same passage, where that would tell more people. */
function wideWay({ wide }: OfficeOrder, wider: number): readonly Choice[] | undefined {
  return wider > 0 && !wide ? [{ id: 'wide', label: texts.labels.wide(wider) }] : undefined
}
