import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsEffect, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { readMaterial } from '../reading/material.ts'
import { findMeant } from '../reading/meant-appeal.ts'
import { type DraftPiece, Piece } from './intake-state.ts'
import { partOf } from './intake-steps.ts'
import { supplementTexts as texts } from './supplement.texts.ts'

const Option = z.object({ number: z.string(), summary: z.string() })
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('choosing'), pieces: z.array(Piece), options: z.array(Option) }),
  z.object({ step: z.literal('added') }),
  z.object({ step: z.literal('begun') }),
  z.object({ step: z.literal('dropped') }),
])
export type SupplementState = z.infer<typeof State>

/** What the recogniser or another dialogue hands over. */
export interface SupplementData {
  readonly number?: AppealNumber
  readonly pieces?: readonly DraftPiece[]
}

interface Known {
  readonly own?: readonly Appeal[]
  readonly lookup?: Lookup
}

/** So many are offered; whoever has more says the number. */
const MOST_OPTIONS = 5
const NEW = 'new'

/** 补充材料: what comes after an appeal was filed goes to the right one, and where that is unclear is asked. */
export const supplementDialogue: Dialogue<SupplementState, Known, AppealsEffect> = {
  name: 'appeals.supplement',
  version: 1,
  schema: State,
  finalSteps: ['added', 'begun', 'dropped'],
  idleMinutes: 3 * 24 * 60,

  needs(state, _turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined) return {}
    const number = (beginning?.data as SupplementData | undefined)?.number
    return number === undefined
      ? { own: { ask: 'appeals.own' } }
      : { lookup: { ask: 'appeals.lookup', number } as Query }
  },

  start(turn, { own = [], lookup }, beginning) {
    const { number } = (beginning.data ?? {}) as SupplementData
    const pieces = piecesIn(turn, beginning)
    if (lookup?.kind === 'last-year') return said({ step: 'dropped' }, appealsTexts.lastYear(lookup.number))
    if (number !== undefined && (lookup?.kind !== 'found' || lookup.as !== 'asker'))
      return said({ step: 'dropped' }, appealsTexts.notYours(spoken(number)))
    if (lookup?.kind === 'found') return add(lookup.appeal.number, pieces)
    const open = own.filter(({ status }) => isOpen(status))
    if (open.length === 0) return begin(pieces)
    const words = pieces.map(({ text }) => text).join('\n')
    const meant = findMeant(words, open)
    const material = readMaterial(words)
    if (meant !== undefined && (open.length > 1 || material !== undefined)) return add(meant.number, pieces)
    // With one matter open, what points back to it can be for nothing else.
    const [only, second] = open
    if (only !== undefined && second === undefined && material?.pointsBack === true)
      return add(only.number, pieces)
    const options = open.slice(0, MOST_OPTIONS).map(({ number: one, summary }) => ({ number: one, summary }))
    const state: SupplementState = { step: 'choosing', pieces, options }
    return step(state, supplementDialogue.resume(state))
  },

  next(state, turn) {
    if (state.step !== 'choosing') return step(state)
    switch (turn.kind) {
      case 'choose': {
        if (turn.choice === NEW) return begin(state.pieces)
        const chosen = state.options.find(({ number }) => number === turn.choice)
        return chosen === undefined ? again(state) : add(chosen.number, state.pieces)
      }
      case 'yes':
        return state.options.length === 1 ? add(state.options[0]?.number ?? '', state.pieces) : again(state)
      case 'no':
        return state.options.length === 1 ? begin(state.pieces) : again(state)
      case 'cancel':
        return said({ step: 'dropped' }, texts.dropped())
      case 'silence':
        return said({ step: 'dropped' }, texts.droppedSilently())
      case 'withdrawn':
      case 'edited':
        return follow(state, turn.message, turn.kind === 'edited' ? turn.text : null)
      case 'say': {
        const known = new Set(state.pieces.map(({ message }) => message))
        const said = (partOf(turn, true)?.pieces ?? []).filter(({ message }) => !known.has(message))
        const more = [...state.pieces, ...said]
        const named = findNamed(turn.said.text, state.options)
        return named === undefined ? again({ ...state, pieces: more }) : add(named.number, more)
      }
      default:
        return again(state)
    }
  },

  choices: choicesOf,
  resume: (state) =>
    state.step === 'choosing'
      ? [{ text: texts.which(filesIn(state.pieces), state.options.length), choices: choicesOf(state) }]
      : [],
  holds: (state, message) =>
    state.step === 'choosing' && state.pieces.some((piece) => piece.message === message),
}

type SupplementStep = Step<SupplementState, AppealsEffect>

const said = (state: SupplementState, text: string): SupplementStep => step(state, [{ text }])
const again = (state: SupplementState): SupplementStep => step(state, supplementDialogue.resume(state))

/** The reply comes with the deed, from whoever carries it out. */
const add = (number: string, pieces: readonly DraftPiece[]): SupplementStep =>
  step<SupplementState, AppealsEffect>(
    { step: 'added' },
    [],
    [{ kind: 'appeals.supplement', number, pieces }],
  )

const begin = (pieces: readonly DraftPiece[]): SupplementStep =>
  step<SupplementState, AppealsEffect>({ step: 'begun' }, [], [{ kind: 'appeals.begin', pieces }])

function choicesOf(state: SupplementState): readonly Choice[] {
  if (state.step !== 'choosing') return []
  return [
    ...state.options.map(({ number, summary }) => ({ id: number, label: texts.option(number, summary) })),
    { id: NEW, label: texts.newOne() },
  ]
}

function piecesIn(turn: Turn, beginning: Beginning): DraftPiece[] {
  const given = (beginning.data as SupplementData | undefined)?.pieces
  return given === undefined ? [...(partOf(turn, true)?.pieces ?? [])] : [...given]
}

function findNamed(text: string, options: readonly { readonly number: string; readonly summary: string }[]) {
  const bare = text.replace(/\D/g, '')
  const byNumber = options.find(({ number }) => bare.length >= 3 && number.replace(/\D/g, '').endsWith(bare))
  return (
    byNumber ??
    findMeant(text, options) ??
    (options.length === 1 && GOES_ON.test(text) ? options[0] : undefined)
  )
}

/** 合同补上了: of the only one that there is. */
const GOES_ON =
  /补(?:上|充|齐|的|了|给)|(?:就|都)是(?:这|那|它|上面|下面|刚才)|^(?:这|那)(?:个|件)?(?:是|就)?(?:它|上面|下面)|材料|合同|单据|回单|发票|凭证/

function follow(
  state: Extract<SupplementState, { step: 'choosing' }>,
  message: string,
  text: string | null,
): SupplementStep {
  const pieces = state.pieces.flatMap((piece) =>
    piece.message !== message ? [piece] : text === null ? [] : [{ ...piece, text }],
  )
  return pieces.length === 0 ? said({ step: 'dropped' }, texts.dropped()) : again({ ...state, pieces })
}

const filesIn = (pieces: readonly DraftPiece[]) =>
  pieces.reduce((sum, { files }) => sum + (files?.length ?? 0), 0)
