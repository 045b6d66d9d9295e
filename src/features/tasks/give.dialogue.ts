import { type Dialogue, type Query, step } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import { may } from '../../kernel/person.ts'
import { giveTexts as texts } from './give.texts.ts'
import {
  abandoned,
  type ConfirmingGiving,
  choicesOf,
  type GiveKnown,
  GiveState,
  type GiveStep,
  type OpenGiving,
  questionOf,
  refused,
  showing,
} from './give-state.ts'
import { isOpenTo, wishAt } from './give-wish.ts'
import { Wish } from './plan-giving.ts'
import { everybody, settle, whomTheyMean } from './settle-giving.ts'
import { asking, type TasksEffect } from './tasks.effects.ts'

/** 批示, 交办: who gets what of whom by when, read back with the words to the letter before it goes. */
export const giveDialogue: Dialogue<GiveState, GiveKnown, TasksEffect> = {
  name: 'tasks.give',
  version: 1,
  schema: GiveState,
  finalSteps: ['given', 'refused', 'abandoned'],
  idleMinutes: 24 * 60,

  needs(state, turn, beginning, known): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'task.give')) return {}
    const facts = known as GiveKnown
    const wanted: Record<string, Query> = { directory: { ask: 'membership.directory' } }
    const wish = wishAt(state, turn, beginning, facts)
    if (wish === undefined) return {}
    if (wish.lines.length > 0)
      return { ...wanted, shown: { ask: 'oversight.shown', figure: wish.figure } as Query }
    if (state === undefined && isOpenTo(wish) && !('meant' in known))
      return { ...wanted, meant: { ask: 'oversight.meant', words: wish.text } as Query }
    const glances = glancesOf(wish)
    Object.assign(wanted, glances)
    if (wish.candidates.length > 1) return wanted
    const isLookedUp = facts.directory !== undefined && Object.keys(glances).every((key) => key in known)
    if (!isLookedUp) return wanted
    const meant = whomTheyMean(wish, facts, turn)
    if (meant.kind === 'each')
      wanted.plan = asking({ ask: 'tasks.plan', to: everybody(meant.to), due: wish.due })
    return wanted
  },

  start(turn, known, beginning) {
    if (!may(turn.by.person, 'task.give')) return refused(texts.notAllowed())
    return settle(wishAt(undefined, turn, beginning, known) ?? Wish.parse(beginning.data), known, turn)
  },

  next(state, turn, known) {
    if (!('wish' in state)) return step(state)
    switch (turn.kind) {
      case 'cancel':
        return abandoned(texts.notGiven())
      case 'silence':
        return abandoned(texts.givingTimedOut())
      case 'no':
        return state.step === 'whichAppeal' ? changed(state, turn, known) : abandoned(texts.notGiven())
      case 'yes':
        return state.step === 'confirming' ? given(state, known, turn) : showing(state)
      default:
        return changed(state, turn, known)
    }
  },

  choices: choicesOf,
  number: (state) =>
    state.step === 'confirming' && state.appeal !== null ? state.appeal.slice(5) : undefined,
  resume(state) {
    const text = questionOf(state)
    return text === undefined ? [] : [{ text, choices: choicesOf(state) }]
  },
  // A name or a term that was asked for is not asked again under every answer to something else.
  standsAlone: (state) => state.step === 'toWhom' || state.step === 'when',
  takes: () => 'rest',
}

/** The appeals that are meant, as the giver may see them. */
function glancesOf({ alternatives, also, candidates }: Wish): Record<string, Query> {
  const glance = (numbers: readonly string[]) => ({ ask: 'oversight.entry', numbers }) as Query
  if (candidates.length > 1)
    return Object.fromEntries(candidates.map((number, i) => [`candidate${i}`, glance([number])]))
  if (alternatives.length === 0) return {}
  return Object.fromEntries([
    ['glance', glance(alternatives)],
    ...also.map((numbers, i) => [`glance${i + 1}`, glance(numbers)]),
  ])
}

/** Said where a number, a name or a term is asked for, and no answer to that. */
const NOT_GIVEN =
  /^(?:算了|那|先|就|还是|我|暂时|[，,\s])*(?:不|别)(?:用|要)?(?:交办|批|转|办|发)了?(?:吧|呗)?[。.]?$/u

function changed(state: OpenGiving, turn: Turn, known: GiveKnown): GiveStep {
  const wish = wishAt(state, turn, undefined, known)
  if (wish === undefined || known.directory === undefined) return showing(state)
  const isSame = JSON.stringify(wish) === JSON.stringify(state.wish)
  if (!isSame) return settle(wish, known, turn)
  if (turn.kind === 'say' && NOT_GIVEN.test(turn.said.text.trim())) return abandoned(texts.notGiven())
  if (state.step === 'whichAppeal') return showing(state)
  if (state.step === 'confirming')
    return step<GiveState, TasksEffect>(state, [{ text: texts.notChanged() }, ...giveDialogue.resume(state)])
  const hint = state.step === 'when' ? texts.when() : texts.notYetOne()
  return step<GiveState, TasksEffect>(state, [{ text: hint, choices: choicesOf(state) }])
}

/** Looked up again with the yes: what is out of reach by now is not instructed on. */
function given(state: ConfirmingGiving, known: GiveKnown, { by }: Turn): GiveStep {
  const { appeal, about, to, more, wish, dueAt } = state
  const items = [{ appeal, about, to }, ...more]
  const gone = items.find(
    (item, i) => item.appeal !== null && (i === 0 ? known.glance : known[`glance${i}`]) === undefined,
  )
  if (gone !== undefined)
    return refused(texts.noSuchAppeal(gone.appeal ?? '', may(by.person, 'appeal.see-all')))
  return step<GiveState, TasksEffect>(
    { step: 'given' },
    [],
    [{ kind: 'tasks.give', items, text: wish.text, dueAt }],
  )
}
