import { z } from 'zod'
import type { Chamber, Directory, Group, RosterPerson } from './directory.ts'

/** Whom a broadcast means, by codes, so that it can be kept and worked out again. */
export const AudienceSpec = z.object({
  /** Every chamber and every group that is not internal, but for the exceptions. */
  everybody: z.boolean(),
  chambers: z.array(z.string()),
  groups: z.array(z.string()),
  exceptChambers: z.array(z.string()),
  exceptGroups: z.array(z.string()),
})
export type AudienceSpec = z.infer<typeof AudienceSpec>

export const everybody: AudienceSpec = {
  everybody: true,
  chambers: [],
  groups: [],
  exceptChambers: [],
  exceptGroups: [],
}

/** What an audience comes to by the roster as it stands. */
export interface Reach {
  /** Where a letter goes, each group once however often it was meant. */
  readonly groups: readonly Group[]
  /** Codes of everybody meant, whether a group reaches them or not. */
  readonly people: readonly string[]
  /** Codes of those of them who sit in one of the groups, as far as the roster can tell. */
  readonly reachable: readonly string[]
  /** Chambers meant that have no group: nobody of theirs hears of it this way. */
  readonly withoutGroup: readonly Chamber[]
  /** Meant for one chamber (or one internal group) only: then one person may send it. */
  readonly isForOne: boolean
}

const INSIDERS = ['staff', 'reviewer', 'leader', 'auditor'] as const

function chamberOf(directory: Directory, person: RosterPerson): string | undefined {
  return (
    person.chamber ??
    (person.company === undefined ? undefined : directory.companies.get(person.company)?.chamber)
  )
}

/** Members of a federation: they have a company or a chamber. Staff, leaders and handlers have neither. */
const isMember = (person: RosterPerson) => person.company !== undefined || person.chamber !== undefined

const isInsider = (person: RosterPerson) => INSIDERS.some((role) => person.roles.includes(role))

/**
 * Who sits in a group cannot be asked of every platform, so it is told from the roster: a chamber's people
 * are in its groups, all members in a group without a chamber, staff and leaders in an internal one.
 */
function isInGroup(directory: Directory, person: RosterPerson, group: Group): boolean {
  if (group.audience === 'internal') return isInsider(person)
  return isMember(person) && (group.chamber === undefined || chamberOf(directory, person) === group.chamber)
}

export function peopleInGroup(directory: Directory, group: Group): readonly RosterPerson[] {
  return [...directory.people.values()].filter((person) => isInGroup(directory, person, group))
}

/** Pure: the same roster and the same audience give the same groups, in the order of their codes. */
export function reachOf(directory: Directory, spec: AudienceSpec): Reach {
  const chambers = meantChambers(directory, spec)
  const named = new Set(spec.groups)
  const isMeant = (group: Group) => {
    if (named.has(group.code)) return true
    // An internal group hears only what is addressed to it by name.
    if (group.audience === 'internal' || spec.exceptGroups.includes(group.code)) return false
    return group.chamber === undefined ? spec.everybody : chambers.has(group.chamber)
  }
  const groups = [...directory.groups.values()].filter(isMeant).sort((a, b) => (a.code < b.code ? -1 : 1))
  const people = [...directory.people.values()]
  const isInOne = (person: RosterPerson) => groups.some((group) => isInGroup(directory, person, group))
  const meant = people.filter((person) => {
    const chamber = chamberOf(directory, person)
    if (chamber !== undefined && chambers.has(chamber)) return true
    if (spec.everybody && chamber === undefined && isMember(person)) return true
    return isInOne(person) && !(chamber !== undefined && spec.exceptChambers.includes(chamber))
  })
  const withGroup = new Set(groups.map(({ chamber }) => chamber))
  const reachesAll = groups.some(({ chamber, audience }) => chamber === undefined && audience !== 'internal')
  return {
    groups,
    people: meant.map(({ code }) => code).sort(),
    reachable: meant
      .filter(isInOne)
      .map(({ code }) => code)
      .sort(),
    withoutGroup: reachesAll ? [] : [...chambers.values()].filter(({ code }) => !withGroup.has(code)),
    isForOne: !spec.everybody && !reachesAll && partiesOf(directory, spec).size <= 1,
  }
}

function meantChambers(directory: Directory, spec: AudienceSpec): ReadonlyMap<string, Chamber> {
  const codes = spec.everybody ? [...directory.chambers.keys()] : spec.chambers
  const left = codes.filter((code) => !spec.exceptChambers.includes(code))
  return new Map(
    left.flatMap((code) => {
      const chamber = directory.chambers.get(code)
      return chamber === undefined ? [] : [[code, chamber] as const]
    }),
  )
}

/** The chambers it concerns; an internal group counts as a party of its own. */
function partiesOf(directory: Directory, spec: AudienceSpec): ReadonlySet<string> {
  const ofGroups = spec.groups.map((code) => directory.groups.get(code)?.chamber ?? `group:${code}`)
  return new Set([...spec.chambers, ...ofGroups])
}

/** As a person would put it: 建筑机械商会、顶墙协会; 全体（不含食品商会）. */
export function audienceName(directory: Directory, spec: AudienceSpec): string {
  const chamber = (code: string) => directory.chambers.get(code)?.name ?? code
  const group = (code: string) => directory.groups.get(code)?.title ?? code
  const named = [...spec.chambers.map(chamber), ...spec.groups.map(group)]
  if (!spec.everybody) return named.join('、')
  const except = [...spec.exceptChambers.map(chamber), ...spec.exceptGroups.map(group)]
  const all = ['全体', ...spec.groups.map(group)].join('、')
  return except.length === 0 ? all : `${all}（不含${except.join('、')}）`
}
