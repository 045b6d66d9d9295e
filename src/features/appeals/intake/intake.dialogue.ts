import { type Beginning, type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import { readingIn } from '../../../conversation/model-reading.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import { looksLikeConsumerMatter } from '../reading/consumer-matter.ts'
import { goesOnWithMatter } from '../reading/goes-on.ts'
import { readMaterial } from '../reading/material.ts'
import { proposeUrgency } from '../reading/propose-urgency.ts'
import { readMatter } from '../reading/read-matter.ts'
import { wantsToBeSealed } from '../reading/sealing.ts'
import { collect } from './collecting.ts'
import { confirm } from './confirming.ts'
import { intakeTexts as texts } from './intake.texts.ts'
import { type Draft, type DraftPiece, IntakeState } from './intake-state.ts'
import { askFor, type IntakeFacts, intakeChoicesOf, partOf, resumeIntake, weigh } from './intake-steps.ts'
import { textOf } from './part-text.ts'
import { proposedBy } from './proposed-by.ts'
import { readDraft } from './read-draft.ts'
import { splitSaid } from './split-said.ts'
import { supplement } from './supplementing.ts'
import { claimOf, hasFiles } from './which-draft.ts'

/** What another dialogue hands over: words said before, in the messages they were said in. */
export interface IntakeInvitation {
  readonly pieces: readonly DraftPiece[]
  readonly group: Draft['group']
}

/** 诉求登记: from free words to a confirmed appeal, in one message or ten. */
export const intakeDialogue: Dialogue<IntakeState, IntakeFacts, AppealsEffect> = {
  name: 'appeals.intake',
  version: 2,
  schema: IntakeState,
  upgrade: (stored) => withSecrecy(stored),
  finalSteps: ['filed', 'turnedAway', 'abandoned'],
  // Three days: people come back from a business trip and go on.
  idleMinutes: 3 * 24 * 60,

  needs(state, turn): Readonly<Record<string, Query>> {
    const directory: Query = { ask: 'membership.directory' }
    const own: Readonly<Record<string, Query>> = mayBeForFiled(state, turn)
      ? { own: { ask: 'appeals.own' } }
      : {}
    return mayFile(state, firstMatter(state, turn).turn)
      ? { directory, ...own, number: { ask: 'appeals.number' } }
      : { directory, ...own }
  },

  start(turn, facts, beginning: Beginning) {
    if (turn.kind === 'say' && looksLikeConsumerMatter(turn.said.text.slice(0, 1000)))
      return step<IntakeState, AppealsEffect>({ step: 'turnedAway' }, [
        { text: texts.notACompanysMatter(), to: 'here' },
      ])
    const { turn: first, others } = firstMatter(undefined, turn)
    const wanted = others.length > 0 || turn.kind === 'invited' || isTold(first)
    const draft = { ...firstDraft(first, beginning), wanted }
    const taken = draft.parts.length === 0 ? askFor(draft, first, 1) : weigh(draft, first, facts, false)
    return { ...taken, effects: [...taken.effects, ...others] }
  },

  next(state, turn, facts) {
    switch (state.step) {
      case 'collecting': {
        const { turn: first, others } = firstMatter(state, turn)
        const wanted = state.draft.wanted || others.length > 0
        const taken = collect({ ...state, draft: { ...state.draft, wanted } }, first, facts)
        return { ...taken, effects: [...taken.effects, ...others] }
      }
      case 'confirming':
        return confirm(state, turn, facts)
      case 'supplementing':
        return supplement(state, turn, facts)
      default:
        return step(state)
    }
  },

  resume: resumeIntake,
  choices: intakeChoicesOf,

  claims: (state, said) =>
    'draft' in state && state.step !== 'supplementing' ? claimOf(state.draft, said) : 'other',
  title: (state) => ('draft' in state ? texts.title(readDraft(state.draft)) : ''),
  goesOn: (_state, said) =>
    // Answered to somebody else it is for them.
    said.replyTo === undefined && (said.text.trim() === '' ? hasFiles(said) : goesOnWithMatter(said.text)),

  holds: (state, message) =>
    (state.step === 'collecting' || state.step === 'confirming') &&
    state.draft.parts.some((part) => part.pieces.some((piece) => piece.message === message)),
}

/** Papers that are handed in while a draft waits may go with what was filed before. */
const mayBeForFiled = (state: IntakeState | undefined, turn: Turn) =>
  state?.step === 'confirming' && turn.kind === 'say' && readMaterial(turn.said.text) !== undefined

/** Drafts of before secrecy could be chosen. */
function withSecrecy(stored: unknown): unknown {
  const state = stored as { draft?: object }
  return state.draft === undefined
    ? state
    : { ...state, draft: { secrecy: null, letGo: false, ...state.draft } }
}

/**
 * The first of several matters goes on here; each of the others begins an intake of its own. After the read-back
 * words are about this one.
 */
function firstMatter(
  state: IntakeState | undefined,
  turn: Turn,
): { readonly turn: Turn; readonly others: readonly AppealsEffect[] } {
  const isListening = state === undefined || (state.step === 'collecting' && !state.draft.wasRead)
  if (!isListening || turn.kind !== 'say') return { turn, others: [] }
  const [said = turn.said, ...rest] = splitSaid(turn.said, readingIn(turn)?.appeal?.matters)
  if (rest.length === 0) return { turn, others: [] }
  // A model's proposals are about the whole of it.
  const { slots: _slots, ...first } = turn
  return { turn: { ...first, said }, others: rest.map(({ pieces }) => ({ kind: 'appeals.begin', pieces })) }
}

/** Numbers are handed out before the step: on a yes, and where the words themselves are an emergency. */
function mayFile(state: IntakeState | undefined, turn: Turn): boolean {
  if (state?.step === 'confirming' && turn.kind === 'yes') return true
  if (state?.step !== undefined && state.step !== 'collecting' && state.step !== 'confirming') return false
  const said = turn.kind === 'say' ? turn.said.text : turn.kind === 'edited' ? turn.text : invitedText(turn)
  const before =
    state?.step === 'collecting' || state?.step === 'confirming'
      ? state.draft.parts.map((part) => textOf(part))
      : []
  const all = [...before, said].join('\n').slice(0, 4_000)
  return proposeUrgency(all).urgency === 'critical' || /特急/.test(said)
}

/** Shorter than this is an announcement (我要提个诉求), and the trouble itself is still to come. In characters. */
const TOLD = 12

/**
 * Whether the words tell something, though no rule is sure that it is a trouble: then they are read back, and
 * the person says yes or no, instead of being asked for what they have just said.
 */
function isTold(turn: Turn): boolean {
  if (turn.kind !== 'say' || turn.said.text.length < TOLD) return false
  if (wantsToBeSealed(turn.said.text)) return true
  const { score, category } = readMatter(turn.said.text)
  return score >= 0.3 && category !== 'other'
}

const invitedText = (turn: Turn) =>
  turn.kind === 'invited' ? (turn.data as IntakeInvitation).pieces.map(({ text }) => text).join('\n') : ''

function firstDraft(turn: Turn, beginning: Beginning): Draft {
  const empty: Draft = {
    parts: [],
    company: null,
    askerName: turn.by.person.name,
    asked: [],
    wasRead: false,
    wanted: false,
    proposed: {},
    letGo: false,
    secrecy: null,
    group: null,
  }
  if (turn.kind === 'invited') {
    const { pieces, group } = (beginning.data ?? turn.data) as IntakeInvitation
    return { ...empty, parts: pieces.length === 0 ? [] : [{ pieces: [...pieces], later: false }], group }
  }
  const part = partOf(turn, false)
  const proposed = proposedBy(turn)
  return { ...empty, parts: part === undefined ? [] : [part], proposed }
}
