import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import { addTexts as texts } from './add.texts.ts'
import type { LibraryEffect, LibraryFacts, LibraryQuery } from './library.effects.ts'
import { libraryTexts } from './library.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('confirming'),
    doc: z.string(),
    title: z.string(),
    remarks: z.array(z.string()),
  }),
  z.object({ step: z.literal('checked') }),
  z.object({ step: z.literal('left') }),
  z.object({ step: z.literal('told') }),
])
type CheckedState = z.infer<typeof State>
type Taken = Step<CheckedState, LibraryEffect>

/** What the recogniser hands over; without a name the scans that wait are listed. */
export interface CheckedData {
  readonly allowed: boolean
  readonly name: string
}

const choices = () => [
  { id: 'yes', label: texts.checkedLabels.yes },
  { id: 'no', label: texts.checkedLabels.no },
]

/** 已核对 X: somebody compared a scan with the paper, and says so. */
export const checkedDialogue: Dialogue<
  CheckedState,
  Partial<Pick<LibraryFacts, 'known' | 'unchecked'>>,
  LibraryEffect
> = {
  name: 'policy.checked',
  version: 1,
  schema: State,
  finalSteps: ['checked', 'left', 'told'],
  idleMinutes: 30,
  needs(state, turn, beginning): Readonly<Record<string, LibraryQuery>> {
    const data = beginning?.data as CheckedData | undefined
    if (state !== undefined || data === undefined || !data.allowed || turn.by.chat.kind === 'group') return {}
    return data.name === ''
      ? { unchecked: { ask: 'policy.unchecked' } }
      : { known: { ask: 'policy.known', words: data.name } }
  },
  start(turn, { known = [], unchecked = [] }, beginning): Taken {
    const { allowed, name } = beginning.data as CheckedData
    const tell = (text: string): Taken => step({ step: 'told' }, [{ text }])
    if (!allowed) return tell(texts.staffCorrect())
    if (turn.by.chat.kind === 'group') return tell(texts.onlyInPrivate())
    if (name === '')
      return tell(
        unchecked.length === 0
          ? texts.noneUnchecked()
          : texts.unchecked(unchecked.slice(0, 20).map(({ doc, title }) => `${title}（${doc}）`)),
      )
    const [first] = known
    if (first === undefined) return tell(libraryTexts.noneNamed(name))
    const waiting = known.filter((one) => one.unchecked)
    if (waiting.length > 1) return tell(libraryTexts.severalNamed(waiting.slice(0, 10).map(({ doc }) => doc)))
    const [only] = waiting
    if (only === undefined) return tell(texts.alreadyChecked(first.title))
    const state: CheckedState = {
      step: 'confirming',
      doc: only.doc,
      title: only.title || only.doc,
      remarks: [...only.remarks],
    }
    return step(state, checkedDialogue.resume(state))
  },
  next(state, turn): Taken {
    if (state.step !== 'confirming') return step(state)
    if (turn.kind === 'yes')
      return step(
        { step: 'checked' },
        [],
        [{ kind: 'policy.correct', doc: state.doc, changes: {}, checked: true }],
      )
    if (turn.kind === 'silence' || turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'skip')
      return step({ step: 'left' })
    return step(state, checkedDialogue.resume(state))
  },
  choices: (state) => (state.step === 'confirming' ? choices() : []),
  resume(state) {
    if (state.step !== 'confirming') return []
    return [{ text: texts.confirmChecked(state.title, state.remarks), choices: choices() }]
  },
}
