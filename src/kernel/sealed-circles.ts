/** 身份封存: of how many firms a sealed matter could be. Of one alone it tells its firm, and is shown and counted nowhere. */
import { type Directory, isInForce, type Responsibility } from './directory.ts'

/** A sealed one among fewer firms than this would tell whose it is. */
const CROWD = 2

/** A chamber ('' where a firm has none) and a leader who has some of its firms for their own. */
export interface Circle {
  readonly chamber: string
  readonly leader: string
  /** Whether the firms are enough to hide one. */
  readonly hides: boolean
}

/**
 * All that is known of a sealed matter is its chamber and who answered for its firm when it was filed. So it is of one
 * of those firms of the chamber that this leader has for their own, or else of one that nobody has.
 */
export interface Circles {
  readonly own: readonly Circle[]
  /** Chambers with enough firms that nobody has for their own. */
  readonly rest: readonly string[]
}

const known = new WeakMap<Directory, Map<string, Circles>>()

/** By the responsibilities of a day (`YYYY-MM-DD`). */
export function circlesOn(directory: Directory, day: string): Circles {
  const days = known.get(directory) ?? new Map<string, Circles>()
  known.set(directory, days)
  const found = days.get(day) ?? findCircles(directory, day)
  days.set(day, found)
  return found
}

function findCircles(directory: Directory, day: string): Circles {
  const { companies, chambers, responsibilities } = directory
  const inForce = responsibilities.filter((one) => isInForce(one, day))
  const ofCompany = newestLeaders(inForce, ({ company }) => company)
  const ofChamber = newestLeaders(inForce, ({ company, chamber }) =>
    company === undefined ? chamber : undefined,
  )
  const rest = new Map<string, number>()
  const own = new Map<string, { chamber: string; leader: string; firms: number }>()
  for (const { code, chamber = '' } of companies.values()) {
    const leader = ofCompany.get(code)
    if (leader === undefined) rest.set(chamber, (rest.get(chamber) ?? 0) + 1)
    else {
      const key = `${chamber} ${leader}`
      own.set(key, { chamber, leader, firms: (own.get(key)?.firms ?? 0) + 1 })
    }
  }
  return {
    own: [...own.values()].map(({ chamber, leader, firms }) => {
      // Who also answers for the chamber as a whole may have had any of the others by that.
      const others = ofChamber.get(chamber) === leader ? (rest.get(chamber) ?? 0) : 0
      return { chamber, leader, hides: firms + others >= CROWD }
    }),
    rest: [...chambers.keys()].filter((chamber) => (rest.get(chamber) ?? 0) >= CROWD),
  }
}

/** A roster has thousands of responsibilities: all are gone through once. */
function newestLeaders(
  some: readonly Responsibility[],
  keyOf: (one: Responsibility) => string | undefined,
): ReadonlyMap<string, string> {
  const found = new Map<string, Responsibility>()
  for (const one of some) {
    const key = keyOf(one)
    if (key === undefined) continue
    const best = found.get(key)
    if (best === undefined || (one.from ?? '') > (best.from ?? '')) found.set(key, one)
  }
  return new Map([...found].map(([key, { leader }]) => [key, leader]))
}

/** Whether a sealed matter could be of several firms, by what is known of it. */
export function isHiddenAmongFirms(
  directory: Directory,
  { chamber, leader }: { readonly chamber: string | null; readonly leader: string | null },
  day: string,
): boolean {
  const { own, rest } = circlesOn(directory, day)
  const circle = own.find((one) => one.chamber === (chamber ?? '') && one.leader === leader)
  return circle?.hides ?? rest.includes(chamber ?? '')
}
