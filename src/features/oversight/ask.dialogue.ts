import { z } from 'zod'
import type { Beginning, Dialogue, Effect, Facts, Query, Say, Step } from '../../conversation/dialogue.ts'
import { step } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Choice } from '../../kernel/letter-draft.ts'
import { may } from '../../kernel/person.ts'
import { readThanks } from '../../kernel/small-talk.ts'
import { answerSays, privately } from './answer-says.ts'
import type { Looked } from './looked.ts'
import { nearestQuestions } from './nearest-questions.ts'
import { oversightTexts as texts } from './oversight.texts.ts'
import { Question } from './question.ts'
import { AskedWords, readQuestion } from './read-question.ts'
import { type Option, settleQuestion } from './settle-question.ts'

/** `offset` counts the lines already shown. */
export type OversightQuery = Query & {
  readonly ask: 'oversight.look'
  readonly question: Question
  readonly offset: number
}

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('showing'), question: Question, shown: z.number(), total: z.number() }),
  z.object({
    step: z.literal('choosing'),
    asks: z.string(),
    options: z.array(z.object({ label: z.string(), question: Question })),
  }),
  z.object({ step: z.literal('answered') }),
])
export type AskState = z.infer<typeof State>

interface Known {
  readonly directory?: Directory
  readonly looked?: Looked
}

const ANSWERED: AskState = { step: 'answered' }
const MORE: readonly Choice[] = [
  { id: 'more', label: '继续' },
  { id: 'enough', label: '不用了' },
]
/** 往下 and 还有呢 besides the label and a plain yes. */
const WANTS_MORE =
  /^(?:请)?(?:继续|接着|往下|下一页|下页|其余|其他的?|剩下的?|更多|全部|都(?:列|发)(?:出来|给我)?|还有(?:呢|吗|哪些)?|看(?:看)?(?:其余|其他|剩下|全部|更多)的?)[看说列讲]?(?:吧|呢|一下)?[。？?]?$/u

/** 领导问: one question, its answer, and what is needed to finish it: the next lines, or which one was meant. */
export const askDialogue: Dialogue<AskState, Known, Effect> = {
  name: 'oversight.ask',
  version: 1,
  schema: State,
  finalSteps: ['answered'],
  // A list goes stale: the next question should begin anew rather than be read against an old one.
  idleMinutes: 15,

  needs(state, turn, beginning, known): Readonly<Record<string, Query>> {
    const pending = pendingOf(state, turn, beginning)
    if (pending === undefined || !mayAsk(turn)) return {}
    const wanted: Record<string, Query> = { directory: { ask: 'membership.directory' } }
    const question = questionOf(pending, turn, known)
    if (question !== undefined) {
      const query: OversightQuery = {
        ask: 'oversight.look',
        question,
        offset: pending.kind === 'question' ? pending.offset : 0,
      }
      wanted.looked = query
    }
    return wanted
  },

  start(turn, facts, beginning) {
    const asked = AskedWords.parse(beginning.data)
    const inGroup = turn.by.chat.kind === 'group'
    if (!mayAsk(turn)) return step(ANSWERED, [{ text: texts.notAllowed(), to: 'here' }])
    const taken = answer(asked, turn, facts)
    return step(taken.state, privately(taken.says, inGroup))
  },

  next(state, turn, facts) {
    if (state.step === 'answered') return step(state)
    if (turn.kind === 'silence') return step(ANSWERED)
    if (turn.kind === 'cancel' || turn.kind === 'no' || turn.kind === 'skip')
      return step(ANSWERED, [{ text: texts.ended() }])
    const pending = pendingOf(state, turn, undefined)
    if (pending?.kind === 'question') return reply(pending.question, pending.offset, turn, facts)
    if (turn.kind === 'choose' || turn.kind === 'yes')
      return state.step === 'choosing' ? again(state) : step(ANSWERED, [{ text: texts.ended() }])
    if (turn.kind !== 'say') return step(state, askDialogue.resume(state))
    if (readThanks(turn.said.text)) return step(ANSWERED, [{ text: texts.thanks() }])
    const asked = pending?.asked
    return asked === undefined ? step(ANSWERED, [unclear(turn.said.text)]) : answer(asked, turn, facts)
  },

  choices: (state) =>
    state.step === 'showing'
      ? MORE
      : state.step === 'choosing'
        ? state.options.map(({ label }, i) => ({ id: `option-${i}`, label }))
        : [],

  resume(state) {
    if (state.step === 'showing') return [{ text: texts.rest(state.total - state.shown), choices: MORE }]
    return state.step === 'choosing' ? again(state).says : []
  },
}

