/** What somebody wants given after this turn; the same in `needs` and in the step. Pure. */
import type { Beginning } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { GiveKnown, GiveState, OpenGiving } from './give-state.ts'
import { findInstruction } from './instruction-words.ts'
import { findOfficials } from './officials-named.ts'
import { linesMeant, onLines, withoutLines } from './ordinal-meant.ts'
import { about, MOST_APPEALS, numbersIn, these, Wish, wishOf, withShown } from './plan-giving.ts'
import { findDue } from './read-due.ts'

export function wishAt(
  state: GiveState | undefined,
  turn: Turn,
  beginning: Beginning | undefined,
  known: GiveKnown,
): Wish | undefined {
  const wish =
    state === undefined
      ? Wish.safeParse(beginning?.data).data
      : 'wish' in state
        ? wishAfter(state, turn, known.directory)
        : undefined
  if (wish === undefined) return undefined
  if ('meant' in known && state === undefined && isOpenTo(wish))
    return { ...wish, ...oneOf(known.meant ?? []) }
  // Where nothing was shown lately the words mean no list, and are about no appeal.
  return 'shown' in known ? withShown(wish, known.shown ?? []) : wish
}

/** Whether neither a number nor a list says which appeal is meant. */
export const isOpenTo = ({ alternatives, candidates, lines }: Wish): boolean =>
  alternatives.length === 0 && candidates.length === 0 && lines.length === 0

const oneOf = (numbers: readonly string[]): Partial<Wish> =>
  numbers.length === 1 ? these(numbers) : { candidates: numbers.slice(0, MOST_APPEALS) }

function wishAfter(state: OpenGiving, turn: Turn, directory: Directory | undefined): Wish {
  const { wish } = state
  if (turn.kind === 'choose') return { ...wish, ...chosen(state, turn.choice) }
  // 都不是: of none of them, or of one that is named now.
  if (state.step === 'whichAppeal' && (turn.kind === 'skip' || turn.kind === 'no'))
    return { ...wish, candidates: [] }
  if (state.step === 'when' && turn.kind === 'skip') return { ...wish, due: null }
  return turn.kind === 'say' ? changedBy(turn.said.text, state, turn, directory) : wish
}

function chosen(state: OpenGiving, choice: string): Partial<Wish> {
  const at = Number(/\d+$/u.exec(choice)?.[0] ?? -1)
  if (state.step === 'whichAppeal') {
    const { candidates } = state.wish
    const number = candidates[at]
    if (number !== undefined) return about([[number]])
    if (choice === 'every') return these(candidates)
    return choice === 'none' ? { candidates: [] } : {}
  }
  const option = state.step === 'toWhom' ? state.options[at] : undefined
  return option === undefined ? {} : { to: [option.to] }
}

const NO_TERM = /^(?:不定|不限|没有|不设|无|不用)(?:期限|时间)?(?:了)?$/u
const ALL_OF_THEM = /^(?:都是|全部|全都|都(?:要|办|算)?|每一?件都?是?|所有的?)(?:的|吧|了)?[。.]?$/u

/** 给供电公司, 改成五天, 是0313: what changes; the rest stays, and the words join the ones to be quoted. */
function changedBy(text: string, state: OpenGiving, { by }: Turn, directory: Directory | undefined): Wish {
  const { wish } = state
  const numbers = numbersIn(withoutLines(text), by.at)
  // A whole instruction about an appeal is another one, not a change of this.
  if (numbers.length > 0 && findInstruction(text, by.at)?.names) return wishOf(text, undefined, by.at)
  const due = findDue(text, by.at)?.wish
  const named = directory === undefined ? undefined : findOfficials(directory, text, by.person.code)
  const to = named === undefined || named.unclear !== undefined ? [] : named.to
  const change: Partial<Wish> = {
    ...(numbers.length > 0 ? about(numbers) : {}),
    ...(state.step === 'whichAppeal' && numbers.length === 0 ? whichOf(text, wish.candidates) : {}),
    ...(due === undefined ? {} : { due }),
    ...(state.step === 'when' && NO_TERM.test(text.trim()) ? { due: null } : {}),
    ...(to.length === 0 ? {} : { to: [...to] }),
  }
  const says = (due !== undefined || to.length > 0) && !wish.text.includes(text.trim())
  return { ...wish, ...change, ...(says ? { text: `${wish.text}\n${text.trim()}` } : {}) }
}

/** 第二件, 都是, 都不是. */
function whichOf(text: string, candidates: readonly string[]): Partial<Wish> {
  if (/^都?不是/u.test(text.trim())) return { candidates: [] }
  if (ALL_OF_THEM.test(text.trim())) return these(candidates)
  const list = new Map(candidates.map((number, i) => [i + 1, number]))
  const meant = onLines(linesMeant(text, list.size), list)
  return meant.length === 0 ? {} : these(meant)
}
