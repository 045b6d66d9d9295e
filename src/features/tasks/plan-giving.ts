/** 交办的打算: what is wanted so far, and what it comes to once names, appeals and calendar are looked up. Pure. */
import { z } from 'zod'
import type { Directory } from '../../kernel/directory.ts'
import { findAskedNumber } from '../../kernel/spoken-number.ts'
import { figureMeant } from './figure-meant.ts'
import { findInstruction, numberBeside } from './instruction-words.ts'
import { findOfficials } from './officials-named.ts'
import {
  EVERY_LINE,
  isOfOne,
  linesMeant,
  linesOf,
  onLines,
  SOME_LINE,
  withoutLines,
} from './ordinal-meant.ts'
import { DueWish, findDue } from './read-due.ts'
import { type Addressee, OFFICE } from './task.ts'
import type { AppealGlance } from './tasks.effects.ts'

export const AddresseeState = z.object({ person: z.string().nullable(), unit: z.string().nullable() })

export const Wish = z.object({
  /** What was said, to the letter; what was added while it was read back stands below. */
  text: z.string(),
  /** One appeal by its number: a short one is this year's, then last year's. */
  alternatives: z.array(z.string()),
  /** Further appeals, each by its number in the same way: 0312、0298 都转给金融办. */
  also: z.array(z.array(z.string())).default([]),
  /** Of these one is meant, or some: the letter that was replied to speaks of several. */
  candidates: z.array(z.string()),
  /** How many the candidates are taken from, where that is more than can be given at once. */
  of: z.number().default(0),
  /** 第二件 without a letter that it answers: lines of `figure`, or of the list that the giver was shown last. */
  lines: z.array(z.number()).default([]),
  /** 明细12-3: the told number whose matters are meant. */
  figure: z.object({ number: z.number(), line: z.number().nullable() }).nullable().default(null),
  /** Chosen or named while it was read back; empty: as the text says. */
  to: z.array(AddresseeState),
  due: DueWish.nullable(),
})
export type Wish = z.infer<typeof Wish>

/** More appeals than a list shows at once are not instructed on in one breath. */
export const MOST_APPEALS = 9

/** What the words and the letter they answer tell of the appeals and the term. */
export function wishOf(text: string, answered: string | undefined, at: Date): Wish {
  const wish: Wish = {
    text,
    alternatives: [],
    also: [],
    candidates: [],
    of: 0,
    lines: [],
    figure: null,
    to: [],
    due: findDue(text, at)?.wish ?? null,
  }
  const named = numbersIn(withoutLines(text), at)
  if (named.length > 0) return { ...wish, ...about(named) }
  const list = linesOf(answered ?? '')
  // A code in the words themselves says more than the letter they answer.
  const figure = figureMeant(text, list.size === 0 ? answered : undefined) ?? null
  const lines = linesMeant(text)
  const unnamed = isOfOne(text) ? SOME_LINE : EVERY_LINE
  if (figure !== null) return { ...wish, figure, lines: lines.length === 0 ? [unnamed] : [...lines] }
  if (list.size === 0) return { ...wish, lines: [...lines] }
  const all = [...list.values()]
  if (all.length === 1) return { ...wish, alternatives: all }
  const meant = onLines(linesMeant(text, list.size), list)
  return { ...wish, ...(meant.length > 0 ? these(meant) : among(all)) }
}

/** Takes these appeals, each by its alternatives, for those that are meant. */
export function about(
  appeals: readonly (readonly string[])[],
): Pick<Wish, 'alternatives' | 'also' | 'candidates' | 'of' | 'lines' | 'figure'> {
  const [first = [], ...also] = appeals
  return {
    alternatives: [...first],
    also: also.map((one) => [...one]),
    candidates: [],
    of: 0,
    lines: [],
    figure: null,
  }
}

/** All of these; where they are too many for one breath it is asked which. */
export const these = (numbers: readonly string[]): ReturnType<typeof about> =>
  numbers.length > MOST_APPEALS ? among(numbers) : about(numbers.map((number) => [number]))

const among = (numbers: readonly string[]): ReturnType<typeof about> => ({
  ...about([]),
  candidates: numbers.slice(0, MOST_APPEALS),
  of: numbers.length > MOST_APPEALS ? numbers.length : 0,
})

/** The list that was shown last tells which one the second is. */
export function withShown(wish: Wish, shown: readonly string[]): Wish {
  if (wish.lines.length === 0) return wish
  if (wish.lines.includes(SOME_LINE))
    return { ...wish, ...(shown.length === 1 ? these(shown) : among(shown)) }
  // 这两件 of a list of three could be any two of it.
  if (linesMeant(wish.text).length > 0 && linesMeant(wish.text, shown.length).length === 0)
    return { ...wish, ...among(shown) }
  const list = new Map(shown.map((number, i) => [i + 1, number]))
  return { ...wish, ...these(onLines(wish.lines, list)) }
}

const JOINED = /^\s*(?:号|诉求|[、,，和跟与及]|以及|还有|\s)*$/u

/** Every appeal that is named, each by its alternatives: one, or several in a row. */
export function numbersIn(text: string, at: Date): readonly (readonly string[])[] {
  const first = findAskedNumber(text, at)
  if (first === undefined) {
    const beside = numberBeside(text)
    const found = beside === undefined ? undefined : findAskedNumber(String(beside.serial), at)
    return found === undefined ? [] : [found.numbers]
  }
  const all: (readonly string[])[] = [first.numbers]
  let rest = text.slice(text.indexOf(first.words) + first.words.length)
  while (text.includes(first.words) && all.length < MOST_APPEALS) {
    const next = findAskedNumber(rest, at)
    const from = next === undefined ? -1 : rest.indexOf(next.words)
    if (next === undefined || from < 0 || !JOINED.test(rest.slice(0, from))) break
    all.push(next.numbers)
    rest = rest.slice(from + next.words.length)
  }
  return all
}

export type Meant =
  | { readonly kind: 'to'; readonly to: readonly Addressee[] }
  /** 王县长, and there are two. */
  | { readonly kind: 'several'; readonly words: string; readonly options: readonly Addressee[] }
  /** Somebody is named whom the roster does not have. */
  | { readonly kind: 'unknown' }

/** 承办单位, 有关部门: whoever has the appeal. */
const WHOEVER = /承办|经办|责任单位|主管|有关|相关|他们|部门|单位/u

/** With nobody named it is for the unit that has the appeal, or for the federation's own office. */
export function whomItMeans(
  wish: Wish,
  glance: AppealGlance | undefined,
  directory: Directory,
  giver: string | undefined,
  at: Date,
): Meant {
  if (wish.to.length > 0) return { kind: 'to', to: wish.to }
  const { to, unclear } = findOfficials(directory, wish.text, giver)
  if (unclear !== undefined) return { kind: 'several', ...unclear }
  if (to.length > 0) return { kind: 'to', to }
  const unit = glance?.unit ?? null
  const names = findInstruction(wish.text, at)?.names === true
  if (names && !WHOEVER.test(wish.text)) return { kind: 'unknown' }
  return { kind: 'to', to: [unit === null ? OFFICE : { person: null, unit }] }
}
