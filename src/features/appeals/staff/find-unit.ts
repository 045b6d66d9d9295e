/** 金融办, 人社局, 要素专班: which unit is meant, as people shorten official names and mistype them. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { Directory, Unit } from '../../../kernel/directory.ts'
import { UNIT_SHORT_NAMES } from './unit-short-names.ts'

/** 县财政局（金融办） goes by either part; the place in front is left out when people speak. */
function namesOf(unit: Unit): string[] {
  const name = toHalfWidth(unit.name)
  const parts = name
    .split(/[()]/)
    .map((part) => part.trim())
    .filter((part) => part.length >= 2)
  const bare = parts
    .map((part) => part.replace(/^[\u4e00-\u9fa5]{0,3}?[省市县区旗](?=[\u4e00-\u9fa5]{2})/, ''))
    .filter((part) => part.length >= 2)
  return [...new Set([name, ...parts, ...bare])]
}

/** 人社局 stands in 人力资源和社会保障局, in order, first and last sign the same. */
function isShortFor(short: string, name: string): boolean {
  const signs = [...short]
  if (signs.length < 3 || signs[0] !== name[0] || signs.at(-1) !== name.at(-1)) return false
  let at = 0
  for (const sign of signs) {
    at = name.indexOf(sign, at) + 1
    if (at === 0) return false
  }
  return true
}

const squeezed = (words: string) => toHalfWidth(words).replace(/[\s，,。：:、]/g, '')

interface Found {
  readonly units: readonly Unit[]
  /** What of the words named them. */
  readonly by: string
}

/** A short name of common usage, alone or with 局 behind it. */
function byShortName(said: string, units: readonly Unit[]): Found | undefined {
  for (const [short, stands] of UNIT_SHORT_NAMES) {
    if (!said.includes(short)) continue
    const fits = units.filter((unit) => stands.test(unit.name))
    const ending = /^(?:局|办|委|公司|部门|所|站|中心)/.exec(said.slice(said.indexOf(short) + short.length))
    if (fits.length > 0) return { units: fits, by: `${short}${ending?.[0] ?? ''}` }
  }
  return undefined
}

function find(words: string, directory: Directory): Found {
  const said = squeezed(words)
  const none: Found = { units: [], by: '' }
  if (said.length < 2) return none
  const units = [...directory.units.values()]
  const named = units.map((unit) =>
    namesOf(unit)
      .filter((name) => said.includes(name))
      .reduce((longest, name) => (name.length > longest.length ? name : longest), ''),
  )
  const by = named.reduce((longest, name) => (name.length > longest.length ? name : longest), '')
  if (by !== '') return { units: units.filter((_unit, at) => named[at]?.length === by.length), by }
  for (const token of tokensOf(words)) {
    const within = units.filter((unit) => namesOf(unit).some((name) => name.includes(token)))
    if (within.length > 0) return { units: within, by: token }
    const shortened = units.filter((unit) => namesOf(unit).some((name) => isShortFor(token, name)))
    if (shortened.length > 0) return { units: shortened, by: token }
  }
  return byShortName(said, units) ?? none
}

/** As one, then piece by piece; what trails a name (牵头, 办理) taken off too. */
function tokensOf(words: string): readonly string[] {
  const pieces = words.split(/[\s，,。：:、]+/).filter((piece) => piece.length >= 2)
  const whole = squeezed(words)
  return [...new Set([whole, ...pieces, ...pieces.map(withoutFilling)])].filter((token) => token.length >= 2)
}

const FILLING =
  /(?:牵头|主办|为主|主责|承办|负责|办理|办结|处理|解决|跟进|对接|落实|去?办一下|来办|去办|办吧|(?<=[局委公司院部站所])办|尽快|抓紧|马上|一下|那边|他们|看看|试试)+$/

const withoutFilling = (words: string) => words.replace(FILLING, '')

/** The units meant by some words, the surest kind of match only; several when the words fit several. */
export function findUnits(words: string, directory: Directory): readonly Unit[] {
  return find(words, directory).units
}

/** The same, with what of the words was left over. */
export function readUnit(
  words: string,
  directory: Directory,
): { readonly units: readonly Unit[]; readonly rest: string } {
  const { units, by } = find(words, directory)
  if (by === '') return { units, rest: words }
  // Spaces may stand within a name that was typed apart.
  const spelled = new RegExp([...by].map((sign) => sign.replace(/[^\p{L}\p{N}]/u, '\\$&')).join('\\s*'), 'u')
  const rest = toHalfWidth(words)
    .replace(spelled, ' ')
    .split(/[\s，,。：:、；;（()）]+/)
    .filter((piece) => !LEFT_OVER.test(piece))
  return { units, rest: rest.join(' ') }
}

/** What says nothing beside a unit's name. */
const LEFT_OVER =
  /^(?:县|市|区|牵头|主办|为主|主责|承办|负责|办理|办结|处理|解决|跟进|对接|落实|尽快|抓紧|马上|一下|那边|他们|看看|去|来|办|的|吧|哈|了|请|让|由|给|在|内|之|限|期|时|单位|部门|要求|麻烦|帮忙|同志|领导)*$/

/**
 * 人行、税务局 as the units they are, each on its own: 和 and 与 part them only where both sides are units, since
 * 发展和改革局 is one.
 */
export function partUnits(words: string, directory: Directory): readonly string[] {
  return words
    .split(/[、，,;；/＋+]/)
    .flatMap((part) => {
      const apart = part.split(/[和与及跟]|还有|\s+/).filter((piece) => piece.trim().length >= 2)
      const isSeveral = apart.length > 1 && apart.every((piece) => findUnits(piece, directory).length > 0)
      const distinct = new Set(apart.map((piece) => findUnits(piece, directory)[0]?.code))
      return isSeveral && distinct.size > 1 ? apart : [part]
    })
    .map((part) => part.trim())
    .filter((part) => squeezed(part) !== '')
}

/** What every office ends in says nothing about which it is. */
const GENERIC = /[县市区局办委会公司所站中心院部]/g

/** Units whose names look most like the words, the nearest first, for a name that fits none; none where none does. */
export function nearestUnits(words: string, directory: Directory, most = 4): readonly Unit[] {
  const wanted = signsOf(withoutFilling(squeezed(words)))
  return [...directory.units.values()]
    .map((unit) => ({ unit, alike: Math.max(...namesOf(unit).map((name) => alike(wanted, signsOf(name)))) }))
    .filter((one) => one.alike >= 0.3)
    .sort((a, b) => b.alike - a.alike || a.unit.code.localeCompare(b.unit.code))
    .slice(0, most)
    .map(({ unit }) => unit)
}

const signsOf = (name: string) => [...(name.replace(GENERIC, '') || name)]

/** Signs in common, of all signs of both (Dice). */
function alike(a: readonly string[], b: readonly string[]): number {
  const left = [...b]
  const common = a.filter((sign) => {
    const at = left.indexOf(sign)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return a.length + b.length === 0 ? 0 : (2 * common.length) / (a.length + b.length)
}
