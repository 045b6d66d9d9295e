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
import { asksToSee } from '../../../mailings/mailing-preview.ts'
import { readAboutTemplates } from '../templates/template-words.ts'
import { filesIn, hear, isOver, type Known, SPEAKS_OF_FILE, saidIn, templateIn } from './hear-turn.ts'
import { type Drafted, openGaps } from './notice-draft.ts'
import { prepareTexts as texts } from './prepare.texts.ts'
import { type PrepareEffect, type PrepareQuery, PrepareState } from './prepare-state.ts'
import { asksWho, whoIsMeant } from './who-is-meant.ts'

type Taken = Step<PrepareState, PrepareEffect>
type Confirming = Extract<PrepareState, { step: 'confirming' }>

const to = (state: PrepareState, says: readonly Say[] = [], effects: readonly PrepareEffect[] = []): Taken =>
  step<PrepareState, PrepareEffect>(state, says, effects)

const abandoned = (text: string, here = false): Taken =>
  to({ step: 'abandoned' }, [{ text, ...(here ? { to: 'here' as const } : {}) }])

/** Why this person may not begin here, if they may not. */
function refusal(turn: Turn): Taken | undefined {
  if (!may(turn.by.person, 'notice.prepare')) return abandoned(texts.mayNotPrepare())
  const { chat, audience } = turn.by
  return chat.kind === 'group' && audience !== 'internal' ? abandoned(texts.notHere(), true) : undefined
}

/** From a draft to what is to be asked or shown next. */
function settle(drafted: Drafted, { directory, numbers, plan }: Known): Taken {
  const draft = { ...drafted.draft, ...(drafted.draft.number === undefined ? numbers : {}) }
  const { audience, text, number, confirmation, template } = draft
  const problem: readonly Say[] = drafted.problem === undefined ? [] : [{ text: drafted.problem }]
  if (audience === undefined || directory === undefined)
    return to(
      { step: 'askingAudience', draft },
      problem.length > 0 ? problem : [{ text: texts.askAudience() }],
    )
  if (template !== undefined) {
    const filling: PrepareState = { step: 'filling', draft: { ...draft, template } }
    return to(filling, [...problem, ...ask(filling)])
  }
  const name = audienceName(directory, audience)
  const dictating: PrepareState = { step: 'dictating', draft: { ...draft, audience }, audience: name }
  if (text === undefined || number === undefined || confirmation === undefined || plan === undefined)
    return to(dictating, [...problem, { text: texts.askText(name) }])
  if (plan.kind === 'refused') {
    if (!plan.again) return abandoned(plan.text)
    // What is attached may have called for gifts by its name.
    const { text: _refused, files: _attached, ...rest } = draft
    return to({ step: 'dictating', draft: { ...rest, audience }, audience: name, refused: true }, [
      { text: plan.text },
    ])
  }
  if (plan.kind === 'nobody') {
    const { audience: _nobody, ...rest } = draft
    return to({ step: 'askingAudience', draft: rest }, [{ text: texts.nobodyReached(plan.audience) }])
  }
  if (plan.preview.stops) {
    const { text: _stopped, ...rest } = draft
    const again: PrepareState = { step: 'dictating', draft: { ...rest, audience }, audience: name }
    return to(again, [{ text: mailingTexts.stopped(plan.preview) }])
  }
  const { kind: _ready, ...shown } = plan
  const state: PrepareState = {
    step: 'confirming',
    draft: { ...draft, audience, text, number, confirmation },
    ...shown,
  }
  return to(state, [...problem, ...ask(state)])
}

