import { z } from 'zod'
import {
  type Beginning,
  type Dialogue,
  type Facts,
  type Query,
  step,
} from '../../../conversation/dialogue.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsEffect, ListAsked, ListedPage } from '../appeals.effects.ts'
import { listTexts as texts } from './list.texts.ts'
import type { PageTurn } from './read-list.ts'
import { settleList } from './settle-list.ts'

interface Known {
  readonly directory?: Directory
  readonly last?: ListAsked
  readonly page?: ListedPage
}

const State = z.object({ step: z.literal('told') })
const told = { step: 'told' } as const

/** 诉求列表, 金融办的在办, 特急的, 下一页: ten at a time, in private also when asked in a group. */
export const listDialogue: Dialogue<z.infer<typeof State>, Known, AppealsEffect> = {
  name: 'appeals.list',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,

  needs(_state, turn, beginning, known): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'appeal.see-all')) return {}
    const data = (beginning as Beginning).data as ListAsked | PageTurn
    const first: Record<string, Query> = {
      directory: { ask: 'membership.directory' },
      ...('turn' in data ? { last: { ask: 'appeals.last-list' } } : {}),
    }
    const { directory } = known as Known
    const asked = askedOf(data, known)
    if (directory === undefined || asked === undefined) return first
    const { wish } = settleList(asked, directory)
    return { ...first, page: { ask: 'appeals.list', wish, asked, page: asked.page } as Query }
  },

  start(turn, { directory, last, page }, beginning) {
    const say = (text: string) => step<z.infer<typeof State>, AppealsEffect>(told, [{ text }])
    if (!may(turn.by.person, 'appeal.see-all') || directory === undefined) return say(texts.notForYou())
    const asked = askedOf(beginning.data as ListAsked | PageTurn, { last })
    if (asked === undefined || page === undefined) return say(texts.whichList())
    const { name, unread } = settleList(asked, directory)
    return say(texts.list(name, page, unread, turn.by.at, directory))
  },

  next: (state) => step(state),
  resume: () => [],
}

/** Another page is of the list that was shown last. */
function askedOf(data: ListAsked | PageTurn, known: Facts): ListAsked | undefined {
  if (!('turn' in data)) return data
  const { last } = known as Known
  if (last === undefined) return undefined
  return { ...last, page: Math.max(1, data.turn.to ?? last.page + (data.turn.by ?? 0)) }
}
