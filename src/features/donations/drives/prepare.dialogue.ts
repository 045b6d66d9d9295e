import {
  type Dialogue,
  type Facts,
  type Query,
  type Say,
  type Step,
  step,
} from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { asksToSee } from '../../../mailings/mailing-preview.ts'
import { donationsTexts as texts } from '../donations.texts.ts'
import { type Drafted, hearDraft, hearFirst } from './drive-draft.ts'
import { asksHowItStands, readContinue } from './drive-words.ts'
import { missingOf } from './gate.ts'
import { posterTexts } from './poster.texts.ts'
import {
  type Begun,
  type BegunQuery,
  type CallPlan,
  type DriveDraft,
  type DriveEffect,
  type DriveState,
  type PlanCallQuery,
  type PosterQuery,
  State,
} from './prepare-state.ts'

interface Known {
  readonly directory?: Directory
  readonly begun?: Begun
  readonly plan?: CallPlan
  readonly poster?: 'ready' | 'pending'
}
type Taken = Step<DriveState, DriveEffect>

const to = (state: DriveState, says: readonly Say[] = [], effects: readonly DriveEffect[] = []): Taken =>
  step<DriveState, DriveEffect>(state, says, effects)
const kept = (text: string, here = false): Taken =>
  to({ step: 'kept' }, [{ text, ...(here ? { to: 'here' as const } : {}) }])

function refusal(turn: Turn): Taken | undefined {
  if (!may(turn.by.person, 'drive.prepare')) return kept(texts.mayNotPrepare())
  const { chat, audience } = turn.by
  return chat.kind === 'group' && audience !== 'internal' ? kept(texts.notHere(), true) : undefined
}

const wordsOf = (turn: Turn) => ('said' in turn ? (turn.said?.text ?? '') : '')

/** What the form comes to after this turn; undefined where the turn says nothing about it. Pure, and asked twice a step. */
function hear(
  state: DriveState | undefined,
  turn: Turn,
  { directory, begun }: Known,
): { readonly draft: DriveDraft; readonly drafted: Drafted } | undefined {
  if (directory === undefined) return undefined
  const at = turn.by.at
  if (state === undefined) {
    if (begun === undefined || 'problem' in begun) return undefined
    const drafted = hearFirst(begun, wordsOf(turn), directory, at)
    return { draft: { ...begun, ...drafted.draft }, drafted }
  }
  if (!('draft' in state) || turn.kind !== 'say') return undefined
  const asked = state.step === 'collecting' ? state.asked : undefined
  const drafted = hearDraft(state.draft, asked, turn.said.text, directory, at)
  return { draft: { ...state.draft, ...drafted.draft }, drafted }
}

/** From a draft to what is missing, or to the preview when nothing is: there is no other way to a preview. */
function settle(draft: DriveDraft, drafted: Drafted, plan: CallPlan | undefined, turn: Turn): Taken {
  const says: readonly Say[] = drafted.problems.map((text) => ({ text }))
  const keep: DriveEffect = {
    kind: 'donations.keep',
    number: draft.number,
    fields: draft.fields,
    audience: draft.audience,
  }
  const lacks = missingOf(draft.fields, dayOf(turn.by.at))
  if (lacks.length > 0 || plan === undefined) {
    const asked = lacks[0]?.field
    const standing = [
      texts.lacking(draft.number, draft.fields, lacks),
      ...(asked === undefined ? [] : [texts.ask(asked)]),
    ].join('\n')
    return to(
      { step: 'collecting', draft, standing, ...(asked === undefined ? {} : { asked }) },
      [...says, { text: standing }],
      [keep],
    )
  }
  const { preview, poster } = plan
  const isReached = preview.groups.length + preview.privately > 0
  const standing = preview.stops
    ? texts.stopped(preview)
    : isReached
      ? undefined
      : texts.noGroups(preview.audience)
  if (standing !== undefined)
    return to({ step: 'collecting', draft, standing }, [...says, { text: standing }], [keep])
  if (poster === undefined)
    return to(
      { step: 'confirming', draft, preview, shown: false },
      [...says, { text: texts.drawing(draft.number) }],
      [keep, { kind: 'donations.draw', number: draft.number }],
    )
  const { file } = poster
  const picture: readonly Say[] =
    file === undefined ? [] : [{ text: posterTexts.drawn(draft.number), files: [file] }]
  const state: DriveState = { step: 'confirming', draft, preview, shown: true }
  return to(state, [...says, ...picture, ...ask(state)], [keep])
}