function ask(state: PrepareState): readonly Say[] {
  switch (state.step) {
    case 'askingAudience':
      return [{ text: texts.askAudience() }]
    case 'filling': {
      const [gap = '', ...more] = openGaps(state.draft)
      return [{ text: texts.askGap(state.draft.template.name, gap, more.length) }]
    }
    case 'dictating':
      return [{ text: texts.askText(state.audience) }]
    case 'confirming': {
      const { number, confirmation, files = [] } = state.draft
      const text = texts.preview({ ...state, number, confirmation } as Parameters<typeof texts.preview>[0])
      const choices = texts.confirmChoices(state.preview.isForMany)
      return [{ text, choices, ...(files.length === 0 ? {} : { files }) }]
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

function submit({ draft, preview }: Confirming): Taken {
  const groups = preview.groups.map(({ code }) => code)
  const effect: PrepareEffect = { kind: 'notices.submit', draft, text: preview.text, groups }
  return to({ step: 'submitted', number: draft.number }, [], [effect])
}

/** What a choice or free words mean while the preview stands; undefined: the words are about the draft. */
function whileConfirming(state: Confirming, turn: Turn): Taken | undefined {
  if (turn.kind === 'yes') return submit(state)
  if (turn.kind === 'choose' && turn.choice === 'text')
    return to({ step: 'dictating', draft: state.draft, audience: state.preview.audience }, [
      { text: texts.changeText() },
    ])
  if (turn.kind === 'choose' && turn.choice === 'audience') {
    const { audience: _before, ...draft } = state.draft
    return to({ step: 'askingAudience', draft }, [{ text: texts.askAudience() }])
  }
  if (turn.kind !== 'say') return undefined
  const about = readAboutTemplates(turn.said.text)
  if (about?.what !== 'save') return undefined
  const text = about.text ?? state.draft.text
  return to(state, [], [{ kind: 'notices.offerTemplate', name: about.name, text }])
}

/** Staff prepare a notice: whom, what, the exact preview, yes. Nothing is sent by any other word. */
export const prepareDialogue: Dialogue<PrepareState, Known, PrepareEffect> = {
  name: 'notices.prepare',
  version: 1,
  schema: PrepareState,
  finalSteps: ['submitted', 'abandoned'],
  idleMinutes: 120,
  needs(
    state,
    turn,
    _beginning: Beginning | undefined,
    known: Facts,
  ): Readonly<Record<string, PrepareQuery | Query>> {
    if (state === undefined && refusal(turn) !== undefined) return {}
    if (state !== undefined && (isOver(state) || turn.kind !== 'say')) return {}
    const asked = templateIn(state, turn)
    if (known.directory === undefined)
      return {
        directory: { ask: 'membership.directory' },
        ...(asked === undefined ? {} : { template: { ask: 'notices.template', name: asked.name } }),
        ...(SPEAKS_OF_FILE.test(saidIn(turn)?.text ?? '') && filesIn(turn).length === 0
          ? { lastFiles: { ask: 'policy.lastFiles' } }
          : {}),
      }
    const { draft } = hear(state, turn, known as Known, known.directory as Directory)
    if (draft.audience === undefined || draft.text === undefined) return {}
    return {
      plan: { ask: 'notices.plan', draft },
      ...(draft.number === undefined ? { numbers: { ask: 'notices.numbers' } } : {}),
    }
  },
  start(turn, known) {
    const refused = refusal(turn)
    if (refused !== undefined) return refused
    const { directory } = known
    return settle(directory === undefined ? { draft: {} } : hear(undefined, turn, known, directory), known)
  },
  next(state, turn, known) {
    if (isOver(state)) return to(state)
    // 不发了 is a no to whatever is asked.
    if (turn.kind === 'cancel' || turn.kind === 'no') return abandoned(texts.abandoned())
    if (turn.kind === 'silence') return abandoned(texts.idle())
    const decided = state.step === 'confirming' ? whileConfirming(state, turn) : undefined
    if (decided !== undefined) return decided
    // A yes while a text is dictated may be the text's first word; it is asked for again.
    if (turn.kind !== 'say' || known.directory === undefined) return to(state, ask(state))
    if (state.step === 'confirming' && asksWho(turn.said.text))
      return to(state, [
        {
          text: whoIsMeant(known.directory, state.draft.audience),
          choices: texts.confirmChoices(state.preview.isForMany),
        },
      ])
    const drafted = hear(state, turn, known, known.directory)
    // What changed nothing is told without the whole preview once more.
    const isSame = drafted.idle || (drafted.problem !== undefined && drafted.draft === state.draft)
    if (isSame && state.step === 'confirming' && !asksToSee(turn.said.text))
      return to(state, [
        {
          text: drafted.problem ?? texts.previewHint(),
          choices: texts.confirmChoices(state.preview.isForMany),
        },
      ])
    const files = filesIn(turn).map(({ name }) => name)
    const taken = settle(drafted, known)
    return files.length === 0 || taken.state.step === 'confirming'
      ? taken
      : { ...taken, says: [{ text: texts.filesKept(files) }, ...taken.says] }
  },
  resume: recall,
  choices: (state) => (state.step === 'confirming' ? texts.confirmChoices(state.preview.isForMany) : []),
  number: (state) => (state.step === 'confirming' ? state.draft.confirmation : undefined),
  takes: (state) => (state.step === 'dictating' && !state.refused ? 'all' : 'rest'),
}
