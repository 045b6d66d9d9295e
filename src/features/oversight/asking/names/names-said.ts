/** 说的是哪家: names in some words become marks, by the whole name, a part, its sound, or a person's name. */
import type { Directory } from '../../../../kernel/directory.ts'
import type { Occasion } from '../../../../kernel/standing.ts'
import { coverOf } from '../words/ordinary-words.ts'
import { markChambers } from './chambers-said.ts'
import { Marking, type NamesSaid } from './marking.ts'
import { type NameIndex, nameIndex, type Place } from './name-index.ts'
import { markNear } from './near-names.ts'
import { markOccasions } from './occasions-said.ts'
import { markByTitle, markLeaders } from './people-said.ts'
import { markShort, markShortTowns, withSharers } from './short-names.ts'
import { isTradeHere, markTrades } from './trades-said.ts'
import { markBareUnits, markFormer, markHeardUnits, markUnits } from './units-said.ts'
import { markUnknown } from './unknown-names.ts'

export function markNames(directory: Directory, occasions: readonly Occasion[], said: string): NamesSaid {
  const names = nameIndex(directory)
  // Endings by their sound, so that a name is seen to be one: 供电公思.
  const marking = new Marking(
    said
      .replace(/\s/gu, '')
      .replace(/[嘅嘞](?=\p{Script=Han})/gu, '的')
      .replace(/公(?:思|丝|斯|司司)(?!路|街)/gu, '公司')
      .replace(/(?:伤|尚|商)(?:会|绘|汇)(?=的|还|今|这|上|$)/gu, '商会')
      .replace(/(?<=[县市区])(?:常|张|掌)(?=包|保|联|那|的|要|问|说)/gu, '长')
      .replace(/(?<=长|主席|书记|部长|主任|领导)保的/gu, '包的'),
  )
  markCounty(marking, names)
  markWhole(marking, names, 4)
  markUnits(marking, directory)
  markFormer(marking, directory)
  markChambers(marking, names)
  markOccasions(marking, occasions)
  markWhole(marking, names, 3)
  markLeaders(marking, directory)
  markTrades(marking, names)
  markHeardUnits(marking, directory)
  markShortTowns(marking, names)
  markNear(marking, names, 4)
  markShort(marking, names)
  markBareUnits(marking, directory)
  markByTitle(marking, directory)
  markNear(marking, names, 3)
  markUnknown(marking)
  const { text, mentions, strangers } = marking
  return { text, mentions, strangers, occasions: marking.occasions }
}

function markCounty(marking: Marking, { county }: NameIndex): void {
  if (county.length < 2) return
  marking.text = marking.text.replaceAll(
    new RegExp(`${county}[县市区](?=的|有|所有|现在|目前|还|这|今|上|一共|全|$)`, 'gu'),
    '全县',
  )
}

/** Names of at least so many signs, the longest first. */
function markWhole(marking: Marking, names: NameIndex, shortest: number): void {
  for (let size = Math.min(names.longest, marking.text.length); size >= shortest; size--) {
    for (let at = 0; at + size <= marking.text.length; at++) {
      const word = marking.text.slice(at, at + size)
      const places = names.whole.get(word)
      if (places === undefined || isChamberNext(marking.text, at + size, places)) continue
      if (isTradeHere(marking.text, at, word, names)) continue
      if (
        size === 3 &&
        !coverOf(marking.text)
          .slice(at, at + size)
          .includes('?')
      )
        continue
      const isPerson =
        places.every(({ kind, label }) => kind === 'company' && !label.includes(word)) &&
        /^\p{Script=Han}{2,3}$/u.test(word)
      marking.take(
        word,
        withSharers(names, word, places),
        isPerson && isNobodysAlias(names, word) ? 'person' : 'whole',
        at,
      )
    }
  }
}

const isNobodysAlias = (names: NameIndex, word: string) => !names.parts.has(word)

/** 农机 of 农机商会 names the chamber and no firm. */
const isChamberNext = (text: string, end: number, places: readonly Place[]) =>
  places.every(({ kind }) => kind !== 'chamber') && /^(?:行业)?(?:商会|协会)/u.test(text.slice(end))
