import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { addTexts as texts } from './add.texts.ts'
import type { DocumentAudience } from './document-audience.ts'
import type { LibraryEffect, LibraryFacts, LibraryQuery } from './library.effects.ts'
import { readAudienceWords } from './read-audience.ts'

const File = z.object({
  sha256: z.string(),
  name: z.string(),
  kind: z.enum(['image', 'file', 'voice', 'video']),
})
const Audience = z.custom<DocumentAudience>((value) => typeof value === 'string')
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('awaitingFile'), audience: Audience.optional() }),
  /** A file came without a word of what it is for. */
  z.object({ step: z.literal('offered'), files: z.array(File), audience: Audience.optional() }),
  z.object({ step: z.literal('reading') }),
  z.object({ step: z.literal('left') }),
  z.object({ step: z.literal('refused') }),
])
type AddState = z.infer<typeof State>
type Taken = Step<AddState, LibraryEffect>
type Known = Partial<Pick<LibraryFacts, 'lastFiles' | 'chamber'>>

/** What the recogniser hands over. */
export interface AddData {
  readonly allowed: boolean
  readonly files: readonly FileRef[]
  /** The word 入库 was said; without it a file is only offered. */
  readonly isAsked: boolean
  readonly words: string
}

/** Files that are documents: voice and films are not. */
export const documentsIn = (files: readonly FileRef[]): readonly FileRef[] =>
  files.filter(({ kind }) => kind === 'file' || kind === 'image')

const choices = () => [
  { id: 'yes', label: texts.offerLabels.yes },
  { id: 'no', label: texts.offerLabels.no },
]

/** 入库: a file sent with it, the last one sent, or the next. The file is read by an errand, and shown before it counts. */
export const addDialogue: Dialogue<AddState, Known, LibraryEffect> = {
  name: 'policy.add',
  version: 2,
  schema: State,
  finalSteps: ['reading', 'left', 'refused'],
  idleMinutes: 60,
  needs(state, turn, beginning): Readonly<Record<string, LibraryQuery>> {
    const data = beginning?.data as AddData | undefined
    if (state !== undefined || data === undefined || !data.allowed || turn.by.chat.kind === 'group') return {}
    return {
      ...(data.files.length === 0 ? { lastFiles: { ask: 'policy.lastFiles' } as const } : {}),
      ...(/商会|协会/u.test(data.words)
        ? { chamber: { ask: 'policy.chamber', words: data.words } as const }
        : {}),
    }
  },
  start(turn, { lastFiles = [], chamber }, beginning): Taken {
    const { allowed, files, isAsked, words } = beginning.data as AddData
    if (!allowed) return step({ step: 'refused' }, [{ text: texts.staffAdds() }])
    if (turn.by.chat.kind === 'group') return step({ step: 'refused' }, [{ text: texts.onlyInPrivate() }])
    const heard = chamber === undefined ? readAudienceWords(words) : (`chamber:${chamber.code}` as const)
    const audience = heard === undefined ? {} : { audience: heard }
    const sent = documentsIn(files.length > 0 ? files : lastFiles)
    if (sent.length === 0) {
      const state: AddState = { step: 'awaitingFile', ...audience }
      return step(state, addDialogue.resume(state))
    }
    if (isAsked) return read(sent, heard)
    const state: AddState = { step: 'offered', files: [...sent], ...audience }
    return step(state, addDialogue.resume(state))
  },
  next(state, turn): Taken {
    if (state.step !== 'awaitingFile' && state.step !== 'offered') return step(state)
    const sent = documentsIn(filesOf(turn))
    if (sent.length > 0) return read(sent, state.audience)
    if (turn.kind === 'silence') return step({ step: 'left' })
    if (turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'skip')
      return step({ step: 'left' }, [{ text: texts.left() }])
    if (state.step === 'offered' && (turn.kind === 'yes' || saysAdd(turn)))
      return read(state.files, state.audience)
    return step(state, addDialogue.resume(state))
  },
  choices: (state) => (state.step === 'offered' ? choices() : []),
  resume(state) {
    if (state.step === 'awaitingFile') return [{ text: texts.sendIt() }]
    if (state.step !== 'offered') return []
    return [{ text: texts.offer(state.files.map(({ name }) => name)), choices: choices() }]
  },
}

function read(files: readonly FileRef[], audience: DocumentAudience | undefined): Taken {
  const isPicture = files.some(({ kind }) => kind === 'image')
  return step(
    { step: 'reading' },
    [
      {
        text: texts.reading(
          files.map(({ name }) => name),
          isPicture,
        ),
      },
    ],
    [{ kind: 'policy.readFiles', files, ...(audience === undefined ? {} : { audience }) }],
  )
}

const filesOf = (turn: Turn): readonly FileRef[] =>
  turn.kind === 'say' ? turn.said.pieces.flatMap(({ files = [] }) => files) : []

const saysAdd = (turn: Turn) => turn.kind === 'say' && /入库/u.test(turn.said.text)
