import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, step } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import type { Directory } from '../../kernel/directory.ts'
import { nudgeTexts as texts } from './nudge.texts.ts'
import { findOfficials } from './officials-named.ts'
import type { Addressee } from './task.ts'
import { callAddressee } from './task-people.ts'
import { asking, type ListedTasks, PAGE_SIZE, type TasksEffect } from './tasks.effects.ts'

/** The words, which may name who is to be asked. */
const Asked = z.object({ words: z.string() })
export type NudgeAsked = z.infer<typeof Asked>

const State = z.object({ step: z.literal('asked') })
type State = z.infer<typeof State>

interface Known {
  readonly directory?: Directory
  readonly listed?: ListedTasks
}

/** 催一下金融办, 没回的都催一下: a letter to each who has not answered yet; nothing moves, so nothing is confirmed. */
export const nudgeDialogue: Dialogue<State, Known, TasksEffect> = {
  name: 'tasks.nudgeAll',
  version: 1,
  schema: State,
  finalSteps: ['asked'],
  idleMinutes: 1,
  needs(_state, turn, beginning, known): Readonly<Record<string, Query>> {
    const { directory } = known as Known
    if (directory === undefined) return { directory: { ask: 'membership.directory' } }
    const to = whom(turn, beginning, directory)
    const listed = asking({ ask: 'tasks.list', list: 'given', appeal: null, page: 1, only: 'waiting', to })
    return { directory: { ask: 'membership.directory' }, listed }
  },
  start(turn, { directory, listed }, beginning) {
    const to = directory === undefined ? [] : whom(turn, beginning, directory)
    const names = directory === undefined ? [] : to.map((one) => callAddressee(one, directory))
    const tasks = listed?.tasks ?? []
    if (tasks.length === 0) return step<State, TasksEffect>({ step: 'asked' }, [{ text: texts.none(names) }])
    const rest = (listed?.total ?? 0) - tasks.length
    return step<State, TasksEffect>(
      { step: 'asked' },
      rest > 0 ? [{ text: texts.more(PAGE_SIZE, rest) }] : [],
      tasks.map(({ task }) => ({ kind: 'tasks.nudge', task: task.number })),
    )
  },
  next: (state) => step<State, TasksEffect>(state),
  resume: () => [],
}

/** Of several that are called so, whichever of them has it. */
function whom({ by }: Turn, beginning: Beginning | undefined, directory: Directory): readonly Addressee[] {
  const { words } = Asked.parse(beginning?.data)
  const { to, unclear } = findOfficials(directory, words, by.person.code)
  return to.length > 0 ? to : (unclear?.options ?? [])
}
