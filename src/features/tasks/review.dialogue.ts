import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, type Step, step } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Choice } from '../../kernel/letter-draft.ts'
import type { TaskReply } from './answer.dialogue.ts'
import { findInstruction } from './instruction-words.ts'
import { findOfficials } from './officials-named.ts'
import { AddresseeState } from './plan-giving.ts'
import { type DueWish, findDue } from './read-due.ts'
import { readReply } from './read-reply.ts'
import { type Addressee, findTaskNumbers, type TaskState, taskStates, withoutTaskNumber } from './task.ts'
import { nextTaskState, type TaskAct } from './task-moves.ts'
import { callAddressee } from './task-people.ts'
import { asking, type FoundTask, type TaskPlan, type TasksEffect } from './tasks.effects.ts'
import { declinedChoices, reviewChoices, sureChoices, taskTexts as texts } from './tasks.texts.ts'

const About = {
  task: z.string(),
  /** The addressee as people call it. */
  who: z.string(),
  state: z.enum(taskStates),
  dueAt: z.string().nullable(),
}
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('waiting'), ...About }),
  z.object({ step: z.literal('wording'), ...About }),
  z.object({
    step: z.literal('confirming'),
    ...About,
    act: z.enum(['return', 'reassign', 'cancel']),
    words: z.string(),
    to: AddresseeState.nullable(),
    newDueAt: z.string().nullable(),
    preview: z.string(),
  }),
  z.object({ step: z.literal('settled') }),
  z.object({ step: z.literal('left') }),
])
export type ReviewState = z.infer<typeof State>
type Open = Extract<ReviewState, { task: string }>
type Subject = Pick<Open, 'task' | 'who' | 'state' | 'dueAt'>
type ReviewStep = Step<ReviewState, TasksEffect>

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

interface Known {
  readonly found?: FoundTask
  readonly directory?: Directory
  readonly plan?: TaskPlan
}

/** 回音: the giver closes it with one word, sends it back in words of their own, or gives it to somebody else. */
export const reviewDialogue: Dialogue<ReviewState, Known, TasksEffect> = {
  name: 'tasks.review',
  version: 1,
  schema: State,
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
      return step<ReviewState, TasksEffect>(waiting, [{ text, choices: choicesFor(state) }])
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
    if (turn.kind !== 'say') return step(state, reviewDialogue.resume(state))
    return decide(state, turn.said.text.trim(), known, turn)
  },

  choices(state) {
    if (state.step === 'waiting') return choicesFor(state.state)
    return state.step === 'confirming' ? sureChoices : []
  },
  number: (state) =>
    state.step === 'waiting' || state.step === 'confirming' ? state.task.slice(2) : undefined,
  resume(state) {
    const choices = reviewDialogue.choices?.(state) ?? []
    if (state.step === 'wording') return [{ text: texts.howAgain(state.task) }]
    if (state.step === 'confirming') return [{ text: state.preview, choices }]
    if (state.step !== 'waiting') return []
    const again = state.state === 'declined' ? texts.refusalAgain : texts.reportAgain
    return [{ text: again(state.task), choices }]
  },
  standsAlone: (state) => state.step === 'waiting',
  takes: (state) => (state.step === 'wording' ? 'all' : 'rest'),
}

const choicesFor = (state: TaskState): readonly Choice[] =>
  state === 'declined' ? declinedChoices : reviewChoices
const left = (text: string): ReviewStep => step<ReviewState, TasksEffect>({ step: 'left' }, [{ text }])
const settled = (effect: TasksEffect): ReviewStep =>
  step<ReviewState, TasksEffect>({ step: 'settled' }, [], [effect])

function close({ task, state }: Subject): ReviewStep {
  if (nextTaskState(state, 'close') === undefined) return left(texts.overtaken(task, state))
  return settled({ kind: 'tasks.close', task })
}

const subjectOf = ({ task, who, state, dueAt }: Subject): Subject => ({ task, who, state, dueAt })

function wording(about: Subject): ReviewStep {
  const state: ReviewState = { step: 'wording', ...subjectOf(about) }
  return step(state, reviewDialogue.resume(state))
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
  return reply?.verb === 'nudge' ? step(state, reviewDialogue.resume(state)) : undefined
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

/** Whom the words name to have it instead. */
function mayGo({ directory }: Known, { by }: Turn, words: string): Addressee | undefined {
  if (
    directory === undefined ||
    !/(?:^|[，,。\s])(?:那就|就)?(?:改?(?:给|交给?|转给?|派给|请|让|由)|换)/u.test(words)
  )
    return undefined
  const { to, unclear } = findOfficials(directory, words, by.person.code)
  return unclear === undefined && to.length === 1 ? to[0] : undefined
}

/** From the giver's own words to a preview of what becomes of it. */
function decide(about: Subject, said: string, known: Known, turn: Turn): ReviewStep {
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

type Asked = Omit<Extract<ReviewState, { step: 'confirming' }>, keyof Subject | 'step'>

function ask(
  about: Subject,
  act: Extract<TaskAct, 'return' | 'reassign' | 'cancel'>,
  words: string,
  { plan, directory }: Known,
  { by }: Turn,
  to: Addressee | null = null,
): ReviewStep {
  if (nextTaskState(about.state, act) === undefined) return left(texts.overtaken(about.task, about.state))
  const due = plan?.dueAt instanceof Date && plan.dueAt > by.at ? plan.dueAt : null
  const before = about.dueAt === null ? null : new Date(about.dueAt)
  const when = due === null ? texts.asBefore(before, by.at) : texts.dueNow(due, by.at)
  const preview =
    act === 'cancel'
      ? texts.previewCancel(about.task, about.who)
      : to !== null && directory !== undefined
        ? texts.previewReassign(about.task, callAddressee(to, directory), when)
        : texts.previewReturn(about.task, about.who, words, when)
  return confirm(about, { act, words, to, newDueAt: due?.toISOString() ?? null, preview })
}

function confirm(about: Subject, asked: Asked): ReviewStep {
  const state: ReviewState = { step: 'confirming', ...subjectOf(about), ...asked }
  return step(state, reviewDialogue.resume(state))
}

function effectOf({
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
