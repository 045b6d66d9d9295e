/** 疑似重复: whether two appeals may be the same trouble, as points, each with its reason. Pure. */
import type { Category } from '../../../kernel/appeal-terms.ts'
import { comparePlaces, type PlacePart, placesIn } from './same-place.ts'
import { type Rarity, sharedWords } from './shared-words.ts'
import { CATEGORY_HOURS, OWN_MATTERS, type Trouble, troublesIn } from './troubles.ts'

/** What of an appeal is compared; of a sealed one nothing that its open part does not say. */
export interface Told {
  readonly category: Category
  readonly text: string
  readonly places: readonly PlacePart[]
  /** Where the roster has the company; the trouble may be elsewhere. */
  readonly town: readonly PlacePart[]
  readonly troubles: readonly Trouble[]
  /** The roster's code or the name as said; null where it is not known or not to be known. */
  readonly company: string | null
  readonly at: Date
}

export function toldOf(of: {
  readonly category: Category
  readonly text: string
  readonly place?: string | null
  /** Of the company, from the roster. */
  readonly town?: string | null
  readonly company?: string | null
  readonly at: Date
}): Told {
  const { category, text, at } = of
  const named = placesIn(`${text.slice(0, 1_000)}\n${of.place ?? ''}`)
  // Where the words name a town the roster's is not asked.
  const town = of.town == null || named.some(({ kind }) => kind === 'town') ? [] : placesIn(of.town)
  return {
    category,
    text,
    places: named,
    town,
    troubles: troublesIn(text.slice(0, 1_000)),
    company: of.company ?? null,
    at,
  }
}

/** Why they may be the same, as facts; the words for staff are in the texts. */
export interface Reasons {
  readonly category: Category | null
  readonly trouble: string | null
  readonly place: string | null
  readonly sameCompany: boolean
  readonly minutes: number
  readonly words: readonly string[]
}

/** Found while both could be read: since one was sealed, neither whose it is nor where nor its words may stand beside the other. Pure. */
export const reasonsNow = (reasons: Reasons, pair: readonly { readonly sealed: boolean }[]): Reasons =>
  pair.some(({ sealed }) => sealed) ? { ...reasons, sameCompany: false, place: null, words: [] } : reasons

export interface Likeness {
  readonly points: number
  readonly isLikely: boolean
  /** Neither told too far apart nor of another place nor in other words altogether: the points decide. */
  readonly couldBe: boolean
  readonly reasons: Reasons
}

/** From here on staff are asked. Chosen on the pairs of `likeness-pairs.json` that are for choosing; its test measures it on the others. */
export const LIKELY = 2.7

const HOUR_MS = 3_600_000
/** Less than one plain pair of signs. */
const LEAST_SHARED = 0.3

/** Fitted to the same pairs and rounded. */
const POINTS = {
  category: 1,
  trouble: 2,
  otherTrouble: -0.8,
  oneTroubleOnly: -0.7,
  place: 2,
  bank: 0.2,
  town: 0.7,
  company: 0.7,
  ownOfAnother: -0.15,
  perRarePair: 0.9,
  mostRarePairs: 6,
}

/** How far apart two of these may be told, in hours. */
export function windowHours(a: Told, b: Told): number {
  const common = a.troubles.filter((one) => b.troubles.includes(one))
  if (common.length > 0) return Math.min(...common.map(({ hours }) => hours))
  return Math.max(CATEGORY_HOURS[a.category], CATEGORY_HOURS[b.category])
}

export function likeness(a: Told, b: Told, rarity: Rarity): Likeness {
  const minutes = Math.round(Math.abs(a.at.getTime() - b.at.getTime()) / 60_000)
  const trouble = a.troubles.find((one) => b.troubles.includes(one))
  const place = comparePlaces(a.places, b.places)
  const town = comparePlaces([...a.places, ...a.town], [...b.places, ...b.town])
  const sameCompany = a.company !== null && a.company === b.company
  const sameCategory = a.category === b.category
  // A place both name counts as a place, not once more as words.
  const placeless = ({ text, places }: Told) =>
    places.reduce((rest, { name }) => rest.replaceAll(name, '，'), text)
  const shared = sharedWords(placeless(a), placeless(b), rarity)
  const reasons: Reasons = {
    category: sameCategory ? a.category : null,
    trouble: trouble?.label ?? null,
    place: place.same ?? (sameCompany ? null : (town.same ?? null)),
    sameCompany,
    minutes,
    words: shared.words,
  }
  const isInTime = minutes <= (windowHours(a, b) * HOUR_MS) / 60_000
  const own = trouble === undefined ? OWN_MATTERS.has(a.category) : !trouble.isShared
  let points = sameCategory ? POINTS.category : 0
  if (trouble !== undefined) points += POINTS.trouble
  else if (a.troubles.length > 0 && b.troubles.length > 0) points += POINTS.otherTrouble
  else if (a.troubles.length > 0 || b.troubles.length > 0) points += POINTS.oneTroubleOnly
  if (place.same !== undefined) points += place.isBank ? POINTS.bank : POINTS.place
  else if (!sameCompany && town.same !== undefined) points += POINTS.town
  if (sameCompany) points += POINTS.company
  else if (own) points += POINTS.ownOfAnother
  points += POINTS.perRarePair * Math.min(POINTS.mostRarePairs, shared.weight)
  // Another road is another matter, however alike the words.
  const isElsewhere = town.differs && town.same === undefined && !sameCompany
  // One company in one place with two troubles has two: something of the trouble has to be the same.
  const isSaidTwice = trouble !== undefined || shared.weight >= LEAST_SHARED
  const couldBe = isInTime && !isElsewhere && isSaidTwice
  return { points, couldBe, isLikely: couldBe && points >= LIKELY, reasons }
}
