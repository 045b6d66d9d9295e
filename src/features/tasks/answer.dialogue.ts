import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, type Step, step } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import { answerChoices, sayChoices, answerTexts as texts } from './answer.texts.ts'
import { type ReplyVerb, readReply } from './read-reply.ts'
import { findTaskNumbers } from './task.ts'
import { nextTaskState } from './task-moves.ts'
import { asking, type FoundTask, type ListedTasks, type TasksEffect } from './tasks.effects.ts'

const About = { task: z.string(), giver: z.string() }
const Act = z.enum(['report', 'decline'])
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('waiting'), ...About }),
  z.object({ step: z.literal('wording'), ...About, act: Act }),
  z.object({ step: z.literal('confirming'), ...About, act: Act, words: z.string() }),
  z.object({ step: z.literal('answered') }),
  z.object({ step: z.literal('left') }),
])
export type AnswerState = z.infer<typeof State>
type AnswerStep = Step<AnswerState, TasksEffect>
type Open = Extract<AnswerState, { task: string }>
type Act = z.infer<typeof Act>

/** What giving hands to each of the people behind an addressee. */
export interface TaskInvitation {
  readonly task: string
  readonly giver: string
  readonly text: string
}

/** What somebody typed: J-0001 已办 ..., or as a reply to its letter. */
export interface TaskReply {
  /** Empty: the only one that they have to do. */
  readonly task: string
  readonly verb: ReplyVerb
  readonly words: string
}

/** The card of a task just given, and not words that were said to another one. */
const isCard = (turn: Turn): turn is Extract<Turn, { kind: 'invited' }> =>
  turn.kind === 'invited' && (turn.data as Partial<TaskReply>).verb === undefined

const replyOf = (turn: Turn, beginning: Beginning | undefined): TaskReply =>
  (turn.kind === 'invited' ? turn.data : beginning?.data) as TaskReply

interface Known {
  readonly found?: FoundTask
  readonly listed?: ListedTasks
}

/** 交办到人: 收到 with one word; what came of it, or why it is not theirs, is read back before the giver gets it. */
export const answerDialogue: Dialogue<AnswerState, Known, TasksEffect> = {
  name: 'tasks.answer',
  version: 1,
  schema: State,
  finalSteps: ['answered', 'left'],
  idleMinutes: 2 * 24 * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined || isCard(turn)) return {}
    const { task: number } = replyOf(turn, beginning)
    if (number !== '') return { found: asking({ ask: 'tasks.find', number }) }
    return { listed: asking({ ask: 'tasks.list', list: 'mine', appeal: null, page: 1, only: 'waiting' }) }
  },

  start(turn, known, beginning) {
    if (isCard(turn)) {
      const { task, giver, text } = turn.data as TaskInvitation
      return step<AnswerState, TasksEffect>({ step: 'waiting', task, giver }, [
        { text, choices: answerChoices },
      ])
    }
    const reply = replyOf(turn, beginning)
    const { verb, words } = reply
    const left = (text: string): AnswerStep => step<AnswerState, TasksEffect>({ step: 'left' }, [{ text }])
    const waiting = known.listed?.tasks ?? []
    if (reply.task === '' && waiting.length !== 1)
      return left(texts.whichOfThem(waiting.map(({ task }) => task.number)))
    const found = reply.task === '' ? waiting[0] : known.found
    const task = reply.task === '' ? (found?.task.number ?? '') : reply.task
    if (found === undefined) return left(texts.noSuchTask(task))
    // Staff say for others what those told them by telephone.
    if (!found.isAddressee && !(found.isStaff && verb === 'report')) return left(texts.notTheirs(task))
    const act = verb === 'receive' ? 'receive' : verb === 'decline' ? 'decline' : 'report'
    if (nextTaskState(found.task.state, act) === undefined)
      return left(texts.overtaken(task, found.task.state))
    const about = { task, giver: found.giver }
    return act === 'receive' ? received(task) : saying(about, act, words)
  },

  next(state, turn) {
    if (!('task' in state)) return step(state)
    if (turn.kind === 'silence' || turn.kind === 'cancel') return leave(state, turn)
    if (state.step === 'waiting') return waiting(state, turn)
    if (turn.kind === 'yes' && state.step === 'confirming') {
      const { task, act, words } = state
      const kind = act === 'report' ? 'tasks.report' : 'tasks.decline'
      return step<AnswerState, TasksEffect>({ step: 'answered' }, [], [{ kind, task, words }])
    }
    if (turn.kind === 'no' && state.step === 'confirming') return leave(state, turn)
    if (turn.kind !== 'say') return step(state, answerDialogue.resume(state))
    const reply = readReply(turn.said.text)
    const act = reply?.verb === 'decline' ? 'decline' : state.act
    const words = reply?.verb === act && reply.words !== '' ? reply.words : turn.said.text.trim()
    return saying(state, act, words)
  },

  choices(state) {
    if (state.step === 'waiting') return answerChoices
    return state.step === 'confirming' ? sayChoices : []
  },
  number: (state) => (state.step === 'confirming' ? state.task.slice(2) : undefined),
  resume(state) {
    if (state.step === 'waiting') return [{ text: texts.cardAgain(state.task), choices: answerChoices }]
    if (state.step === 'wording')
      return [{ text: state.act === 'report' ? texts.whatWasDone(state.task) : texts.why(state.task) }]
    return state.step === 'confirming' ? [{ text: previewOf(state), choices: sayChoices }] : []
  },
  standsAlone: (state) => state.step === 'waiting',
  takes: (state) => (state.step === 'wording' ? 'all' : 'rest'),
}

