/** 交办的打算: what is wanted so far, and what it comes to once names, appeal and calendar are looked up. Pure. */
import { z } from 'zod'
import type { Directory } from '../../kernel/directory.ts'
import { findAskedNumber } from '../../kernel/spoken-number.ts'
import { findInstruction, numberBeside } from './instruction-words.ts'
import { findOfficials } from './officials-named.ts'
import { DueWish, findDue } from './read-due.ts'
import { type Addressee, OFFICE } from './task.ts'
import type { AppealGlance } from './tasks.effects.ts'

export const AddresseeState = z.object({ person: z.string().nullable(), unit: z.string().nullable() })

export const Wish = z.object({
  /** What was said, to the letter; what was added while it was read back stands below. */
  text: z.string(),
  /** One appeal by its number: a short one is this year's, then last year's. */
  alternatives: z.array(z.string()),
  /** Of these one is meant: the letter that was replied to speaks of several. */
  candidates: z.array(z.string()),
  /** Chosen or named while it was read back; empty: as the text says. */
  to: z.array(AddresseeState),
  due: DueWish.nullable(),
})
export type Wish = z.infer<typeof Wish>

const WHOLE_NUMBER = /(?<!\d)20\d\d-\d{4,6}(?![\d-])/gu

/** What the words and the letter they answer tell of the appeal and the term. */
export function wishOf(text: string, answered: string | undefined, at: Date): Wish {
  const alternatives = numbersIn(text, at)
  const named = [...new Set([...(answered ?? '').matchAll(WHOLE_NUMBER)].map(([number]) => number))]
  const fromLetter = alternatives.length === 0
  return {
    text,
    alternatives: fromLetter && named.length === 1 ? named : [...alternatives],
    candidates: fromLetter && named.length > 1 ? named.slice(0, 9) : [],
    to: [],
    due: findDue(text, at)?.wish ?? null,
  }
}

export function numbersIn(text: string, at: Date): readonly string[] {
  const asked = findAskedNumber(text, at)
  if (asked !== undefined) return asked.numbers
  const beside = numberBeside(text)
  return beside === undefined ? [] : (findAskedNumber(String(beside.serial), at)?.numbers ?? [])
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