const mayAsk = ({ by }: Turn) => may(by.person, 'appeal.see-all') || may(by.person, 'appeal.see-in-scope')

type Pending =
  | { readonly kind: 'asked'; readonly asked: AskedWords }
  | { readonly kind: 'question'; readonly question: Question; readonly offset: number }

/** What this turn asks for, before names are looked up; the same in `needs` and in the step. */
function pendingOf(
  state: AskState | undefined,
  turn: Turn,
  beginning: Beginning | undefined,
): Pending | undefined {
  if (state === undefined) {
    const asked = AskedWords.safeParse(beginning?.data)
    return asked.success ? { kind: 'asked', asked: asked.data } : undefined
  }
  if (state.step === 'showing') {
    const more =
      turn.kind === 'yes' ||
      (turn.kind === 'choose' && turn.choice === 'more') ||
      (turn.kind === 'say' && WANTS_MORE.test(turn.said.text.trim()))
    if (more) return { kind: 'question', question: state.question, offset: state.shown }
  }
  if (state.step === 'choosing') {
    const option = chosenOf(state.options, turn)
    if (option !== undefined) return { kind: 'question', question: option.question, offset: 0 }
  }
  if (turn.kind !== 'say') return undefined
  const asked = readQuestion(turn.said.text, turn.by.at)
  return asked === undefined ? undefined : { kind: 'asked', asked }
}

/** By its button or number, or by words that only one of them carries: 铸造那家. */
function chosenOf(options: readonly Option[], turn: Turn): Option | undefined {
  if (turn.kind === 'choose') return options[Number(turn.choice.replace('option-', ''))]
  if (turn.kind !== 'say') return undefined
  const said = turn.said.text.replace(/[\s，。,.？?]|那家|那个|那件|这家|这个|这件|的|是|我问|我说/gu, '')
  const fitting = said.length < 2 ? [] : options.filter(({ label }) => label.includes(said))
  return fitting.length === 1 ? fitting[0] : undefined
}

function questionOf(pending: Pending, turn: Turn, known: Facts): Question | undefined {
  if (pending.kind === 'question') return pending.question
  const directory = known.directory as Directory | undefined
  if (directory === undefined || pending.asked.kind === 'unclear') return undefined
  const settled = settleQuestion(pending.asked, directory, turn.by.at)
  return settled.kind === 'question' ? settled.question : undefined
}

function answer(asked: AskedWords, turn: Turn, facts: Known): Step<AskState, Effect> {
  if (asked.kind === 'unclear' || facts.directory === undefined) return step(ANSWERED, [unclear(asked.text)])
  const settled = settleQuestion(asked, facts.directory, turn.by.at)
  if (settled.kind === 'unclear') return step(ANSWERED, [unclear(asked.text)])
  if (settled.kind === 'question') return reply(settled.question, 0, turn, facts)
  return again({ step: 'choosing', asks: texts.whichCompany(), options: [...settled.options] })
}

function reply(
  question: Question,
  offset: number,
  turn: Turn,
  { looked, directory }: Known,
): Step<AskState, Effect> {
  if (looked === undefined || directory === undefined) return step(ANSWERED, [unclear('')])
  const { text, shownTo, total } = answerSays(question, looked, offset, turn.by.at, directory)
  if (looked.kind === 'several') {
    const options = looked.entries.map((entry) => ({
      label: texts.option(entry),
      question: { kind: 'number' as const, numbers: [entry.number] },
    }))
    return again({ step: 'choosing', asks: text, options })
  }
  // Nothing new came though more was promised: what was left has been settled meanwhile.
  if (shownTo === undefined || total === undefined || shownTo >= total || shownTo === offset)
    return step(ANSWERED, [{ text }])
  return step({ step: 'showing', question, shown: shownTo, total }, [{ text, choices: MORE }])
}

const again = (state: Extract<AskState, { step: 'choosing' }>): Step<AskState, Effect> =>
  step<AskState, Effect>(state, [{ text: state.asks, choices: askDialogue.choices?.(state) ?? [] }])

const unclear = (text: string): Say => ({ text: texts.unclear(nearestQuestions(text)) })