function previewOf({ task, giver, act, words }: Extract<AnswerState, { step: 'confirming' }>): string {
  return act === 'report' ? texts.previewReport(task, giver, words) : texts.previewDecline(task, giver, words)
}

const received = (task: string): AnswerStep =>
  step<AnswerState, TasksEffect>({ step: 'answered' }, [], [{ kind: 'tasks.receive', task }])

function saying({ task, giver }: { task: string; giver: string }, act: Act, words: string): AnswerStep {
  const state: AnswerState =
    words === '' ? { step: 'wording', task, giver, act } : { step: 'confirming', task, giver, act, words }
  return step(state, answerDialogue.resume(state))
}

/** A card not answered in two days stays open in the list, and its reminders go on. */
function leave(state: Open, turn: Turn): AnswerStep {
  const text = turn.kind === 'silence' ? texts.timedOut(state.task) : texts.notSaid(state.task)
  const says = state.step === 'waiting' && turn.kind === 'silence' ? [] : [{ text }]
  return step<AnswerState, TasksEffect>({ step: 'left' }, says)
}

function waiting(state: Extract<AnswerState, { step: 'waiting' }>, turn: Turn): AnswerStep {
  const { task } = state
  if (turn.kind === 'choose') {
    if (turn.choice === 'received') return received(task)
    if (turn.choice === 'done') return saying(state, 'report', '')
    return turn.choice === 'notMine'
      ? saying(state, 'decline', '')
      : step(state, answerDialogue.resume(state))
  }
  if (turn.kind === 'yes') return received(task)
  if (turn.kind === 'no') return saying(state, 'decline', '')
  if (turn.kind !== 'say') return step(state, answerDialogue.resume(state))
  const [other] = findTaskNumbers(turn.said.text).filter((number) => number !== task)
  const reply = readReply(turn.said.text)
  if (other !== undefined && reply !== undefined)
    return step<AnswerState, TasksEffect>(state, [], [{ kind: 'tasks.turnTo', task: other, ...reply }])
  if (reply !== undefined) {
    if (reply.verb === 'receive' || reply.verb === 'close') return received(task)
    if (reply.verb === 'report' || reply.verb === 'decline') return saying(state, reply.verb, reply.words)
    if (reply.verb === 'return') return saying(state, 'decline', reply.words)
  }
  return step<AnswerState, TasksEffect>(state, [{ text: texts.sayWhat(task), choices: answerChoices }])
}
