import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import type { LibraryEffect, LibraryQuery } from './library.effects.ts'
import { type ListedDocument, libraryTexts as texts } from './library.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('confirming'), doc: z.string(), title: z.string() }),
  z.object({ step: z.literal('removed') }),
  z.object({ step: z.literal('kept') }),
  z.object({ step: z.literal('refused') }),
])
type RemoveState = z.infer<typeof State>
type Taken = Step<RemoveState, LibraryEffect>

/** What the recogniser hands over. */
export interface RemoveData {
  readonly words: string
  readonly allowed: boolean
}

const choices = () => [
  { id: 'yes', label: texts.removalLabels.yes },
  { id: 'no', label: texts.removalLabels.no },
]

/** “删除文件 X”: staff, in private, after a look at which it is. */
export const removeDialogue: Dialogue<
  RemoveState,
  { readonly found?: readonly ListedDocument[] },
  LibraryEffect
> = {
  name: 'policy.remove',
  version: 1,
  schema: State,
  finalSteps: ['removed', 'kept', 'refused'],
  idleMinutes: 30,
  needs(state, turn, beginning): Readonly<Record<string, LibraryQuery>> {
    const { words, allowed } = (beginning?.data ?? {}) as Partial<RemoveData>
    if (state !== undefined || !allowed || !words || turn.by.chat.kind === 'group') return {}
    return { found: { ask: 'policy.find', words } }
  },
  start(turn, { found = [] }, beginning): Taken {
    const { words, allowed } = beginning.data as RemoveData
    const refuse = (text: string): Taken => step({ step: 'refused' }, [{ text }])
    if (!allowed) return refuse(texts.staffRemoves())
    if (turn.by.chat.kind === 'group') return refuse(texts.onlyInPrivate())
    if (words === '') return refuse(texts.whichToRemove())
    const [only] = found
    if (only === undefined) return refuse(texts.noneNamed(words))
    if (found.length > 1) return refuse(texts.severalNamed(found.slice(0, 10).map(({ doc }) => doc)))
    const state: RemoveState = { step: 'confirming', doc: only.doc, title: only.title || only.doc }
    return step(state, removeDialogue.resume(state))
  },
  next(state, turn): Taken {
    if (state.step !== 'confirming') return step(state)
    if (turn.kind === 'yes')
      return step({ step: 'removed' }, [], [{ kind: 'policy.remove', doc: state.doc, title: state.title }])
    if (turn.kind === 'silence') return step({ step: 'kept' })
    if (turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'skip')
      return step({ step: 'kept' }, [{ text: texts.kept(state.title) }])
    return step(state, removeDialogue.resume(state))
  },
  choices: (state) => (state.step === 'confirming' ? choices() : []),
  resume: (state) =>
    state.step === 'confirming'
      ? [{ text: texts.confirmRemoval(state.title, state.doc), choices: choices() }]
      : [],
}
