import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import { addTexts as texts } from './add.texts.ts'
import type { DocumentAudience } from './document-audience.ts'
import { FactChanges } from './fact-changes.ts'
import type { LibraryEffect, LibraryFacts, LibraryQuery } from './library.effects.ts'
import { libraryTexts } from './library.texts.ts'
import { readCorrections } from './read-corrections.ts'

const State = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('confirming'),
    doc: z.string(),
    title: z.string(),
    changes: FactChanges,
    audience: z.custom<DocumentAudience>((value) => typeof value === 'string').optional(),
    chamber: z.string().optional(),
  }),
  z.object({ step: z.literal('corrected') }),
  z.object({ step: z.literal('left') }),
  z.object({ step: z.literal('refused') }),
])
type CorrectState = z.infer<typeof State>
type Taken = Step<CorrectState, LibraryEffect>

/** What the recogniser hands over: the document's name, and what is to be put right. */
export interface CorrectData {
  readonly allowed: boolean
  readonly name: string
  readonly words: string
}

const choices = () => [
  { id: 'yes', label: texts.correctionLabels.yes },
  { id: 'no', label: texts.correctionLabels.no },
]

/** 修改文件 X 文号是…: what is known of a document put right, after a look at what it will be. */
export const correctDialogue: Dialogue<
  CorrectState,
  Partial<Pick<LibraryFacts, 'known' | 'chamber'>>,
  LibraryEffect
> = {
  name: 'policy.correct',
  version: 1,
  schema: State,
  finalSteps: ['corrected', 'left', 'refused'],
  idleMinutes: 30,
  needs(state, turn, beginning): Readonly<Record<string, LibraryQuery>> {
    const data = beginning?.data as CorrectData | undefined
    if (state !== undefined || data === undefined || !data.allowed || turn.by.chat.kind === 'group') return {}
    return {
      ...(data.name === '' ? {} : { known: { ask: 'policy.known', words: data.name } as const }),
      ...(/商会|协会/u.test(data.words)
        ? { chamber: { ask: 'policy.chamber', words: data.words } as const }
        : {}),
    }
  },
  start(turn, { known = [], chamber }, beginning): Taken {
    const { allowed, name, words } = beginning.data as CorrectData
    const refuse = (text: string): Taken => step({ step: 'refused' }, [{ text }])
    if (!allowed) return refuse(texts.staffCorrect())
    if (turn.by.chat.kind === 'group') return refuse(texts.onlyInPrivate())
    const heard = readCorrections(words)
    const audience = chamber === undefined ? heard.audience : (`chamber:${chamber.code}` as const)
    if (name === '' || (Object.keys(heard.changes).length === 0 && audience === undefined))
      return refuse(texts.whichToCorrect())
    const [only] = known
    if (only === undefined) return refuse(libraryTexts.noneNamed(name))
    if (known.length > 1) return refuse(libraryTexts.severalNamed(known.slice(0, 10).map(({ doc }) => doc)))
    const state: CorrectState = {
      step: 'confirming',
      doc: only.doc,
      title: only.title || only.doc,
      changes: heard.changes,
      ...(audience === undefined ? {} : { audience }),
      ...(chamber === undefined ? {} : { chamber: chamber.name }),
    }
    return step(state, correctDialogue.resume(state))
  },
  next(state, turn): Taken {
    if (state.step !== 'confirming') return step(state)
    if (turn.kind === 'yes') {
      const { doc, changes, audience } = state
      const whom = audience === undefined ? {} : { audience }
      return step({ step: 'corrected' }, [], [{ kind: 'policy.correct', doc, changes, ...whom }])
    }
    if (turn.kind === 'silence') return step({ step: 'left' })
    if (turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'skip')
      return step({ step: 'left' }, [{ text: texts.notCorrected() }])
    return step(state, correctDialogue.resume(state))
  },
  choices: (state) => (state.step === 'confirming' ? choices() : []),
  resume(state) {
    if (state.step !== 'confirming') return []
    return [{ text: texts.confirmCorrection(state.title, linesOf(state)), choices: choices() }]
  },
}

function linesOf({ changes, audience, chamber }: Extract<CorrectState, { step: 'confirming' }>): string[] {
  const { title, documentNumber, issuer, issuedOn, effectiveOn, endsOn } = changes
  return [
    title === undefined ? undefined : texts.changes.title(title),
    documentNumber === undefined ? undefined : texts.changes.documentNumber(documentNumber),
    issuer === undefined ? undefined : texts.changes.issuer(issuer),
    issuedOn === undefined ? undefined : texts.changes.issuedOn(issuedOn),
    effectiveOn === undefined ? undefined : texts.changes.effectiveOn(effectiveOn),
    endsOn === undefined ? undefined : texts.changes.endsOn(endsOn),
    audience === undefined ? undefined : texts.changes.audience(audience, chamber),
  ].filter((line) => line !== undefined)
}
