import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, type Step, step } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import { readNumber } from '../../kernel/chinese-numbers.ts'
import { asking, type FoundTask, type ListedTasks, PAGE_SIZE, type TasksEffect } from './tasks.effects.ts'
import { taskTexts as texts } from './tasks.texts.ts'

const Asked = z.object({
  list: z.enum(['given', 'mine', 'all']),
  appeal: z.string().nullable(),
  page: z.number(),
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

/** 我的交办, 我的任务: eight at a time, with what came back. */
export const listDialogue: Dialogue<ListState, { readonly listed?: ListedTasks }, TasksEffect> = {
  name: 'tasks.list',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 30,
  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    const asked = askedIn(state, turn, beginning)
    return asked === undefined ? {} : { listed: asking({ ask: 'tasks.list', ...asked }) }
  },
  start: (turn, { listed }, beginning) => show(Asked.parse(beginning.data), listed, turn),
  next(state, turn, { listed }) {
    if (state.step === 'told') return step(state)
    const asked = askedIn(state, turn, undefined)
    if (asked !== undefined) return show(asked, listed, turn)
    if (turn.kind === 'silence') return step<ListState, TasksEffect>({ step: 'told' })
    return step<ListState, TasksEffect>({ step: 'told' }, [{ text: texts.ended() }])
  },
  resume: (state) => (state.step === 'showing' ? [{ text: texts.more(state.asked.page + 1) }] : []),
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

function show(asked: ListAsked, listed: ListedTasks | undefined, { by }: Turn): Step<ListState, TasksEffect> {
  const page = listed ?? { total: 0, open: 0, page: asked.page, tasks: [] }
  const isMore = asked.page * PAGE_SIZE < page.total && page.tasks.length > 0
  const state: ListState = isMore ? { step: 'showing', asked } : { step: 'told' }
  return step<ListState, TasksEffect>(state, [{ text: texts.list(asked.list, page, by.at) }])
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
    const text = found === undefined ? texts.noSuchTask(task) : texts.show(found, turn.by.at)
    return step({ step: 'told' as const }, [{ text }])
  },
  next: (state) => step(state),
  resume: () => [],
}
