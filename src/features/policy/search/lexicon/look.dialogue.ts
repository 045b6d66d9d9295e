import { z } from 'zod'
import { type Dialogue, step } from '../../../../conversation/dialogue.ts'
import type { LexiconQuery, LexiconView } from './lexicon.effects.ts'
import { lexiconTexts as texts } from './lexicon.texts.ts'
import type { LookData } from './recognise-lexicon.ts'

const Done = z.object({ step: z.literal('done') })
const done = { step: 'done' } as const

/** “词表”, “词表 过桥”, “词条建议”: staff, in private; nothing is changed. */
export const lookDialogue: Dialogue<z.infer<typeof Done>, { readonly view?: LexiconView }, never> = {
  name: 'policy.words',
  version: 1,
  schema: Done,
  finalSteps: ['done'],
  idleMinutes: 1,
  needs(_state, turn, beginning): Readonly<Record<string, LexiconQuery>> {
    if (beginning === undefined || turn.by.chat.kind === 'group') return {}
    return { view: { ask: 'policy.words', words: (beginning.data as LookData).words } }
  },
  start(turn, { view }, beginning) {
    if (turn.by.chat.kind === 'group') return step(done, [{ text: texts.onlyInPrivate() }])
    if (view === undefined) return step(done)
    const { show, words } = beginning.data as LookData
    if (show === 'about') return step(done, [{ text: texts.about(words, view) }])
    return step(done, [{ text: show === 'proposed' ? texts.proposed(view) : texts.list(view) }])
  },
  next: (state) => step(state),
  resume: () => [],
}
