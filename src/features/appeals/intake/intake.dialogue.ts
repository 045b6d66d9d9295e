import { type Beginning, type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import { readingIn } from '../../../conversation/model-reading.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import { looksLikeConsumerMatter } from '../reading/consumer-matter.ts'
import { proposeUrgency } from '../reading/propose-urgency.ts'
import { collect } from './collecting.ts'
import { confirm } from './confirming.ts'
import { intakeTexts as texts } from './intake.texts.ts'
import { type Draft, IntakeState } from './intake-state.ts'
import { askFor, type IntakeFacts, intakeChoicesOf, partOf, resumeIntake, weigh } from './intake-steps.ts'
import { textOf } from './read-draft.ts'
import { supplement } from './supplementing.ts'

/** What a refused question or a visit hands over; see `appeal.begin`. */
export interface IntakeInvitation {
  readonly text: string
  readonly sources: readonly string[]
  readonly place: string
  readonly group: Draft['group']
}

/** 诉求登记: from free words to a confirmed appeal, in one message or ten. */
export const intakeDialogue: Dialogue<IntakeState, IntakeFacts, AppealsEffect> = {
  name: 'appeals.intake',
  version: 1,
  schema: IntakeState,
  finalSteps: ['filed', 'turnedAway', 'abandoned'],
  // Three days: people come back from a business trip and go on.
  idleMinutes: 3 * 24 * 60,

  needs(state, turn): Readonly<Record<string, Query>> {
    const directory: Query = { ask: 'membership.directory' }
    return mayFile(state, turn) ? { directory, number: { ask: 'appeals.number' } } : { directory }
  },

  start(turn, facts, beginning: Beginning) {
    if (turn.kind === 'say' && looksLikeConsumerMatter(turn.said.text.slice(0, 1000)))
      return step<IntakeState, AppealsEffect>({ step: 'turnedAway' }, [
        { text: texts.notACompanysMatter(), to: 'here' },
      ])
    const draft = firstDraft(turn, beginning)
    return draft.parts.length === 0 ? askFor(draft, turn, 1) : weigh(draft, turn, facts, false)
  },

  next(state, turn, facts) {
    switch (state.step) {
      case 'collecting':
        return collect(state, turn, facts)
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

  holds: (state, message) =>
    (state.step === 'collecting' || state.step === 'confirming') &&
    state.draft.parts.some((part) => part.pieces.some((piece) => piece.message === message)),
}

/** Numbers are handed out before the step: on a yes, and where the words themselves are an emergency. */
function mayFile(state: IntakeState | undefined, turn: Turn): boolean {
  if (state?.step === 'confirming' && turn.kind === 'yes') return true
  if (state?.step !== undefined && state.step !== 'collecting' && state.step !== 'confirming') return false
  const said = turn.kind === 'say' ? turn.said.text : turn.kind === 'edited' ? turn.text : invitedText(turn)
  const before =
    state?.step === 'collecting' || state?.step === 'confirming' ? state.draft.parts.map(textOf) : []
  const all = [...before, said].join('\n').slice(0, 4_000)
  return proposeUrgency(all).urgency === 'critical' || /特急/.test(said)
}

const invitedText = (turn: Turn) => (turn.kind === 'invited' ? (turn.data as IntakeInvitation).text : '')

function firstDraft(turn: Turn, beginning: Beginning): Draft {
  const empty: Draft = {
    parts: [],
    company: null,
    askerName: turn.by.person.name,
    asked: [],
    wasRead: false,
    wanted: false,
    proposed: {},
    group: null,
  }
  if (turn.kind === 'invited') {
    const { text, sources, place, group } = (beginning.data ?? turn.data) as IntakeInvitation
    const [first, ...rest] = sources
    const pieces = [
      { message: first ?? `house:${beginning.frame}`, place, text },
      ...rest.map((message) => ({ message, place, text: '' })),
    ]
    return { ...empty, parts: text.trim() === '' ? [] : [{ pieces, later: false }], wanted: true, group }
  }
  const part = partOf(turn, false)
  const { category, urgency } = readingIn(turn)?.appeal ?? {}
  const proposed = {
    ...(category === undefined ? {} : { category }),
    ...(urgency === undefined ? {} : { urgency }),
  }
  return { ...empty, parts: part === undefined ? [] : [part], proposed }
}
