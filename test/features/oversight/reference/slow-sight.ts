/** Who may see which matter, one by one and without SQL: what the store's condition has to come to. */
import { NOWHERE, type Where } from '../../../../src/features/oversight/asking/question.ts'
import type { Sight } from '../../../../src/features/oversight/measures/measures.store.ts'
import {
  type Directory,
  isInForce,
  responsibilityOn,
  type Scope,
  scopeOf,
} from '../../../../src/kernel/directory.ts'
import type { Person } from '../../../../src/kernel/person.ts'
import { type Matter, TODAY } from './generated-matters.ts'

/** Nobody knows yet who answers tomorrow. */
export const dayOfSight = (day: string) => (day < TODAY ? day : TODAY)

/** Who has this firm for their own on a day, apart from its chamber; the newest of several. */
function ownLeader(directory: Directory, company: string, day: string): string | null {
  const all = directory.responsibilities.filter((one) => one.company === company && isInForce(one, day))
  const best = all.reduce<(typeof all)[number] | undefined>(
    (newest, one) => (newest === undefined || (one.from ?? '') > (newest.from ?? '') ? one : newest),
    undefined,
  )
  return best?.leader ?? null
}

export interface Origin {
  /** It is of a leader's own firms, and not of those that are only the chamber's. */
  readonly isOwn: boolean
  /** It could be of several firms. */
  readonly isHidden: boolean
}

const origins = new Map<string, Origin>()
let originsOf: Directory | undefined

/** Of which firms a sealed one could be, by what is known of it: its chamber and the leader of its filing. */
export function originOf(
  { chamber, leader }: Pick<Matter, 'chamber' | 'leader'>,
  directory: Directory,
  day: string,
): Origin {
  if (originsOf !== directory) origins.clear()
  originsOf = directory
  const key = `${chamber} ${leader} ${day}`
  const known = origins.get(key)
  if (known !== undefined) return known
  const firms = [...directory.companies.values()].filter((one) => (one.chamber ?? null) === chamber)
  const leaders = firms.map(({ code }) => ownLeader(directory, code, day))
  const own = leaders.filter((one) => one !== null && one === leader).length
  const nobodys = leaders.filter((one) => one === null).length
  const isChambers = leader !== null && responsibilityOn(directory, { chamber }, day)?.leader === leader
  const isOwn = own > 0
  const most = isOwn ? own + (isChambers ? nobodys : 0) : chamber === null ? 0 : nobodys
  const origin = { isOwn, isHidden: most >= 2 }
  origins.set(key, origin)
  return origin
}

type Circle = 'all' | 'nothing' | { readonly leader: string; readonly scope: Scope }

const scopes = new Map<string, Scope>()
let scopesOf: Directory | undefined

/** Kept from one matter to the next; the rule is the kernel's, by one leader and one day. */
function knownScope(directory: Directory, leader: string, day: string): Scope {
  if (scopesOf !== directory) scopes.clear()
  scopesOf = directory
  const key = `${leader} ${day}`
  const scope = scopes.get(key) ?? scopeOf(directory, leader, day)
  scopes.set(key, scope)
  return scope
}

function circleOf(person: Person, mine: boolean, directory: Directory, day: string): Circle {
  const isLeader = person.roles.includes('leader') && person.code !== undefined
  const isOffice = person.roles.includes('staff') || person.roles.includes('auditor')
  if (isOffice && !(mine && isLeader)) return 'all'
  if (!isLeader || person.code === undefined) return 'nothing'
  return { leader: person.code, scope: knownScope(directory, person.code, day) }
}

function isWithin(circle: Circle, matter: Matter, directory: Directory, day: string): boolean {
  if (circle === 'all') return true
  if (circle === 'nothing') return false
  const { leader, scope } = circle
  const { company, chamber, sealed } = matter
  if (!sealed) {
    if (company !== null && directory.companies.has(company)) return scope.companies.has(company)
    return chamber !== null && scope.chambers.has(chamber)
  }
  const { isOwn, isHidden } = originOf(matter, directory, day)
  if (!isHidden) return false
  return isOwn ? matter.leader === leader : chamber !== null && scope.chambers.has(chamber)
}

function isThere(where: Where, matter: Matter, directory: Directory, day: string): boolean {
  const { company, sealed } = matter
  const firm = company === null ? undefined : directory.companies.get(company)
  if (where.company !== null && (sealed || company !== where.company)) return false
  if (where.town !== null && (sealed || firm?.town !== where.town)) return false
  if (where.trade !== null && (sealed || firm?.trade !== where.trade)) return false
  if (where.chamber !== null) {
    if (matter.chamber !== where.chamber) return false
    if (sealed && !originOf(matter, directory, day).isHidden) return false
  }
  if (where.unit !== null && matter.unit !== where.unit) return false
  if (where.category !== null && matter.category !== where.category) return false
  if (where.leader === null) return true
  const scope = knownScope(directory, where.leader, day)
  return isWithin({ leader: where.leader, scope }, matter, directory, day)
}

export function isSeen({ person, day: asked, where }: Sight, matter: Matter, directory: Directory): boolean {
  const day = dayOfSight(asked)
  const circle = circleOf(person, where.mine, directory, day)
  return isWithin(circle, matter, directory, day) && isThere(where, matter, directory, day)
}

/** Whatever they ask and however they narrow it. */
export const mayEverSee = (person: Person, day: string, matter: Matter, directory: Directory): boolean =>
  isSeen({ person, day, where: NOWHERE }, matter, directory)
