/** 说的是哪个单位: people shorten 县人力资源和社会保障局 to 人社局, and use the name in the brackets alone. */
import type { Directory, Unit } from './directory.ts'

export interface NamedUnit {
  readonly unit: Unit
  readonly word: string
}

const PLACE = /^[\p{Script=Han}]{0,4}?[县市区](?=.{3})/u
/** A short name ends like the long one, and so is known from words that only hold such a sign. */
const SHORT = /[\p{Script=Han}]{1,4}[局委办院]/gu

const bare = (name: string) => name.replace(PLACE, '')

/** The full name, the name without its county, and each part that brackets hold. */
function spellingsOf(name: string): readonly string[] {
  const parts = name.split(/[（()）]/u).filter((part) => part !== '')
  return [name, ...parts, ...parts.map(bare)].filter((part) => part.length >= 3)
}

/** 人社局: begins alike, and its signs follow one another in the long name. */
function isShortFor(short: string, name: string): boolean {
  const long = [...bare(name.split(/[（(]/u)[0] ?? name)]
  if (long[0] !== short[0]) return false
  let at = 0
  for (const sign of short) {
    at = long.indexOf(sign, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Every unit that some words name, in the order they stand; a short name that several could go by gives them all. */
export function unitsNamed(directory: Directory, text: string): readonly NamedUnit[] {
  const units = [...directory.units.values()]
  const found: NamedUnit[] = []
  let rest = text
  const spellings = units
    .flatMap((unit) => spellingsOf(unit.name).map((word) => ({ unit, word })))
    .sort((a, b) => b.word.length - a.word.length)
  for (const named of spellings) {
    if (!rest.includes(named.word)) continue
    // The same name of two units stays in the text until the second was seen.
    found.push(...spellings.filter(({ word }) => word === named.word))
    rest = rest.replaceAll(named.word, ' ')
  }
  for (const run of rest.match(SHORT) ?? []) {
    const word = [...run]
      .map((_, from) => run.slice(from))
      .find((one) => one.length >= 2 && units.some(({ name }) => isShortFor(one, name)))
    if (word === undefined) continue
    found.push(...units.filter(({ name }) => isShortFor(word, name)).map((unit) => ({ unit, word })))
  }
  return found.sort((a, b) => text.indexOf(a.word) - text.indexOf(b.word))
}

/** The one unit that is meant, or nothing where none or several could be. */
export function findUnit(directory: Directory, text: string): NamedUnit | undefined {
  const units = [...directory.units.values()]
  const whole = units
    .flatMap((unit) => spellingsOf(unit.name).map((word) => ({ unit, word })))
    .filter(({ word }) => text.includes(word))
    .sort((a, b) => b.word.length - a.word.length)[0]
  if (whole !== undefined) return whole
  const shorts = (text.match(SHORT) ?? [])
    .flatMap((run) => [...run].map((_, from) => run.slice(from)))
    .filter((one) => one.length >= 2)
  for (const word of shorts) {
    const [unit, ...others] = units.filter(({ name }) => isShortFor(word, name))
    if (unit !== undefined && others.length === 0) return { unit, word }
  }
  return undefined
}
