import { type Beginning, type Dialogue, type Query, step } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import type { TaskReply } from './answer.dialogue.ts'
import { type DueWish, findDue } from './read-due.ts'
import { readReply } from './read-reply.ts'
import { reviewTexts as texts } from './review.texts.ts'
import { ask, close, confirm, decide, effectOf, mayGo } from './review-decide.ts'
import {
  choicesOf,
  left,
  questionOf,
  type ReviewKnown,
  ReviewState,
  type ReviewStep,
  type Subject,
  settled,
  showing,
  wording,
} from './review-state.ts'
import { findTaskNumbers, type TaskState, withoutTaskNumber } from './task.ts'
import { nextTaskState } from './task-moves.ts'
import { asking, type TasksEffect } from './tasks.effects.ts'

/** What a report or a refusal hands to the giver. */
export interface ReviewInvitation {
  readonly task: string
  readonly who: string
  readonly state: TaskState
  readonly dueAt: string | null
  readonly text: string
}

/** The letter with the report, and not words that were said to another task. */
const isLetter = (turn: Turn): turn is Extract<Turn, { kind: 'invited' }> =>
  turn.kind === 'invited' && (turn.data as Partial<TaskReply>).verb === undefined

const replyOf = (turn: Turn, beginning: Beginning | undefined): TaskReply =>
  (turn.kind === 'invited' ? turn.data : beginning?.data) as TaskReply

/** 给我表格, 明细12, 第二个详细说说: said of a list that was asked for meanwhile, and not to be passed on as an order. */
const ABOUT_FIGURES =
  /^(?:给我|发(?:我|个|一下)?|来(?:个|份)?|要)?(?:个|份|张)?(?:表格?|链接|图|清单)(?:吧|呗)?$|^(?:看|打开)?明细|^第.{1,3}(?:个|件|条).{0,2}(?:详细|说说|展开)|^(?:念|读)(?:一下|给我)|^继续$/u

/** 回音: the giver closes it with one word, sends it back in words of their own, or gives it to somebody else. */
export const reviewDialogue: Dialogue<ReviewState, ReviewKnown, TasksEffect> = {
  name: 'tasks.review',
  version: 1,
  schema: ReviewState,
  finalSteps: ['settled', 'left'],
  idleMinutes: 7 * 24 * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (isLetter(turn)) return {}
    const due = dueIn(state, turn, beginning)
    const plan: Record<string, Query> =
      due === undefined ? {} : { plan: asking({ ask: 'tasks.plan', to: [], due }) }
    const directory: Query = { ask: 'membership.directory' }
    if (state !== undefined) return turn.kind === 'say' ? { directory, ...plan } : {}
    const { task: number } = replyOf(turn, beginning)
    return { directory, ...plan, found: asking({ ask: 'tasks.find', number }) }
  },

  start(turn, known, beginning) {
    if (isLetter(turn)) {
      const { task, who, state, dueAt, text } = turn.data as ReviewInvitation
      const waiting: ReviewState = { step: 'waiting', task, who, state, dueAt }
      return step<ReviewState, TasksEffect>(waiting, [{ text, choices: choicesOf(waiting) }])
    }
    const { task, verb, words } = replyOf(turn, beginning)
    const { found } = known
    if (found === undefined) return left(texts.noSuchTask(task))
    // 退回 of somebody who has it to do is a refusal.
    if (!found.isGiver && found.isAddressee && verb === 'return')
      return settled({ kind: 'tasks.turnTo', task, verb: 'decline', words })
    if (!found.isGiver) return left(texts.notTheirs(task))
    const { state, dueAt } = found.task
    const about: Subject = { task, who: found.who, state, dueAt: dueAt?.toISOString() ?? null }
    if (verb === 'nudge')
      return nextTaskState(state, 'reassign') === undefined || state === 'declined'
        ? left(texts.overtaken(task, state))
        : settled({ kind: 'tasks.nudge', task })
    if (verb === 'close') return close(about)
    if (verb === 'cancel') return ask(about, 'cancel', words, known, turn)
    if (nextTaskState(state, 'return') === undefined && mayGo(known, turn, words) === undefined)
      return left(texts.overtaken(task, state))
    return words === '' ? wording(about) : decide(about, words, known, turn)
  },

  next(state, turn, known) {
    if (!('task' in state)) return step(state)
    if (turn.kind === 'silence') return step<ReviewState, TasksEffect>({ step: 'left' })
    if (turn.kind === 'cancel') return left(texts.leftOpen())
    if (state.step === 'confirming') {
      if (turn.kind === 'yes') return settled(effectOf(state))
      if (turn.kind === 'no') return left(texts.leftOpen())
    }
    const elsewhere = state.step === 'wording' ? undefined : anotherTask(state, turn)
    if (elsewhere !== undefined) return elsewhere
    if (state.step === 'waiting') {
      const done = waiting(state, turn)
      if (done !== undefined) return done
    }
    if (turn.kind !== 'say' || ABOUT_FIGURES.test(turn.said.text)) return showing(state)
    return decide(state, turn.said.text.trim(), known, turn)
  },

  choices: choicesOf,
  number: (state) =>
    state.step === 'waiting' || state.step === 'confirming' ? state.task.slice(2) : undefined,
  resume(state) {
    const text = questionOf(state)
    return text === undefined ? [] : [{ text, choices: choicesOf(state) }]
  },
  standsAlone: (state) => state.step === 'waiting',
  takes: (state) => (state.step === 'wording' ? 'all' : 'rest'),
}

function dueIn(
  state: ReviewState | undefined,
  turn: Turn,
  beginning: Beginning | undefined,
): DueWish | undefined {
  const text =
    turn.kind === 'say'
      ? turn.said.text
      : state === undefined
        ? ((beginning?.data as TaskReply | undefined)?.words ?? '')
        : ''
  return findDue(text, turn.by.at)?.wish
}

/** J-0001 不用办了, while J-0002 is shown: only what is named is meant. 催一下 of the one shown changes nothing. */
function anotherTask(
  state: Extract<ReviewState, { step: 'waiting' | 'confirming' }>,
  turn: Turn,
): ReviewStep | undefined {
  if (turn.kind !== 'say') return undefined
  const { text } = turn.said
  const [other] = findTaskNumbers(text).filter((number) => number !== state.task)
  const reply = readReply(text)
  if (other !== undefined) {
    const meant = reply ?? { verb: 'return' as const, words: withoutTaskNumber(text) }
    return step<ReviewState, TasksEffect>(state, [], [{ kind: 'tasks.turnTo', task: other, ...meant }])
  }
  return reply?.verb === 'nudge' ? showing(state) : undefined
}

/** Choices and short words; nothing where the words tell what is to be done. */
function waiting(state: Extract<ReviewState, { step: 'waiting' }>, turn: Turn): ReviewStep | undefined {
  const isDeclined = state.state === 'declined'
  if (turn.kind === 'yes') return isDeclined ? wording(state) : close(state)
  if (turn.kind === 'no') return wording(state)
  if (turn.kind === 'choose') {
    if (turn.choice === 'return') return wording(state)
    return turn.choice === 'cancel'
      ? confirm(state, {
          act: 'cancel',
          words: '',
          to: null,
          newDueAt: null,
          preview: texts.previewCancel(state.task, state.who),
        })
      : undefined
  }
  if (turn.kind !== 'say') return undefined
  const reply = readReply(turn.said.text)
  if (!isDeclined && reply?.verb === 'close') return close(state)
  return undefined
}
