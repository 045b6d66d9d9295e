import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import { asLine } from '../written.ts'
import { addTexts as texts } from './add.texts.ts'
import type { DocumentAudience } from './document-audience.ts'
import { corrected, FactChanges } from './fact-changes.ts'
import type { LibraryEffect, LibraryFacts, LibraryQuery } from './library.effects.ts'
import { readCorrections } from './read-corrections.ts'
import { Understood } from './understood.ts'

const Audience = z.custom<DocumentAudience>((value) => typeof value === 'string')

/** What the errand brings: a file as it was read, or why it was not. */
export const BroughtReading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused'), name: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('failed'), name: z.string() }),
  z.object({ kind: z.literal('unchanged'), name: z.string() }),
  z.object({
    kind: z.literal('read'),
    name: z.string(),
    file: z.string(),
    reading: z.string(),
    understood: Understood,
    remarks: z.array(z.string()),
    replaces: z.object({ title: z.string(), audience: z.string() }).optional(),
    audience: Audience.optional(),
    chamber: z.string().optional(),
  }),
  z.object({
    kind: z.literal('collection'),
    name: z.string(),
    file: z.string(),
    reading: z.string(),
    documents: z.number(),
    broken: z.number(),
    audience: Audience.optional(),
  }),
])
export type BroughtReading = z.infer<typeof BroughtReading>

const Read = BroughtReading.options[3].extend({ changes: FactChanges })
const State = z.discriminatedUnion('step', [
  Read.extend({ step: z.literal('comparing') }),
  BroughtReading.options[4].extend({ step: z.literal('confirming') }),
  z.object({ step: z.literal('takingIn') }),
  z.object({ step: z.literal('left') }),
  z.object({ step: z.literal('told') }),
])
type TakeInState = z.infer<typeof State>
type Taken = Step<TakeInState, LibraryEffect>

const choices = () => [
  { id: 'yes', label: texts.previewLabels.yes },
  { id: 'no', label: texts.previewLabels.no },
]

/** What was understood of a file that was sent, put right in words, and taken in by a yes. */
export const takeInDialogue: Dialogue<TakeInState, Partial<Pick<LibraryFacts, 'chamber'>>, LibraryEffect> = {
  name: 'policy.take-in',
  version: 1,
  schema: State,
  finalSteps: ['takingIn', 'left', 'told'],
  idleMinutes: 24 * 60,
  needs(state, turn): Readonly<Record<string, LibraryQuery>> {
    if (state?.step !== 'comparing' || turn.kind !== 'say' || !/商会|协会/u.test(turn.said.text)) return {}
    return { chamber: { ask: 'policy.chamber', words: turn.said.text } }
  },
  start(_turn, _facts, beginning): Taken {
    const brought = BroughtReading.safeParse(beginning.data)
    if (!brought.success) return step({ step: 'left' })
    const { data } = brought
    const tell = (text: string): Taken => step({ step: 'told' }, [{ text }])
    if (data.kind === 'refused') return tell(texts.refused(data.name, data.reason))
    if (data.kind === 'failed') return tell(texts.failed(data.name))
    if (data.kind === 'unchanged') return tell(texts.unchanged(data.name))
    const state: TakeInState =
      data.kind === 'read' ? { ...data, step: 'comparing', changes: {} } : { ...data, step: 'confirming' }
    return step(state, takeInDialogue.resume(state))
  },
  next(state, turn, { chamber }): Taken {
    if (state.step !== 'comparing' && state.step !== 'confirming') return step(state)
    const { name, file, reading, audience } = state
    if (turn.kind === 'yes') {
      const changes = state.step === 'comparing' ? state.changes : {}
      const whom = audience === undefined ? {} : { audience }
      return step(
        { step: 'takingIn' },
        [],
        [{ kind: 'policy.takeIn', name, file, reading, changes, ...whom }],
      )
    }
    if (turn.kind === 'silence') return step({ step: 'left' })
    if (turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'skip')
      return step({ step: 'left' }, [{ text: texts.left() }])
    if (state.step === 'comparing' && turn.kind === 'say') {
      const heard = readCorrections(turn.said.text)
      const named = chamber === undefined ? undefined : (`chamber:${chamber.code}` as const)
      const whom = named ?? heard.audience ?? audience
      const next: TakeInState = {
        ...state,
        changes: { ...state.changes, ...heard.changes },
        ...(whom === undefined ? {} : { audience: whom }),
        ...(chamber === undefined ? {} : { chamber: chamber.name }),
      }
      const isUnread = Object.keys(heard.changes).length === 0 && whom === audience
      return isUnread
        ? step(state, [{ text: texts.notRead(asLine(turn.said.text, 20)), choices: choices() }])
        : step(next, takeInDialogue.resume(next))
    }
    return step(state, takeInDialogue.resume(state))
  },
  choices: (state) => (state.step === 'comparing' || state.step === 'confirming' ? choices() : []),
  resume(state) {
    if (state.step === 'confirming')
      return [{ text: texts.collection(state.name, state.documents, state.broken), choices: choices() }]
    if (state.step !== 'comparing') return []
    const { understood, changes, name, remarks, audience, chamber, replaces } = state
    const shown = { ...corrected(understood, changes), name, remarks, audience, chamber, replaces }
    return [{ text: texts.preview(shown), choices: choices() }]
  },
  title: (state) => ('name' in state ? state.name : ''),
}