function ask(state: DriveState): readonly Say[] {
  if (state.step === 'collecting') return [{ text: state.standing }]
  if (state.step !== 'confirming') return []
  const { draft, preview } = state
  return [
    {
      text: texts.preview(draft.number, draft.confirmation, draft.fields, preview),
      choices: texts.confirmChoices(),
    },
  ]
}

/** Coming back to it after something else: the whole text once more would bury what was just answered. */
function recall(state: DriveState): readonly Say[] {
  if (state.step !== 'confirming' || !state.shown) return ask(state)
  const { number, confirmation, fields } = state.draft
  return [
    { text: texts.stillConfirming(number, confirmation, fields.title), choices: texts.confirmChoices() },
  ]
}

/** Staff fill in the form in any order; what is missing is named until nothing is; then the preview and a yes. */
export const prepareDialogue: Dialogue<DriveState, Known, DriveEffect> = {
  name: 'donations.prepare',
  version: 1,
  schema: State,
  finalSteps: ['submitted', 'kept'],
  idleMinutes: 24 * 60,
  needs(state, turn, _beginning, known: Facts): Readonly<Record<string, Query>> {
    if (state === undefined && refusal(turn) !== undefined) return {}
    const number = state === undefined ? readContinue(wordsOf(turn))?.number : undefined
    const begun: BegunQuery = { ask: 'donations.begun', ...(number === undefined ? {} : { number }) }
    const heard = hear(state, turn, known)
    const isWhole = heard !== undefined && missingOf(heard.draft.fields, dayOf(turn.by.at)).length === 0
    const plan: PlanCallQuery | undefined = isWhole
      ? { ask: 'donations.planCall', draft: heard.draft }
      : undefined
    const poster: PosterQuery | undefined =
      state?.step === 'confirming' && turn.kind === 'yes'
        ? { ask: 'donations.posterState', number: state.draft.number }
        : undefined
    return {
      ...('directory' in known ? {} : { directory: { ask: 'membership.directory' } as const }),
      ...(state === undefined ? { begun } : {}),
      ...(plan === undefined ? {} : { plan }),
      ...(poster === undefined ? {} : { poster }),
    }
  },
  start(turn, known) {
    const refused = refusal(turn)
    if (refused !== undefined) return refused
    const heard = hear(undefined, turn, known)
    if (heard !== undefined) return settle(heard.draft, heard.drafted, known.plan, turn)
    return kept(known.begun !== undefined && 'problem' in known.begun ? known.begun.problem : texts.hint())
  },
  next(state, turn, known) {
    if (state.step === 'submitted' || state.step === 'kept') return to(state)
    const { draft } = state
    const seen: DriveState = state.step === 'confirming' ? { ...state, shown: true } : state
    if (turn.kind === 'cancel') return kept(texts.kept(draft.number))
    if (turn.kind === 'silence') return kept(texts.keptInSilence(draft.number))
    if (state.step === 'confirming' && turn.kind === 'no') return kept(texts.kept(draft.number))
    if (state.step === 'confirming' && turn.kind === 'yes') {
      const { number, confirmation } = draft
      if (known.poster === 'pending') return to(state, [{ text: texts.posterPending(number) }])
      const groups = state.preview.groups.map(({ code }) => code)
      return to(
        { step: 'submitted', number },
        [],
        [{ kind: 'donations.submit', number, confirmation, text: state.preview.text, groups }],
      )
    }
    const heard = hear(state, turn, known)
    if (turn.kind !== 'say' || heard === undefined) return to(seen, ask(seen))
    const { drafted } = heard
    if (drafted.draft !== undefined) return settle(heard.draft, drafted, known.plan, turn)
    if (drafted.problems.length > 0)
      return to(
        state,
        drafted.problems.map((text) => ({ text })),
      )
    if (state.step === 'confirming' && !asksToSee(turn.said.text))
      return to(state, [{ text: texts.previewHint(), choices: texts.confirmChoices() }])
    if (state.step === 'confirming' || asksHowItStands(turn.said.text)) return to(seen, ask(seen))
    const asked = state.step === 'collecting' ? state.asked : undefined
    return to(state, [{ text: asked === undefined ? texts.hint() : texts.ask(asked) }])
  },
  resume: recall,
  choices: (state) => (state.step === 'confirming' ? texts.confirmChoices() : []),
  number: (state) => (state.step === 'confirming' ? state.draft.confirmation : undefined),
  takes: (state) => (state.step === 'collecting' ? 'all' : 'rest'),
}
