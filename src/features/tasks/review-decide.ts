/** What becomes of a task whose report or refusal the giver looked at. Pure. */
import type { Turn } from '../../conversation/turn.ts'
import { findInstruction } from './instruction-words.ts'
import { findOfficials } from './officials-named.ts'
import { readReply } from './read-reply.ts'
import { reviewTexts as texts } from './review.texts.ts'
import {
  left,
  type ReviewKnown,
  type ReviewState,
  type ReviewStep,
  type Subject,
  settled,
  showing,
  subjectOf,
  wording,
} from './review-state.ts'
import type { Addressee } from './task.ts'
import { nextTaskState, type TaskAct } from './task-moves.ts'
import { callAddressee } from './task-people.ts'
import type { TasksEffect } from './tasks.effects.ts'

export function close({ task, state }: Subject): ReviewStep {
  if (nextTaskState(state, 'close') === undefined) return left(texts.overtaken(task, state))
  return settled({ kind: 'tasks.close', task })
}

/** Whom the words name to have it instead. */
export function mayGo({ directory }: ReviewKnown, { by }: Turn, words: string): Addressee | undefined {
  if (
    directory === undefined ||
    !/(?:^|[，,。\s])(?:那就|就)?(?:改?(?:给|交给?|转给?|派给|请|让|由)|换)/u.test(words)
  )
    return undefined
  const { to, unclear } = findOfficials(directory, words, by.person.code)
  return unclear === undefined && to.length === 1 ? to[0] : undefined
}

/** From the giver's own words to a preview of what becomes of it. */
export function decide(about: Subject, said: string, known: ReviewKnown, turn: Turn): ReviewStep {
  const reply = readReply(said)
  if (reply?.verb === 'cancel') return ask(about, 'cancel', said, known, turn)
  const to = mayGo(known, turn, said)
  if (to !== undefined && nextTaskState(about.state, 'reassign') !== undefined)
    return ask(about, 'reassign', said, known, turn, to)
  if (nextTaskState(about.state, 'return') === undefined)
    return left(texts.overtaken(about.task, about.state))
  const words = reply?.verb === 'return' && reply.words !== '' ? reply.words : said
  const tells =
    reply?.verb === 'return' || findInstruction(words, turn.by.at) !== undefined || [...words].length >= 4
  if (!tells) return wording(about)
  return ask(about, 'return', words, known, turn)
}

/** 让供电公司去看看, under another's report: whether that one is meant to do it, nobody can tell. */
function otherNamed(about: Subject, words: string, known: ReviewKnown, turn: Turn): string | undefined {
  const { directory } = known
  const other = mayGo(known, turn, words)
  const who = other === undefined || directory === undefined ? undefined : callAddressee(other, directory)
  return who === about.who ? undefined : who
}

type Asked = Omit<Extract<ReviewState, { step: 'confirming' }>, keyof Subject | 'step'>

export function ask(
  about: Subject,
  act: Extract<TaskAct, 'return' | 'reassign' | 'cancel'>,
  words: string,
  known: ReviewKnown,
  turn: Turn,
  to: Addressee | null = null,
): ReviewStep {
  const { plan, directory } = known
  const { by } = turn
  if (nextTaskState(about.state, act) === undefined) return left(texts.overtaken(about.task, about.state))
  const due = plan?.dueAt instanceof Date && plan.dueAt > by.at ? plan.dueAt : null
  const before = about.dueAt === null ? null : new Date(about.dueAt)
  const when = due === null ? texts.asBefore(before, by.at) : texts.dueNow(due, by.at)
  const preview =
    act === 'cancel'
      ? texts.previewCancel(about.task, about.who)
      : to !== null && directory !== undefined
        ? texts.previewReassign(about.task, callAddressee(to, directory), when)
        : texts.previewReturn(about.task, about.who, words, when, otherNamed(about, words, known, turn))
  return confirm(about, { act, words, to, newDueAt: due?.toISOString() ?? null, preview })
}

export function confirm(about: Subject, asked: Asked): ReviewStep {
  return showing({ step: 'confirming', ...subjectOf(about), ...asked })
}

export function effectOf({
  task,
  act,
  words,
  to,
  newDueAt: dueAt,
}: Extract<ReviewState, { step: 'confirming' }>): TasksEffect {
  if (act === 'cancel') return { kind: 'tasks.cancel', task, words }
  if (act === 'reassign' && to !== null) return { kind: 'tasks.reassign', task, words, to, dueAt }
  return { kind: 'tasks.return', task, words, dueAt }
}
