/** 宏运机械: a longer name with one syllable misheard. */
import { readingsOf, soundKeys, soundsAlike } from '../../../../kernel/sound.ts'
import { coverOf } from '../words/ordinary-words.ts'
import { type Marking, unique } from './marking.ts'
import type { Named, NameIndex } from './name-index.ts'

/** One syllable of a longer name was misheard or mistyped: 宏运机械 for 宏远机械. Only where nothing fits better. */
export function markNear(marking: Marking, names: NameIndex, shortest: number): void {
  const { text } = marking
  for (const run of coverOf(text).matchAll(/[?h]*\?[?hw]*\??/gu)) {
    const said = text.slice(run.index, run.index + run[0].length)
    const hits: { readonly named: Named; readonly word: string }[] = []
    for (const named of names.long) {
      const size = named.name.length
      if (size < shortest || size > said.length) continue
      for (let from = 0; from + size <= said.length; from++) {
        const word = said.slice(from, from + size)
        if (sharesHalf(word, named.name) && isNearly(word, named.name)) hits.push({ named, word })
      }
    }
    const longest = Math.max(0, ...hits.map(({ word }) => word.length))
    const best = hits.filter(({ word }) => word.length === longest)
    const [first] = best
    if (first === undefined) continue
    // 宏运 sounds like 鸿运 as well: whoever is called so may be meant too.
    const alike = soundKeys(first.word.slice(0, 2)).flatMap((key) => names.headsBySound.get(key) ?? [])
    const places = unique([
      ...best.filter(({ word }) => word === first.word).map(({ named }) => named.place),
      ...alike.filter(({ name }) => name.length === 2).map(({ place }) => place),
    ])
    marking.take(first.word, places, 'sound')
  }
}

/** Cheap, for thousands of names: at least half of the signs are written right. */
function sharesHalf(said: string, name: string): boolean {
  let right = 0
  for (let i = 0; i < name.length; i++) if (said.charCodeAt(i) === name.charCodeAt(i)) right += 1
  return right * 2 >= name.length && right < name.length
}

/** All signs but one sound alike, and that one is heard nearly; most signs are written right. */
function isNearly(said: string, name: string): boolean {
  const signs = [...name]
  let apart = 0
  let wrong = 0
  for (const [i, sign] of [...said].entries()) {
    const meant = signs[i] ?? ''
    if (sign === meant) continue
    wrong += 1
    if (soundsAlike(sign, meant)) continue
    apart += 1
    if (apart > 1 || !isHeardFor(sign, meant)) return false
  }
  return apart === 1 && wrong <= signs.length / 2 && signs.length >= 3
}

/** yun for yuan, lin for lian: one sound more or less in the syllable. */
const isHeardFor = (a: string, b: string): boolean =>
  readingsOf(a).some((one) =>
    readingsOf(b).some((other) => {
      const [short = '', long = ''] = [one, other].sort((x, y) => x.length - y.length)
      if (long.length - short.length !== 1 || short[0] !== long[0]) return false
      return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
    }),
  )
