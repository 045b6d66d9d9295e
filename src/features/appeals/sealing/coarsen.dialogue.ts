import { z } from 'zod'
import {
  type Beginning,
  type Dialogue,
  type Query,
  type Say,
  type Step,
  step,
} from '../../../conversation/dialogue.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import type { Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { withChanges } from './apply-change.ts'
import { clueKinds, withCoarser } from './clues.ts'
import { coarsenChoices, coarsenTexts as texts } from './coarsen.texts.ts'
import { findClues } from './find-clues.ts'
import { readChanges } from './read-change.ts'
import type { CoarseningEffect } from './sealing.effects.ts'

const Previewing = z.object({
  step: z.literal('previewing'),
  number: z.string(),
  /** The appeal's own words, to see whether they changed before the yes. */
  basis: z.string(),
  /** What the clues stand in: the basis, or what staff wrote instead. */
  base: z.string(),
  clues: z.array(
    z.object({ kind: z.enum(clueKinds), at: z.number(), text: z.string(), instead: z.string() }),
  ),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), goes: z.boolean() })),
  /** What goes on after the yes; null where nothing waits for it. */
  after: z.looseObject({}).nullable(),
})
const State = z.discriminatedUnion('step', [
  Previewing,
  z.object({ step: z.literal('coarsened') }),
  z.object({ step: z.literal('left') }),
])
export type CoarsenState = z.infer<typeof State>
type Previewing = z.infer<typeof Previewing>
type CoarsenStep = Step<CoarsenState, CoarseningEffect>

/** By 核对封存 0312, or in front of a dispatch. */
export interface CoarsenAsked {
  readonly number?: AppealNumber
  readonly after?: object
}

interface Known {
  readonly directory?: Directory
  readonly lookup?: Lookup
}

/** 重新识别预览: what would still give a sealed asker away is seen, and coarsened, before a unit sees anything. */
export const coarsenDialogue: Dialogue<CoarsenState, Known, CoarseningEffect> = {
  name: 'appeals.coarsen',
  version: 1,
  schema: State,
  finalSteps: ['coarsened', 'left'],
  idleMinutes: 24 * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'appeal.dispatch')) return {}
    const directory: Query = { ask: 'membership.directory' }
    if (state !== undefined) return { directory }
    const { number } = (beginning as Beginning).data as CoarsenAsked
    return number === undefined ? {} : { directory, lookup: { ask: 'appeals.lookup', number } as Query }
  },

  start(turn, { directory, lookup }, beginning) {
    const { number, after } = beginning.data as CoarsenAsked
    const left = (text: string): CoarsenStep =>
      step<CoarsenState, CoarseningEffect>({ step: 'left' }, [{ text }])
    if (!may(turn.by.person, 'appeal.dispatch')) return left(texts.notForYou())
    if (number === undefined || directory === undefined) return left(texts.whichAppeal())
    if (lookup?.kind === 'last-year') return left(appealsTexts.lastYear(lookup.number))
    if (lookup?.kind !== 'found') return left(appealsTexts.noSuchNumber(spoken(number)))
    const { appeal } = lookup
    if (!appeal.sealed) return left(texts.notSealed(appeal.number))
    const state = firstLook(appeal, after ?? null, directory, turn.by.at)
    return step<CoarsenState, CoarseningEffect>(state, preview(state, false))
  },

  next(state, turn, { directory }) {
    if (state.step !== 'previewing') return step(state)
    const left = (text: string): CoarsenStep =>
      step<CoarsenState, CoarseningEffect>({ step: 'left' }, [{ text }])
    switch (turn.kind) {
      case 'yes':
        return coarsened(state)
      case 'no':
      case 'cancel':
        return left(texts.left(state.number, state.after !== null))
      case 'silence':
        return left(texts.timedOut(state.number))
      case 'say': {
        const changes = readChanges(turn.said.text)
        if ('unread' in changes)
          return step<CoarsenState, CoarseningEffect>(state, [
            { text: texts.unread(state.number, changes.unread), choices: coarsenChoices },
          ])
        const changed = withChanges(state, changes, directory, turn.by.at)
        if ('wrong' in changed)
          return step<CoarsenState, CoarseningEffect>(state, [
            { text: changed.wrong, choices: coarsenChoices },
          ])
        return step<CoarsenState, CoarseningEffect>(changed, preview(changed, true))
      }
      default:
        return step(state, preview(state, true))
    }
  },

  choices: (state) => (state.step === 'previewing' ? coarsenChoices : []),
  number: (state) => (state.step === 'previewing' ? shortNumber(state.number) : undefined),
  resume: (state) => (state.step === 'previewing' ? preview(state, true) : []),
}

function firstLook(appeal: Appeal, after: object | null, directory: Directory, now: Date): Previewing {
  const before = appeal.outward
  const base = before ?? appeal.text
  const clues = findClues(base, directory, now)
  return {
    step: 'previewing',
    number: appeal.number,
    basis: appeal.text,
    base,
    // What staff let out once stays as they wrote it.
    clues: clues.map((clue) => (before === null ? clue : { ...clue, instead: clue.text })),
    files: appeal.files.map(({ sha256, name, outward }) => ({ sha256, name, goes: outward === true })),
    after: after === null ? null : { ...after },
  }
}

function preview(state: Previewing, isAgain: boolean): readonly Say[] {
  const { number, clues, files, basis, base } = state
  const outward = withCoarser(base, clues)
  const text = texts.preview({ number, outward, clues, files, isOwn: base !== basis, isAgain })
  return [{ text, choices: coarsenChoices }]
}

function coarsened({ number, basis, base, clues, files, after }: Previewing): CoarsenStep {
  return step<CoarsenState, CoarseningEffect>(
    { step: 'coarsened' },
    [],
    [
      {
        kind: 'appeals.coarsen',
        number,
        basis,
        outward: withCoarser(base, clues),
        files: files.filter(({ goes }) => goes).map(({ sha256 }) => sha256),
        after,
      },
    ],
  )
}
