import { z } from 'zod'
import { type Dialogue, type Query, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { Standing } from '../../../kernel/standing.ts'
import { besidesOf, isNews } from './digest.ts'
import { endOfQuarter, startOfQuarter } from './quarter.ts'
import type { DigestPrepared, ToldEffect, ToldQuery } from './told.effects.ts'

const State = z.object({ step: z.literal('told') })
type DigestState = z.infer<typeof State>

/** The clock has counted; the rest is asked in the leader's own name, and told. */
export interface DigestInvitation {
  readonly day: string
}

interface Known {
  readonly waiting?: DigestPrepared
  readonly receipts?: Standing
  readonly tasks?: Parameters<typeof besidesOf>[0]['tasks']
  readonly visits?: Standing
}

const over = (effects: readonly ToldEffect[] = []): Step<DigestState, ToldEffect> =>
  step<DigestState, ToldEffect>({ step: 'told' }, [], effects)

/** 早报: one message on a morning with news, none on the others. */
export const digestDialogue: Dialogue<DigestState, Known, ToldEffect> = {
  name: 'oversight.digest',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 60,
  needs(_state, turn: Turn, beginning, known): Readonly<Record<string, Query>> {
    if (turn.kind !== 'invited' || beginning === undefined) return {}
    const { day } = beginning.data as DigestInvitation
    const waiting: ToldQuery = { ask: 'oversight.digestPrepared', day }
    if (!('waiting' in known)) return { waiting }
    if (known.waiting === undefined) return {}
    const { isNearEnd } = known.waiting as DigestPrepared
    const period = { from: startOfQuarter(day), to: endOfQuarter(day), label: '本季度' }
    const owed = {
      ask: 'visits.standing',
      of: 'owed',
      visit: null,
      where: { leader: null, chamber: null, company: null, mine: true },
      period,
      endingBy: period.to,
    } as const
    return {
      receipts: { ask: 'notices.told', notice: null, of: 'missing' } as Query,
      tasks: { ask: 'tasks.list', list: 'given', appeal: null, page: 1 } as Query,
      ...(isNearEnd ? { visits: owed as Query } : {}),
    }
  },
  start(turn, { waiting, receipts, tasks, visits }, beginning) {
    if (turn.kind !== 'invited' || waiting === undefined) return over()
    const { prepared } = waiting
    const since = prepared.since === null ? null : new Date(prepared.since)
    const besides = besidesOf({ receipts, tasks, visits }, since)
    if (!isNews(prepared, waiting, besides)) return over()
    return over([{ kind: 'oversight.tellDigest', day: (beginning.data as DigestInvitation).day, besides }])
  },
  next: (state) => step<DigestState, ToldEffect>(state),
  resume: () => [],
}
