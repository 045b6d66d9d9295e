import {
  type Beginning,
  type Dialogue,
  type Facts,
  type Query,
  type Say,
  type Step,
  step,
} from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { audienceName } from '../../../kernel/audience.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import { asksToSee, previewOf } from '../../../mailings/mailing-preview.ts'
import { noticesTexts as texts } from '../notices.texts.ts'
import {
  awaitsReceipts,
  type Drafted,
  draftFromAudience,
  draftFromChange,
  draftFromCommand,
  draftFromText,
  textOf,
} from './notice-draft.ts'
import { PrepareState, type SubmitNotice } from './prepare-state.ts'

interface Known {
  readonly directory?: Directory
  readonly numbers?: { readonly number: number; readonly confirmation: string }
}
type Taken = Step<PrepareState, SubmitNotice>

const to = (state: PrepareState, says: readonly Say[] = [], effects: readonly SubmitNotice[] = []): Taken =>
  step<PrepareState, SubmitNotice>(state, says, effects)

const abandoned = (text: string, here = false): Taken =>
  to({ step: 'abandoned' }, [{ text, ...(here ? { to: 'here' as const } : {}) }])

/** Why this person may not begin here, if they may not. */
function refusal(turn: Turn): Taken | undefined {
  if (!may(turn.by.person, 'notice.prepare')) return abandoned(texts.mayNotPrepare())
  const { chat, audience } = turn.by
  return chat.kind === 'group' && audience !== 'internal' ? abandoned(texts.notHere(), true) : undefined
}

/** The draft as these words leave it; the same for `needs` and for the step. */
function hear(state: PrepareState | undefined, turn: Turn, directory: Directory): Drafted {
  const said = 'said' in turn ? (turn.said?.text ?? '') : ''
  if (state === undefined) return draftFromCommand(said, directory)
  if (state.step === 'submitted' || state.step === 'abandoned') return { draft: {} }
  if (turn.kind !== 'say') return { draft: state.draft, idle: true }
  if (state.step === 'askingAudience') return draftFromAudience(state.draft, said, directory)
  return state.step === 'dictating'
    ? draftFromText(state.draft, said)
    : draftFromChange(state.draft, said, directory)
}

/** From a draft to what is to be asked or shown next. */
function settle(drafted: Drafted, { directory, numbers }: Known, by: Turn['by']): Taken {
  const draft = { ...drafted.draft, ...(drafted.draft.number === undefined ? numbers : {}) }
  const { audience, text, number, confirmation } = draft
  const problem: readonly Say[] = drafted.problem === undefined ? [] : [{ text: drafted.problem }]
  if (audience === undefined || directory === undefined) {
    return to(
      { step: 'askingAudience', draft },
      problem.length > 0 ? problem : [{ text: texts.askAudience() }],
    )
  }
  const name = audienceName(directory, audience)
  if (text === undefined || number === undefined || confirmation === undefined)
    return to({ step: 'dictating', draft: { ...draft, audience }, audience: name }, [
      ...problem,
      { text: texts.askText(name) },
    ])
  const preview = previewOf({ text: textOf(draft), audience, directory, preparedBy: by.person.code })
  if (preview.stops) {
    const { text: _stopped, ...rest } = draft
    return to({ step: 'dictating', draft: { ...rest, audience }, audience: name }, [
      { text: mailingTexts.stopped(preview) },
    ])
  }
  const state: PrepareState = {
    step: 'confirming',
    draft: { ...draft, audience, text, number, confirmation },
    preview,
  }
  return to(state, [...problem, ...ask(state)])
}

function ask(state: PrepareState): readonly Say[] {
  switch (state.step) {
    case 'askingAudience':
      return [{ text: texts.askAudience() }]
    case 'dictating':
      return [{ text: texts.askText(state.audience) }]
    case 'confirming': {
      const { draft, preview } = state
      const text = texts.preview(draft.number, draft.confirmation, preview, awaitsReceipts(draft))
      return [{ text, choices: texts.confirmChoices(preview.isForMany) }]
    }
    default:
      return []
  }
}

/** Coming back to it after something else, people have to be told what it was about. */
function recall(state: PrepareState): readonly Say[] {
  if (state.step === 'askingAudience') return [{ text: texts.stillAskAudience() }]
  if (state.step === 'dictating') return [{ text: texts.stillAskText(state.audience) }]
  if (state.step !== 'confirming') return ask(state)
  const choices = texts.confirmChoices(state.preview.isForMany)
  return [{ text: texts.stillConfirming(state.draft.number), choices }]
}

function submit({ draft, preview }: Extract<PrepareState, { step: 'confirming' }>): Taken {
  const { number, confirmation, audience } = draft
  const groups = preview.groups.map(({ code }) => code)
  return to(
    { step: 'submitted', number },
    [],
    [
      {
        kind: 'notices.submit',
        number,
        confirmation,
        audience,
        text: preview.text,
        groups,
        awaitsReceipts: awaitsReceipts(draft),
      },
    ],
  )
}

/** Staff prepare a notice: whom, what, the exact preview, yes. Nothing is sent by any other word. */
export const prepareDialogue: Dialogue<PrepareState, Known, SubmitNotice> = {
  name: 'notices.prepare',
  version: 1,
  schema: PrepareState,
  finalSteps: ['submitted', 'abandoned'],
  idleMinutes: 120,
  needs(state, turn, _beginning: Beginning | undefined, known: Facts): Readonly<Record<string, Query>> {
    if (state === undefined && refusal(turn) !== undefined) return {}
    if (known.directory === undefined) return { directory: { ask: 'membership.directory' } }
    const { draft } = hear(state, turn, known.directory as Directory)
    const isWhole = draft.audience !== undefined && draft.text !== undefined
    return isWhole && draft.number === undefined ? { numbers: { ask: 'notices.numbers' } } : {}
  },
  start(turn, known) {
    const refused = refusal(turn)
    if (refused !== undefined) return refused
    return settle(
      known.directory === undefined ? { draft: {} } : hear(undefined, turn, known.directory),
      known,
      turn.by,
    )
  },
  next(state, turn, known) {
    if (state.step === 'submitted' || state.step === 'abandoned') return to(state)
    // 不发了 is a no to whatever is asked.
    if (turn.kind === 'cancel' || turn.kind === 'no') return abandoned(texts.abandoned())
    if (turn.kind === 'silence') return abandoned(texts.idle())
    if (state.step === 'confirming') {
      if (turn.kind === 'yes') return submit(state)
      if (turn.kind === 'choose' && turn.choice === 'text')
        return to({ step: 'dictating', draft: state.draft, audience: state.preview.audience }, [
          { text: texts.changeText() },
        ])
      if (turn.kind === 'choose' && turn.choice === 'audience') {
        const { audience: _before, ...draft } = state.draft
        return to({ step: 'askingAudience', draft }, [{ text: texts.askAudience() }])
      }
    }
    // A yes while a text is dictated may be the text's first word; it is asked for again.
    if (turn.kind !== 'say' || known.directory === undefined) return to(state, ask(state))
    const drafted = hear(state, turn, known.directory)
    if (drafted.idle && state.step === 'confirming' && !asksToSee(turn.said.text))
      return to(state, [
        { text: texts.previewHint(), choices: texts.confirmChoices(state.preview.isForMany) },
      ])
    return settle(drafted, known, turn.by)
  },
  resume: recall,
  choices: (state) => (state.step === 'confirming' ? texts.confirmChoices(state.preview.isForMany) : []),
  number: (state) => (state.step === 'confirming' ? state.draft.confirmation : undefined),
  takes: (state) => (state.step === 'dictating' ? 'all' : 'rest'),
}
