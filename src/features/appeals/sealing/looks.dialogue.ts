import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import type { Look, SealingQuery } from './sealing.effects.ts'
import { unsealTexts as texts } from './unseal.texts.ts'

const State = z.object({ step: z.literal('told') })

/** What is known of the looks, for an auditor with names, for the asker with offices; undefined for anybody else. */
export interface LooksKnown {
  readonly number: string
  readonly as: 'auditor' | 'asker'
  readonly looks: readonly Look[]
}

interface Known {
  readonly directory: Directory
  readonly known?: LooksKnown
}

/** 谁看过封存 0266: every look at a sealed name, to whoever may know. */
export const looksDialogue: Dialogue<z.infer<typeof State>, Known> = {
  name: 'appeals.looks',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs(_state, _turn, beginning): Readonly<Record<string, Query>> {
    const { number } = (beginning as Beginning).data as { number: AppealNumber }
    const known: SealingQuery = { ask: 'appeals.looks', number }
    return { directory: { ask: 'membership.directory' }, known }
  },
  start(turn, { directory, known }) {
    const told = { step: 'told' } as const
    if (known === undefined) return step(told, [{ text: texts.looksNotForYou() }])
    const { number, looks, as } = known
    const write = as === 'auditor' ? texts.looks : texts.looksAtYou
    return step(told, [{ text: write(number, looks, directory, turn.by.at) }])
  },
  next: (state) => step(state),
  resume: () => [],
}

/** 匿名反映欠账的是哪家: how unsealing works, to whoever asks. */
export const whoIsItDialogue: Dialogue<z.infer<typeof State>> = {
  name: 'appeals.who-is-it',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  start: () => step({ step: 'told' as const }, [{ text: texts.howItWorks(), to: 'here' }]),
  next: (state) => step(state),
  resume: () => [],
}
