/** 佳和、柳溪: beginnings of names, by their signs and by their sound. */
import { soundKeys } from '../../../../kernel/sound.ts'
import { coverOf } from '../words/ordinary-words.ts'
import { type Marking, type Mention, unique } from './marking.ts'
import type { NameIndex, Place } from './name-index.ts'

/** An alias of one firm with which the name of another begins: both may be meant. */
export function withSharers(names: NameIndex, word: string, places: readonly Place[]): readonly Place[] {
  if (word.length > 3 || places.some(({ kind }) => kind !== 'company')) return places
  const sharing = (names.parts.get(word) ?? []).filter(
    (one) =>
      one.kind === 'company' && one.label.includes(word) && !places.some(({ code }) => code === one.code),
  )
  return [...places, ...sharing]
}

/** 柳镇: the first sign of a town and its ending. */
export function markShortTowns(marking: Marking, names: NameIndex): void {
  for (const [said, sign = '', ending = ''] of [
    ...marking.text.matchAll(/(\p{Script=Han})(镇|乡)(?!里|上|长|办|街)/gu),
  ]) {
    const at = marking.text.indexOf(said)
    if (coverOf(marking.text)[at] !== '?') continue
    const towns = names.towns.filter(({ code }) => code.startsWith(sign) && code.endsWith(ending))
    if (towns.length > 0) marking.take(said, towns, 'part', at)
  }
}

/** Up to so many signs a part may have, and a name by its sound. */
const LONGEST_PART = 10

interface Hit {
  readonly from: number
  readonly word: string
  readonly places: readonly Place[]
  readonly how: Mention['how']
}

/** Two signs, parts and sounds: only where at least one sign is explained by nothing else. */
export function markShort(marking: Marking, names: NameIndex): void {
  for (let round = 0; round < 6; round++) {
    const { text } = marking
    const cover = coverOf(text)
    const hits: Hit[] = []
    for (let from = 0; from < text.length; from++) {
      for (let size = 2; size <= LONGEST_PART && from + size <= text.length; size++) {
        const over = cover.slice(from, from + size)
        if (over.includes('m')) break
        const word = text.slice(from, from + size)
        const isBare = /^(?:那边|这边|公司|厂|那家|的(?:企业|公司)|镇|乡|街道|集团)/u.test(
          text.slice(from + size),
        )
        // 家和还有几件: two holding signs at the very beginning, where only a name could stand.
        const isFirst =
          from === 0 &&
          size === 2 &&
          over === 'hh' &&
          /^(?:没|还有|的|那|超|现|今|这|上|有|到底|报)/u.test(text.slice(2))
        if (!over.includes('?') && !isFirst && !(isBare && !over.includes('w'))) continue
        const hit = lookUp(names, word, text.slice(from + size), over)
        if (hit !== undefined) hits.push({ from, word, ...hit })
      }
    }
    const best = hits.sort((a, b) => rank(b) - rank(a) || b.word.length - a.word.length || a.from - b.from)[0]
    if (best === undefined) return
    marking.take(best.word, best.places, best.how, best.from)
  }
}

const HOW_SURE = { whole: 3, person: 3, part: 2, sound: 1 } as const

/** As the roster writes it before a part, a part before a sound; but a longer name by its sound before a short part. */
const rank = ({ how, word }: Hit) => word.length * 2 + HOW_SURE[how]

function lookUp(
  names: NameIndex,
  word: string,
  next: string,
  over: string,
): Pick<Hit, 'places' | 'how'> | undefined {
  if (/^(?:行业)?(?:商会|协会)/u.test(next)) return undefined
  const whole = names.whole.get(word)
  if (whole !== undefined) {
    const isPerson =
      whole.every(({ kind, label }) => kind === 'company' && !label.includes(word)) && !names.parts.has(word)
    return { places: withSharers(names, word, whole), how: isPerson ? 'person' : 'whole' }
  }
  const parts = names.parts.get(word)
  const byPart = parts === undefined ? undefined : ofParts(parts, names.heads.get(word) ?? [], word, next)
  if (byPart !== undefined && byPart.places.length > 0) return byPart
  if (over.includes('w')) return undefined
  const heard = soundKeys(word).flatMap((key) => [
    ...(names.wholeBySound.get(key) ?? []),
    ...(word.length >= 2 ? (names.headsBySound.get(key) ?? []) : []),
  ])
  const fitting = heard.filter(({ name }) => name.length === word.length)
  if (fitting.length === 0) return undefined
  // Two signs alone sound like too much: one of them has to be right, or nothing else can be meant.
  if (
    word.length === 2 &&
    over.includes('h') &&
    over !== 'hh' &&
    !fitting.some(({ name }) => sharesSign(name, word))
  )
    return undefined
  const right = word.length > 2 ? fitting.filter(({ name }) => sharesSign(name, word)) : []
  return { places: unique((right.length > 0 ? right : fitting).map(({ place }) => place)), how: 'sound' }
}

const sharesSign = (a: string, b: string) => [...a].some((sign, i) => sign === b[i])

/** 柳溪 may be the town or a firm: 柳溪镇 is written out, 柳溪的企业 is the town's. */
function ofParts(
  parts: readonly Place[],
  heads: readonly Place[],
  word: string,
  next: string,
): Pick<Hit, 'places' | 'how'> {
  const towns = parts.filter(({ kind }) => kind === 'town')
  const isTown =
    /^(?:那边|这边|的)?(?:各|所有|几家|哪家)?(?:企业|公司|厂|那片|片区|境内|辖区|乡|镇|街道)/u.test(next)
  if (towns.length > 0 && isTown) return { places: towns, how: 'part' }
  const isPointed = /^(?:那|这)(?:家|个)|^厂|^公司/u.test(next)
  // A firm is known by how its name begins; 机械 is the end of one only where it is pointed at.
  const firms = parts.filter(
    ({ kind, code }) =>
      kind === 'company' && (isPointed || word.length > 2 || heads.some((head) => head.code === code)),
  )
  const begins = firms.filter(({ label }) => label.includes(word))
  return { places: [...(begins.length > 0 ? begins : firms), ...towns], how: 'part' }
}
