import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import type { LinkToDecide, ValidityEffect, ValidityQuery } from './validity.effects.ts'
import { validityTexts as texts } from './validity.texts.ts'

const Link = z.object({ id: z.string(), text: z.string() })
const State = z.discriminatedUnion('step', [
  /** `link` is asked about; those in `rest` come after it. */
  z.object({ step: z.literal('asking'), link: Link, rest: z.array(Link) }),
  z.object({ step: z.literal('done') }),
  z.object({ step: z.literal('left') }),
])
type LinksState = z.infer<typeof State>
type Taken = Step<LinksState, ValidityEffect>

const choices = () => [
  { id: 'yes', label: texts.linkLabels.yes },
  { id: 'no', label: texts.linkLabels.no },
  { id: 'skip', label: texts.linkLabels.skip },
]

/** “文件关系”: what documents say about others, one after another, each with its sentence; nothing counts before a yes. */
export const linksDialogue: Dialogue<
  LinksState,
  { readonly links?: readonly LinkToDecide[] },
  ValidityEffect
> = {
  name: 'policy.links',
  version: 1,
  schema: State,
  finalSteps: ['done', 'left'],
  idleMinutes: 30,
  needs: (state, turn): Readonly<Record<string, ValidityQuery>> =>
    state === undefined && turn.by.chat.kind === 'private' ? { links: { ask: 'policy.links' } } : {},
  start(turn, { links = [] }): Taken {
    if (turn.by.chat.kind === 'group') return step({ step: 'left' }, [{ text: texts.onlyInPrivate() }])
    const [link, ...rest] = links
    if (link === undefined) return step({ step: 'done' }, [{ text: texts.noLinks() }])
    const state: LinksState = { step: 'asking', link, rest }
    return step(state, linksDialogue.resume(state))
  },
  next(state, turn): Taken {
    if (state.step !== 'asking') return step(state)
    switch (turn.kind) {
      case 'yes':
      case 'no':
        return goOn(state, turn.kind === 'yes')
      case 'choose':
        return turn.choice === 'skip' ? goOn(state, undefined) : step(state, linksDialogue.resume(state))
      case 'skip':
        return goOn(state, undefined)
      case 'cancel':
        return step({ step: 'left' }, [{ text: texts.linkLeft(state.rest.length + 1) }])
      case 'silence':
        return step({ step: 'left' })
      default:
        return step(state, linksDialogue.resume(state))
    }
  },
  choices: (state) => (state.step === 'asking' ? choices() : []),
  standsAlone: (state) => state.step === 'asking',
  resume: (state) => (state.step === 'asking' ? [{ text: state.link.text, choices: choices() }] : []),
}

/** To the next one; `isTrue` is undefined where it is left for later. */
function goOn(state: Extract<LinksState, { step: 'asking' }>, isTrue: boolean | undefined): Taken {
  const [link, ...rest] = state.rest
  const effects: readonly ValidityEffect[] =
    isTrue === undefined ? [] : [{ kind: 'policy.decideLink', id: state.link.id, isTrue }]
  if (link === undefined) {
    const text = isTrue === undefined ? texts.linkLeft(1) : texts.linkDecided(isTrue, 0)
    return step({ step: 'done' }, [{ text }], effects)
  }
  const next: LinksState = { step: 'asking', link, rest }
  const lead = isTrue === undefined ? '' : `${texts.linkDecided(isTrue, rest.length + 1)}\n`
  return step(next, [{ text: `${lead}${link.text}`, choices: choices() }], effects)
}
