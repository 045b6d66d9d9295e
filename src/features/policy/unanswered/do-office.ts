/** Carries out what staff confirmed about one question. Everything is looked at again: others may have been faster. */

import type { Doing } from '../../../conversation/feature.ts'
import { mayApprove } from '../../../kernel/person.ts'
import { readBareAudience } from '../library/read-audience.ts'
import { listAddressees } from './addressees.ts'
import { readDraft } from './draft-words.ts'
import { feedbackTexts } from './feedback.texts.ts'
import { audienceInWords, officeTexts as texts } from './office.texts.ts'
import { findNumber, type OfficeOrder } from './office-order.ts'
import { lookAgainFrom, standing } from './plan-office.ts'
import { publishReviewed } from './publish-reviewed.ts'
import { tellAskers } from './tell-askers.ts'
import { isPublished, type Unanswered } from './unanswered.ts'
import type { DeskParts } from './unanswered-parts.ts'

export async function doOffice(order: OfficeOrder, parts: DeskParts, doing: Doing): Promise<void> {
  const found = await standing(order, parts, doing)
  if (!('one' in found)) return reply('refused' in found ? found.refused : found.asking, doing)
  const { one } = found
  switch (order.verb) {
    case 'answer':
    case 'correct':
      return draft(one, order, parts, doing)
    case 'review':
      return publishReviewed(one, order, parts, doing)
    case 'return':
      return giveBack(one, order.words, parts, doing)
    case 'dismiss':
      return dismiss(one, order.words, parts, doing)
    case 'withdraw':
      return withdraw(one, parts, doing)
    case 'renew':
      return renew(one, order.words, parts, doing)
    case 'merge':
      return merge(one, order.words, parts, doing)
    case 'reword': {
      const question = order.words.replace(/\s+/gu, ' ').trim()
      parts.unanswered.save({ ...one, question }, doing.work)
      return note('policy.rewordQuestion', texts.reworded(one.number), one, doing)
    }
    case 'audience': {
      const directory = await doing.directory()
      const audience = readBareAudience(order.words, directory)
      if (audience === undefined) return
      parts.unanswered.save({ ...one, audience }, doing.work)
      const said = audienceInWords(audience, (code) => directory.chambers.get(code)?.name ?? code)
      return note('policy.changeAnswerAudience', texts.audienceChanged(one.number, said), one, doing)
    }
  }
}

/** An answer that is being corrected answers nobody any more: silence is better than what is known to be wrong. */
async function draft(one: Unanswered, order: OfficeOrder, parts: DeskParts, doing: Doing): Promise<void> {
  const { person } = doing.by
  if (person.code === undefined) return
  if (isPublished(one)) await parts.service.removeDocument(one.number, person.code, doing.work)
  const { answer, basis, lookAgainOn } = readDraft(order.words)
  const drafted: Unanswered = {
    ...one,
    state: 'drafted',
    reason: order.verb === 'correct' ? 'wrong' : one.reason,
    answer,
    basis,
    lookAgainOn,
    answeredBy: person.code,
    answeredAt: doing.work.at,
    reviewedBy: null,
    reviewedAt: null,
  }
  parts.unanswered.save(drafted, doing.work)
  const text = texts.toReview(drafted, person.name)
  let told = 0
  for (const reviewer of (await doing.directory()).people.values()) {
    if (!mayApprove(reviewer, 'policy.review', person.code)) continue
    const to = await doing.reach(reviewer.code)
    if (to === undefined) continue
    told++
    doing.post(`${doing.turnKey}:review:${reviewer.code}`, { to, text, origin: 'automatic' })
  }
  note('policy.draftAnswer', texts.drafted(one.number, told), one, doing)
}

async function giveBack(one: Unanswered, why: string, parts: DeskParts, doing: Doing): Promise<void> {
  const { person } = doing.by
  parts.unanswered.save({ ...one, state: 'open' }, doing.work)
  note('policy.returnAnswer', texts.returned(one.number), one, doing)
  if (one.answeredBy === null || one.answeredBy === person.code) return
  const to = await doing.reach(one.answeredBy)
  const text = texts.toldReturned(one.number, person.name, why)
  if (to !== undefined) doing.post(`${doing.turnKey}:returned`, { to, text, origin: 'automatic' })
}

/** Closed without an answer; where one is out that somebody doubted, it stays. Whoever doubted hears why. */
async function dismiss(one: Unanswered, why: string, parts: DeskParts, doing: Doing): Promise<void> {
  const stays = isPublished(one)
  const state = stays ? 'answered' : 'dismissed'
  parts.unanswered.save({ ...one, state, reason: stays ? 'nothing' : one.reason }, doing.work)
  note('policy.dismissQuestion', stays ? texts.stays(one.number) : texts.dismissed(one.number), one, doing)
  for (const asking of await parts.askings.listOf(one.number, doing.work)) {
    if (asking.feedback !== 'wrong') continue
    const to = (asking.person === null ? undefined : await doing.reach(asking.person)) ?? asking.home
    const text = feedbackTexts.checked(asking.question, why)
    doing.post(`policy:checked:${one.number}:${asking.id}`, { to, text, origin: 'automatic' })
    // Their doubt is answered: a later correction is about what comes later.
    parts.askings.save({ ...asking, feedback: null }, doing.work)
  }
}

async function withdraw(one: Unanswered, parts: DeskParts, doing: Doing): Promise<void> {
  await parts.service.removeDocument(one.number, doing.by.person.code ?? '', doing.work)
  parts.unanswered.save({ ...one, state: 'dismissed', reviewedBy: null, reviewedAt: null }, doing.work)
  note('policy.withdrawAnswer', texts.withdrawn(one.number), one, doing)
}

function renew(one: Unanswered, words: string, parts: DeskParts, doing: Doing): void {
  const day = readDraft(words).lookAgainOn ?? lookAgainFrom(doing.work.at)
  parts.unanswered.save({ ...one, state: 'answered', lookAgainOn: day }, doing.work)
  note('policy.renewAnswer', texts.renewed(one.number, day), one, doing)
}

/** Whoever asked the one counts for the other; an answer that is out reaches them at once. */
async function merge(one: Unanswered, words: string, parts: DeskParts, doing: Doing): Promise<void> {
  const into = await parts.unanswered.find(findNumber(words) ?? '', doing.work)
  if (into === undefined || into.number === one.number) return
  if (isPublished(one)) await parts.service.removeDocument(one.number, doing.by.person.code ?? '', doing.work)
  const { told } = await listAddressees(one, { wide: false }, parts, doing)
  const isOut = into.state === 'answered'
  if (isOut) await tellAskers(told, into, parts, doing)
  await parts.askings.move(one.number, into.number, doing.work)
  const merged: Unanswered = {
    ...one,
    state: 'dismissed',
    // Whoever asks it again counts there.
    basis: into.number,
    answer: null,
    reviewedBy: null,
    reviewedAt: null,
  }
  parts.unanswered.save(merged, doing.work)
  const times = into.times + one.times
  parts.unanswered.save({ ...into, times, lastAt: later(into.lastAt, one.lastAt) }, doing.work)
  note('policy.mergeQuestions', texts.merged(one.number, into.number, isOut ? told.length : 0), one, doing)
}

const later = (one: Date, other: Date) => (one > other ? one : other)

function note(action: string, text: string, one: Unanswered, doing: Doing): void {
  doing.audit(action, one.number)
  reply(text, doing)
}

function reply(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:office`, { to: doing.by.home, text, origin: 'automatic' })
}
