/** “不对”: put before the staff, with what was told; nobody else is told anything yet. */

import type { Doing } from '../../../conversation/feature.ts'
import { chatKey } from '../../../kernel/chat.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { mask } from '../../../kernel/privacy.ts'
import { askingId } from './asking-id.ts'
import type { StoredAsking } from './askings.store.ts'
import { countIn } from './note-asking.ts'
import { officeTexts as texts } from './office.texts.ts'
import { findNumber } from './office-order.ts'
import type { About, AnswerNamed, NoteFeedback } from './unanswered.effects.ts'
import { isPublished, type Unanswered } from './unanswered.ts'
import type { DeskParts } from './unanswered-parts.ts'
import { mayBeTold } from './who-may-read.ts'

/** A 不对 without a letter that it answers is about what was told so lately. */
const LATELY_MS = 2 * 3_600_000

/** Which answer is meant: that of the letter, else the last one told to whoever speaks; null: none. */
export async function answerMeant(
  { letter, number }: AnswerNamed,
  parts: DeskParts,
  doing: Doing,
): Promise<About | null> {
  const { by, work } = doing
  if (number !== null) return answerOf(number, parts, doing)
  if (letter !== null) {
    const told = await parts.askings.findTold(by.chat, letter.trim(), work)
    if (told !== undefined) return { kind: 'asking', asking: told.id, question: told.question }
    const sent = findNumber(letter)
    return sent === undefined ? null : answerOf(sent, parts, doing)
  }
  const last = await parts.askings.findLast(by.home, new Date(work.at.getTime() - LATELY_MS), work)
  return last === undefined ? null : { kind: 'asking', asking: last.id, question: last.question }
}

/** Only one that they may read: the question of another is no business of theirs. */
async function answerOf(
  number: string,
  { unanswered }: DeskParts,
  { by, work, directory }: Doing,
): Promise<About | null> {
  const one = await unanswered.find(number, work)
  const mayRead =
    one !== undefined &&
    isPublished(one) &&
    mayBeTold(by.person.code ?? null, one.audience, await directory(), work.at)
  return mayRead ? { kind: 'answer', number, question: one.question } : null
}

export async function noteFeedback(
  { about, note }: NoteFeedback,
  parts: DeskParts,
  doing: Doing,
): Promise<void> {
  const words = mask(note).slice(0, 300)
  if (about.kind === 'answer') {
    const one = await parts.unanswered.find(about.number, doing.work)
    if (one === undefined) return
    const asked = await parts.askings.listOf(one.number, doing.work)
    const own = asked.findLast((asking) => isOwn(asking, doing))
    if (own !== undefined)
      parts.askings.save({ ...own, feedback: 'wrong', note: words || own.note }, doing.work)
    await doubt(one, one.answer ?? '', words, parts, doing)
    return
  }
  const told = await parts.askings.find(about.asking, doing.work)
  if (told === undefined) return
  const asking = ownOf(told, doing)
  // Nothing was told that could be wrong: what they add helps whoever looks for the answer.
  const isTold = asking.tier !== 'nothing'
  const one = isTold ? await questionDoubted(asking, parts, doing) : undefined
  const noted: StoredAsking = {
    ...asking,
    feedback: isTold ? 'wrong' : null,
    note: words === '' ? asking.note : words,
    unanswered: one?.number ?? asking.unanswered,
  }
  if (asking === told) parts.askings.save(noted, doing.work)
  else parts.askings.add(noted, doing.work)
  if (one !== undefined) await doubt(one, told.told, words, parts, doing)
}

/** In a group somebody else may say it: they are told as well, as if they had asked. */
function ownOf(told: StoredAsking, doing: Doing): StoredAsking {
  if (isOwn(told, doing)) return told
  const { by, work } = doing
  return { ...told, id: askingId(work.at), person: by.person.code ?? null, home: by.home, chat: by.chat }
}

const isOwn = ({ person, home }: StoredAsking, { by }: Doing): boolean =>
  person === null ? chatKey(home) === chatKey(by.home) : person === by.person.code

/** The reviewed answer that was cited, or the question on the list, which gets there by this. */
async function questionDoubted(
  { cited, question, unanswered: counted, feedback }: StoredAsking,
  parts: DeskParts,
  doing: Doing,
): Promise<Unanswered | undefined> {
  const { work } = doing
  const own = await parts.unanswered.findCited(
    cited.map(({ document }) => document),
    work,
  )
  if (own !== undefined) return parts.unanswered.find(own, work)
  if (counted !== null) {
    const there = await parts.unanswered.find(counted, work)
    // Said twice it is counted once; a question that was already answered or closed is asked anew.
    if (there !== undefined && (feedback === 'wrong' || there.state === 'open')) return there
  }
  return countIn(question, 'wrong', parts, doing)
}

/** Whatever is out stays until staff correct it; the list shows that somebody doubts it. Staff are told once a day. */
async function doubt(
  one: Unanswered,
  told: string,
  note: string,
  { unanswered }: DeskParts,
  doing: Doing,
): Promise<void> {
  const doubted: Unanswered = { ...one, reason: 'wrong', state: one.state === 'drafted' ? 'drafted' : 'open' }
  if (doubted.reason !== one.reason || doubted.state !== one.state) unanswered.save(doubted, doing.work)
  const key = `policy:doubt:${one.number}:${dayOf(doing.work.at)}:${note === '' ? 'bare' : 'note'}`
  const { code } = doing.by.person
  const except = code === undefined ? {} : { except: code }
  await doing.request({ kind: 'staff.tell', key, text: texts.doubted(doubted, told, note), ...except })
}
