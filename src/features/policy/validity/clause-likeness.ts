/** The same clause in two editions: numbers move, words are added, and most of it stays. Compared 款 by 款. */

import type { Passage } from '../library/policy-document.ts'
import { clausesOf } from '../reading/split-clauses.ts'

/**
 * Share of pairs of characters in common, from which on two clauses are one that went on. Together with being each
 * other's nearest it found, of two statutes and their amended editions, every clause that went on in other words and
 * none that was new.
 */
const SAME_CLAUSE = 0.3

/** One 款: its words as they stand in the passage, and where they begin there. */
export type Clause = { passage: Passage; text: string; at: number }

/** Tables and asked questions have no counterparts. */
export function clausesIn(passages: readonly Passage[]): Clause[] {
  return passages
    .filter(({ kind }) => kind === undefined)
    .flatMap((passage) => {
      let at = 0
      return clausesOf(passage.text.split('\n').filter((line) => line.trim() !== '')).flatMap((lines) => {
        const text = within(passage.text, lines, at)
        if (text === undefined) return []
        at = text.at + text.text.length
        return [{ passage, ...text }]
      })
    })
}

/** The clause of the other edition that went on as this one; undefined where it is new, or went away. */
export function counterpart(
  clause: Clause,
  own: readonly Clause[],
  others: readonly Clause[],
): { clause: Clause; like: number } | undefined {
  const found = nearest(clause, others)
  if (found === undefined || found.like < SAME_CLAUSE) return undefined
  const back = nearest(found.clause, own)
  return back === undefined || back.clause === clause || back.like <= found.like ? found : undefined
}

/** Nearly the same words, with every number and every 应当, 可以 and 不得 as it was: nobody acts otherwise for it. */
const NEARLY_ALL = 0.9
const TELLING =
  /\d+(?:\.\d+)?|[零一二两三四五六七八九十百千万亿]+|应当|可以|必须|不得|不再|禁止|除外|另有|全部|部分/gu

/** Points, spaces and words such as 非法人组织 for 其他组织 differ from one printing or year to another. */
export function saysTheSame(one: string, other: string): boolean {
  const [bareOne, bareOther] = [bare(withoutNumber(one)), bare(withoutNumber(other))]
  if (bareOne === bareOther) return true
  // Numbers of articles move with every amendment.
  const telling = (text: string) =>
    (text.replace(/第[零一二三四五六七八九十百千\d]+[条款项]/gu, '').match(TELLING) ?? []).join()
  return likeness(one, other) >= NEARLY_ALL && telling(bareOne) === telling(bareOther)
}

/** Dice's share of pairs of characters in common, 0 to 1. */
export function likeness(one: string, other: string): number {
  return dice(pairsOf(one), pairsOf(other))
}

function nearest(clause: Clause, among: readonly Clause[]): { clause: Clause; like: number } | undefined {
  const pairs = pairsOf(clause.text)
  let best: { clause: Clause; like: number } | undefined
  for (const other of among) {
    const like = dice(pairs, pairsOf(other.text))
    if (like > (best?.like ?? 0)) best = { clause: other, like }
  }
  return best
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0
  for (const pair of one) if (other.has(pair)) common += 1
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}

const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** 第二十二条 at its head is no part of what a clause says. */
function withoutNumber(text: string): string {
  return text.replace(/^\s*第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?\s*/u, '')
}

function pairsOf(text: string): Set<string> {
  const characters = [...bare(withoutNumber(text))]
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))
}

function within(whole: string, lines: readonly string[], from: number) {
  const [first = ''] = lines
  const last = lines.at(-1) ?? ''
  const at = whole.indexOf(first, from)
  const end = whole.indexOf(last, at)
  return at === -1 || end === -1 ? undefined : { at, text: whole.slice(at, end + last.length) }
}
