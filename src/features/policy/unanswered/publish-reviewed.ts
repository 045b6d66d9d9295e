/** 审核通过: a reviewed answer becomes a document that is found from then on, and those who asked are told. */

import type { Doing } from '../../../conversation/feature.ts'
import { digest } from '../../../files/digest.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import type { DocumentWithPassages } from '../library/policy.store.ts'
import type { Passage } from '../library/policy-document.ts'
import { listAddressees } from './addressees.ts'
import { officeTexts as texts } from './office.texts.ts'
import type { OfficeOrder } from './office-order.ts'
import { withoutNames } from './personal-words.ts'
import { lookAgainFrom } from './plan-office.ts'
import { isAlike, keyOf } from './question-key.ts'
import { reviewedTexts } from './reviewed.texts.ts'
import { tellAskers } from './tell-askers.ts'
import type { Unanswered } from './unanswered.ts'
import type { DeskParts } from './unanswered-parts.ts'

/** Other wordings of the question by which the answer is found too. */
const MOST_WORDINGS = 5

export async function publishReviewed(
  one: Unanswered,
  order: OfficeOrder,
  parts: DeskParts,
  doing: Doing,
): Promise<void> {
  const { person, home } = doing.by
  if (person.code === undefined || one.answer === null) return
  const { work } = doing
  const reviewed: Unanswered = {
    ...one,
    state: 'answered',
    reason: 'nothing',
    reviewedBy: person.code,
    reviewedAt: work.at,
    lookAgainOn: one.lookAgainOn ?? lookAgainFrom(work.at),
  }
  const { told, tellings } = await listAddressees(one, order, parts, doing)
  const directory = await doing.directory()
  const asked = (await parts.askings.listOf(one.number, work)).map(({ question }) =>
    withoutNames(question, directory),
  )
  parts.unanswered.save(reviewed, work)
  await keep(reviewed, asked, directory.federation, parts, work)
  await tellAskers(told, reviewed, parts, doing)
  doing.audit('policy.reviewAnswer', one.number, {
    answered: tellings.answered,
    corrected: tellings.corrected,
  })
  const text = texts.published(one.number, tellings)
  doing.post(`${doing.turnKey}:office`, { to: home, text, origin: 'automatic' })
  const author = await doing.reach(one.answeredBy ?? '')
  if (author !== undefined)
    doing.post(`${doing.turnKey}:published`, {
      to: author,
      text: texts.toldPublished(one.number, person.name),
      origin: 'automatic',
    })
}

/** As a version of the document of its number; the one before is kept and answers no more. */
async function keep(
  one: Unanswered,
  asked: readonly string[],
  issuer: string,
  { store, files, service }: DeskParts,
  work: Work,
): Promise<void> {
  service.isChangedBy(work)
  await store.lock(work)
  const [before] = await store.listNewest([one.number], work)
  const passages = passagesOf(one, asked)
  const bytes = new TextEncoder().encode(passages.map(({ text }) => text).join('\n\n'))
  const sha256 = digest(bytes)
  const name = `${one.number}.txt`
  await files.put(bytes, { name, mediaType: 'text/plain', sha256, size: bytes.length }, work)
  const day = dayOf(one.reviewedAt ?? work.at)
  const fresh: DocumentWithPassages = {
    document: {
      id: newId('doc', work.at),
      facts: { doc: one.number, kind: 'answer', title: one.question, issuer, issuedOn: day },
      version: (before?.version ?? 0) + 1,
      current: true,
      audience: one.audience,
      scanned: false,
      checked: undefined,
      sha256,
      file: sha256,
      remarks: [],
      passages: passages.length,
      addedBy: one.reviewedBy ?? '',
      addedAt: work.at,
    },
    passages,
  }
  await store.add([fresh], work)
}

/** The question first, as it stands on the list; then what answers it; then other ways in which it was asked. */
export function passagesOf(
  { question, answer, basis }: Pick<Unanswered, 'question' | 'answer' | 'basis'>,
  asked: readonly string[],
): Passage[] {
  const paragraphs = (answer ?? '')
    .split(/\n+/u)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    // Quoted with what it goes by, however little of it is quoted.
    .map((text, n, all) =>
      basis === null || n < all.length - 1 ? text : reviewedTexts.withBasis(text, basis),
    )
  const key = keyOf(question)
  const others = [...new Map(asked.map((wording) => [keyOf(wording), wording])).entries()]
    // What asks the same in the same words is found as it is.
    .filter(([other]) => other !== key && other !== '' && !isAlike(other, key))
    .map(([, wording]) => wording)
  const parts: Omit<Passage, 'position'>[] = [
    { kind: 'question', locator: reviewedTexts.question(), heading: '', text: question },
    ...paragraphs.map((text, n) => ({
      locator: reviewedTexts.answer(n, paragraphs.length),
      heading: '',
      text,
    })),
    ...others
      .slice(0, MOST_WORDINGS)
      .map((text) => ({ kind: 'question' as const, locator: reviewedTexts.question(), heading: '', text })),
  ]
  return parts.map((part, position) => ({ ...part, position }))
}
