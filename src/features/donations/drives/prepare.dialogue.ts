import { z } from 'zod'
import {
  type Dialogue,
  type Facts,
  type Query,
  type Say,
  type Step,
  step,
} from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { AudienceSpec, audienceName, reachOf } from '../../../kernel/audience.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { asksToSee, MailingPreview, previewOf } from '../../../mailings/mailing-preview.ts'
import { donationsTexts as texts } from '../donations.texts.ts'
import { DriveFields, FIELDS } from '../drive.ts'
import { callText, publicNumbers } from './call-text.ts'
import { type Drafted, hearDraft, hearFirst } from './drive-draft.ts'
import { asksHowItStands, readContinue } from './drive-words.ts'
import { missingOf } from './gate.ts'

const Draft = z.object({
  number: z.number().int(),
  confirmation: z.string(),
  fields: DriveFields,
  audience: AudienceSpec,
})
const State = z.discriminatedUnion('step', [
  /** `asked`: the field whose answer may come without its name. */
  z.object({
    step: z.literal('collecting'),
    draft: Draft,
    asked: z.enum(FIELDS).optional(),
    standing: z.string(),
  }),
  z.object({ step: z.literal('confirming'), draft: Draft, preview: MailingPreview }),
  z.object({ step: z.literal('submitted'), number: z.number().int() }),
  /** The draft stays in the store. */
  z.object({ step: z.literal('kept') }),
])
export type DriveState = z.infer<typeof State>
export type DriveDraft = z.infer<typeof Draft>

export type DriveEffect =
  /** Free: a draft that is kept reaches nobody. */
  | {
      readonly kind: 'donations.keep'
      readonly number: number
      readonly fields: DriveFields
      readonly audience: AudienceSpec
    }
  | {
      readonly kind: 'donations.submit'
      readonly number: number
      readonly confirmation: string
      /** As previewed; what is sent is made anew from the kept draft and has to be the same. */
      readonly text: string
      readonly groups: readonly string[]
    }

export interface BegunQuery {
  readonly ask: 'donations.begun'
  readonly number?: number
}
/** A new number, or the draft that goes on; `problem` where there is none to go on with. */
export type Begun = DriveDraft | { readonly problem: string }

interface Known {
  readonly directory?: Directory
  readonly begun?: Begun
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

/** From a draft to what is missing, or to the preview when nothing is: there is no other way to a preview. */
function settle(draft: DriveDraft, drafted: Drafted, directory: Directory, turn: Turn): Taken {
  const says: readonly Say[] = drafted.problems.map((text) => ({ text }))
  const effects: readonly DriveEffect[] = [
    { kind: 'donations.keep', number: draft.number, fields: draft.fields, audience: draft.audience },
  ]
  const lacks = missingOf(draft.fields, dayOf(turn.by.at))
  if (lacks.length > 0) {
    const asked = lacks[0]?.field
    const standing = [
      texts.lacking(draft.number, draft.fields, lacks),
      ...(asked === undefined ? [] : [texts.ask(asked)]),
    ].join('\n')
    return to(
      { step: 'collecting', draft, standing, ...(asked === undefined ? {} : { asked }) },
      [...says, { text: standing }],
      effects,
    )
  }
  const preview = previewOf({
    text: callText(draft.fields, directory.federation),
    audience: draft.audience,
    directory,
    preparedBy: turn.by.person.code,
    allow: publicNumbers(draft.fields),
  })
  const obstacle =
    reachOf(directory, draft.audience).groups.length === 0
      ? texts.noGroups(audienceName(directory, draft.audience))
      : undefined
  const standing = preview.stops ? texts.stopped(preview) : obstacle
  if (standing !== undefined)
    return to({ step: 'collecting', draft, standing }, [...says, { text: standing }], effects)
  const state: DriveState = { step: 'confirming', draft, preview }
  return to(state, [...says, ...ask(state)], effects)
}

function ask(state: DriveState): readonly Say[] {
  if (state.step === 'collecting') return [{ text: state.standing }]
  if (state.step !== 'confirming') return []
  const { draft, preview } = state
  return [{ text: texts.preview(draft.number, draft.confirmation, preview), choices: texts.confirmChoices() }]
}

/** Coming back to it after something else: the whole text once more would bury what was just answered. */
function recall(state: DriveState): readonly Say[] {
  if (state.step !== 'confirming') return ask(state)
  const { number, fields } = state.draft
  return [{ text: texts.stillConfirming(number, fields.title), choices: texts.confirmChoices() }]
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
    return {
      ...('directory' in known ? {} : { directory: { ask: 'membership.directory' } as const }),
      ...(state === undefined ? { begun } : {}),
    }
  },
  start(turn, { directory, begun }) {
    const refused = refusal(turn)
    if (refused !== undefined) return refused
    if (begun === undefined || directory === undefined) return kept(texts.hint())
    if ('problem' in begun) return kept(begun.problem)
    const drafted = hearFirst(begun, wordsOf(turn), directory, turn.by.at)
    return settle({ ...begun, ...drafted.draft }, drafted, directory, turn)
  },
  next(state, turn, { directory }) {
    if (state.step === 'submitted' || state.step === 'kept') return to(state)
    const { draft } = state
    if (turn.kind === 'cancel') return kept(texts.kept(draft.number))
    if (turn.kind === 'silence') return kept(texts.keptInSilence(draft.number))
    if (state.step === 'confirming' && turn.kind === 'no') return kept(texts.kept(draft.number))
    if (state.step === 'confirming' && turn.kind === 'yes') {
      const { number, confirmation } = draft
      const groups = state.preview.groups.map(({ code }) => code)
      return to(
        { step: 'submitted', number },
        [],
        [{ kind: 'donations.submit', number, confirmation, text: state.preview.text, groups }],
      )
    }
    if (turn.kind !== 'say' || directory === undefined) return to(state, ask(state))
    const asked = state.step === 'collecting' ? state.asked : undefined
    const drafted = hearDraft(draft, asked, turn.said.text, directory, turn.by.at)
    if (drafted.draft !== undefined) return settle({ ...draft, ...drafted.draft }, drafted, directory, turn)
    if (drafted.problems.length > 0)
      return to(
        state,
        drafted.problems.map((text) => ({ text })),
      )
    if (state.step === 'confirming' && !asksToSee(turn.said.text))
      return to(state, [{ text: texts.previewHint(), choices: texts.confirmChoices() }])
    if (state.step === 'confirming' || asksHowItStands(turn.said.text)) return to(state, ask(state))
    return to(state, [{ text: asked === undefined ? texts.hint() : texts.ask(asked) }])
  },
  resume: recall,
  choices: (state) => (state.step === 'confirming' ? texts.confirmChoices() : []),
  number: (state) => (state.step === 'confirming' ? state.draft.confirmation : undefined),
  takes: (state) => (state.step === 'collecting' ? 'all' : 'rest'),
}
