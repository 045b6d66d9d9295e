import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, type Step, step } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import { readNumber } from '../../kernel/chinese-numbers.ts'
import type { Directory } from '../../kernel/directory.ts'
import { listTexts as texts } from './list.texts.ts'
import { findOfficials } from './officials-named.ts'
import type { Addressee } from './task.ts'
import { tasksOnly } from './task-counts.ts'
import { callAddressee } from './task-people.ts'
import { asking, type FoundTask, type ListedTasks, PAGE_SIZE, type TasksEffect } from './tasks.effects.ts'
import { taskTexts } from './tasks.texts.ts'

const Asked = z.object({
  list: z.enum(['given', 'mine', 'all']),
  appeal: z.string().nullable(),
  page: z.number(),
  only: z.enum(tasksOnly).nullable().default(null),
  /** The words that may name who has them to do; empty: nobody is named. */
  to: z.string().default(''),
  /** When they were given. */
  period: z.object({ from: z.string(), to: z.string(), label: z.string() }).nullable().default(null),
})
export type ListAsked = z.infer<typeof Asked>

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('showing'), asked: Asked }),
  z.object({ step: z.literal('told') }),
])
type ListState = z.infer<typeof State>

/** 第2页, 下一页: from 1. */
export function findPage(text: string): number | undefined {
  const named = /第\s*([\d一二三四五六七八九十]{1,3})\s*页/u.exec(text)?.[1]
  return named === undefined ? undefined : readNumber(named)
}
const NEXT = /^(?:下一页|往下|继续|接着(?:看)?|还有呢|更多|后面的?)[。？?]?$/u

interface Known {
  readonly directory?: Directory
  readonly listed?: ListedTasks
}

/** 我的交办, 我的任务, 还有几件没回我: eight at a time, with what came back. */
export const listDialogue: Dialogue<ListState, Known, TasksEffect> = {
  name: 'tasks.list',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 30,
  needs(state, turn, beginning, known): Readonly<Record<string, Query>> {
    const asked = askedIn(state, turn, beginning)
    if (asked === undefined) return {}
    const { directory } = known as Known
    const { list, appeal, page, only, period } = asked
    if (asked.to !== '' && directory === undefined) return { directory: { ask: 'membership.directory' } }
    const to = whoIsNamed(asked, directory, turn)
    return { listed: asking({ ask: 'tasks.list', list, appeal, page, only, to, given: period }) }
  },
  start: (turn, known, beginning) => show(Asked.parse(beginning.data), known, turn),
  next(state, turn, known) {
    if (state.step === 'told') return step(state)
    const asked = askedIn(state, turn, undefined)
    if (asked !== undefined) return show(asked, known, turn)
    if (turn.kind === 'silence') return step<ListState, TasksEffect>({ step: 'told' })
    return step<ListState, TasksEffect>({ step: 'told' }, [{ text: texts.ended() }])
  },
  resume: (state) => (state.step === 'showing' ? [{ text: texts.more(state.asked.page + 1) }] : []),
  standsAlone: (state) => state.step === 'showing',
}

/** Of several that are called so, whichever of them has it. */
function whoIsNamed({ to }: ListAsked, directory: Directory | undefined, { by }: Turn): readonly Addressee[] {
  if (to === '' || directory === undefined) return []
  const { to: named, unclear } = findOfficials(directory, to, by.person.code)
  return named.length > 0 ? named : (unclear?.options ?? [])
}

function askedIn(
  state: ListState | undefined,
  turn: Turn,
  beginning: Beginning | undefined,
): ListAsked | undefined {
  if (state === undefined) return Asked.safeParse(beginning?.data).data
  if (state.step === 'told') return undefined
  const { asked } = state
  if (turn.kind === 'yes') return { ...asked, page: asked.page + 1 }
  if (turn.kind !== 'say') return undefined
  const { text } = turn.said
  const page = findPage(text) ?? (NEXT.test(text.trim()) ? asked.page + 1 : undefined)
  return page === undefined ? undefined : { ...asked, page }
}

const NOTHING = { total: 0, all: 0, open: 0, waiting: 0, late: 0, back: 0, over: 0, page: 1, tasks: [] }

function show(
  asked: ListAsked,
  { listed = NOTHING, directory }: Known,
  turn: Turn,
): Step<ListState, TasksEffect> {
  const isMore = asked.page * PAGE_SIZE < listed.total && listed.tasks.length > 0
  const state: ListState = isMore ? { step: 'showing', asked } : { step: 'told' }
  const { list, only, period } = asked
  const who =
    directory === undefined
      ? []
      : whoIsNamed(asked, directory, turn).map((one) => callAddressee(one, directory))
  const named = { list, only, who, when: period?.label ?? '' }
  return step<ListState, TasksEffect>(state, [{ text: texts.list(named, listed, turn.by.at) }])
}

const Told = z.object({ step: z.literal('told') })

/** J-0001 办得怎样: one task whole. */
export const showDialogue: Dialogue<z.infer<typeof Told>, { readonly found?: FoundTask }, TasksEffect> = {
  name: 'tasks.show',
  version: 1,
  schema: Told,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs(_state, _turn, beginning): Readonly<Record<string, Query>> {
    const { task: number } = (beginning as Beginning).data as { readonly task: string }
    return { found: asking({ ask: 'tasks.find', number }) }
  },
  start(turn, { found }, beginning) {
    const { task } = beginning.data as { readonly task: string }
    const text = found === undefined ? taskTexts.noSuchTask(task) : texts.show(found, turn.by.at)
    return step({ step: 'told' as const }, [{ text }])
  },
  next: (state) => step(state),
  resume: () => [],
}
