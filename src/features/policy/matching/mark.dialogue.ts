import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import { Condition } from './condition.ts'
import { refusalOf, markingTexts as texts } from './marking.texts.ts'
import type { DraftFound, Edited, MatchingEffect, MatchingQuery } from './matching.effects.ts'
import type { OfferDraft } from './offer.ts'

const Draft = z.object({
  doc: z.string(),
  title: z.string(),
  opensOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  conditions: z.array(Condition),
  gives: z.string(),
  where: z.string(),
})
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('previewing'), draft: Draft }),
  z.object({ step: z.literal('marked') }),
  z.object({ step: z.literal('left') }),
  z.object({ step: z.literal('refused') }),
])
type MarkState = z.infer<typeof State>
type Taken = Step<MarkState, MatchingEffect>
type Known = { readonly found?: DraftFound; readonly edited?: Edited }

/** What the recogniser hands over. */
export interface MarkData {
  readonly words: string
}

const choices = () => [
  { id: 'yes', label: texts.labels.yes },
  { id: 'no', label: texts.labels.no },
]

/** “标条件 …”: staff look at what was read of a document, change it in words, and confirm it. */
export const markDialogue: Dialogue<MarkState, Known, MatchingEffect> = {
  name: 'policy.mark',
  version: 1,
  schema: State,
  finalSteps: ['marked', 'left', 'refused'],
  idleMinutes: 60,
  needs(state, turn, beginning): Readonly<Record<string, MatchingQuery>> {
    if (state === undefined) {
      const { words = '' } = (beginning?.data ?? {}) as Partial<MarkData>
      if (words === '' || turn.by.chat.kind === 'group') return {}
      return { found: { ask: 'policy.offerDraft', words } }
    }
    if (state.step !== 'previewing' || turn.kind !== 'say') return {}
    return { edited: { ask: 'policy.editOffer', draft: state.draft as OfferDraft, words: turn.said.text } }
  },
  start(turn, { found }, beginning): Taken {
    const { words } = beginning.data as MarkData
    const refuse = (text: string): Taken => step({ step: 'refused' }, [{ text }])
    if (turn.by.chat.kind === 'group') return refuse(texts.onlyInPrivate())
    if (words === '') return refuse(texts.which())
    if (found?.kind !== 'one') return refuse(refusalOf(found, words))
    const text = texts.preview(found.draft, found)
    return step({ step: 'previewing', draft: found.draft as z.infer<typeof Draft> }, [
      { text, choices: choices() },
    ])
  },
  next(state, turn, { edited }): Taken {
    if (state.step !== 'previewing') return step<MarkState, MatchingEffect>(state)
    const draft = state.draft as OfferDraft
    switch (turn.kind) {
      case 'yes':
        if (draft.conditions.length === 0)
          return step(state, [{ text: texts.noConditions(), choices: choices() }])
        return step({ step: 'marked' }, [], [{ kind: 'policy.markOffer', draft }])
      case 'silence':
        return step({ step: 'left' })
      case 'no':
      case 'skip':
      case 'cancel':
        return step({ step: 'left' }, [{ text: texts.left() }])
      case 'say': {
        if (edited === undefined) return step(state, markDialogue.resume(state))
        const unread = edited.unread.length === 0 ? '' : `\n${texts.unread(edited.unread)}`
        const next: MarkState = { step: 'previewing', draft: edited.draft as z.infer<typeof Draft> }
        const text = edited.changed
          ? `${texts.preview(edited.draft)}${unread}`
          : unread.trim() || texts.preview(draft)
        return step(next, [{ text, choices: choices() }])
      }
      default:
        return step(state, markDialogue.resume(state))
    }
  },
  choices: (state) => (state.step === 'previewing' ? choices() : []),
  // Lines of a list of conditions are dictated: 给什么 每人补1500元 is no question.
  takes: () => 'all',
  resume: (state) =>
    state.step === 'previewing'
      ? [{ text: texts.preview(state.draft as OfferDraft), choices: choices() }]
      : [],
}
