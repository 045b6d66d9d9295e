import { z } from 'zod'
import { chamberOf, isList, Selection, selectionName, selects } from './audience-selection.ts'
import type { Chamber, Directory, Group, RosterPerson } from './directory.ts'

/** Whom a broadcast means, by codes, so that it can be kept and worked out again. */
export const AudienceSpec = z.object({
  /** Every chamber and every group that is not internal, but for the exceptions. */
  everybody: z.boolean(),
  chambers: z.array(z.string()),
  groups: z.array(z.string()),
  exceptChambers: z.array(z.string()),
  exceptGroups: z.array(z.string()),
  /** Besides: people of no whole chamber or group. Each is told alone. */
  also: z.array(Selection).optional(),
  /** Of all of them, not these. */
  except: z.array(Selection).optional(),
  /** A group is used although somebody excepted reads it there. */
  despite: z.boolean().optional(),
})
export type AudienceSpec = z.infer<typeof AudienceSpec>

export const nobody: AudienceSpec = {
  everybody: false,
  chambers: [],
  groups: [],
  exceptChambers: [],
  exceptGroups: [],
}

export const everybody: AudienceSpec = { ...nobody, everybody: true }

/** What an audience comes to by the roster as it stands. */
export interface Reach {
  /** Where a letter goes, each group once however often it was meant. */
  readonly groups: readonly Group[]
  /** Meant, and left out because somebody who is excepted reads there: their people are told alone. */
  readonly insteadOf: readonly Group[]
  /** Codes of everybody meant, whether a group reaches them or not. */
  readonly people: readonly string[]
  /** Codes of those of them who sit in one of the groups, as far as the roster can tell. */
  readonly reachable: readonly string[]
  /** Chambers meant that have no group. */
  readonly withoutGroup: readonly Chamber[]
  /**
   * Meant for one chamber (or one internal group) only: then one person may send it. People who fit a description
   * count by their chambers, a list of names that somebody made does not.
   */
  readonly isForOne: boolean
}

const INSIDERS = ['staff', 'reviewer', 'leader', 'auditor'] as const

/** Members of a federation: they have a company or a chamber. Staff, leaders and handlers have neither. */
const isMember = (person: RosterPerson) => person.company !== undefined || person.chamber !== undefined

const isInsider = (person: RosterPerson) => INSIDERS.some((role) => person.roles.includes(role))

/**
 * Which of these groups somebody sits in. That cannot be asked of every platform, so it is told from the roster: a
 * chamber's people are in its groups, all members in a group without a chamber, staff and leaders in an internal one.
 */
export function membershipIn(
  directory: Directory,
  groups: readonly Group[],
): (person: RosterPerson) => readonly Group[] {
  const internal = groups.filter(({ audience }) => audience === 'internal')
  const outer = groups.filter(({ audience }) => audience !== 'internal')
  const open = outer.filter(({ chamber }) => chamber === undefined)
  const ofChamber = Map.groupBy(
    outer.filter(({ chamber }) => chamber !== undefined),
    ({ chamber }) => chamber,
  )
  const none: readonly Group[] = []
  return (person) => {
    const own = isMember(person) ? (ofChamber.get(chamberOf(directory, person)) ?? none) : none
    const common = isMember(person) ? open : none
    const inner = isInsider(person) ? internal : none
    return common.length + inner.length === 0 ? own : [...own, ...common, ...inner]
  }
}

export function peopleInGroup(directory: Directory, group: Group): readonly RosterPerson[] {
  const groupsOf = membershipIn(directory, [group])
  return [...directory.people.values()].filter((person) => groupsOf(person).length > 0)
}

/** Pure: the same roster and the same audience give the same groups, in the order of their codes. */
export function reachOf(directory: Directory, spec: AudienceSpec): Reach {
  const chambers = meantChambers(directory, spec)
  const asked = meantGroups(directory, spec, chambers)
  const groupsOf = membershipIn(directory, asked)
  const also = (spec.also ?? []).map((one) => ({ isList: isList(one), fits: selects(directory, one) }))
  const except = (spec.except ?? []).map((one) => selects(directory, one))
  const exceptChambers = new Set(spec.exceptChambers)
  const meant: RosterPerson[] = []
  const read = new Set<Group>()
  const parties = partiesOf(directory, spec)
  for (const person of directory.people.values()) {
    const chamber = chamberOf(directory, person)
    const seated = groupsOf(person)
    if (exceptChambers.has(chamber ?? '') || except.some((fits) => fits(person))) {
      for (const group of seated) read.add(group)
      continue
    }
    const picked = also.filter(({ fits }) => fits(person))
    const isOfAll = spec.everybody && chamber === undefined && isMember(person)
    const isMeant = isOfAll || chambers.has(chamber ?? '') || seated.length > 0 || picked.length > 0
    if (isMeant) meant.push(person)
    if (picked.some((one) => !one.isList)) parties.add(chamber ?? `unit:${person.unit ?? ''}`)
  }
  const insteadOf = spec.despite === true ? [] : asked.filter((group) => read.has(group))
  const groups = asked.filter((group) => !insteadOf.includes(group))
  const seatedIn = insteadOf.length === 0 ? groupsOf : membershipIn(directory, groups)
  const withGroup = new Set(asked.map(({ chamber }) => chamber))
  const reachesAll = asked.some(({ chamber, audience }) => chamber === undefined && audience !== 'internal')
  return {
    groups,
    insteadOf,
    people: meant.map(({ code }) => code).sort(),
    reachable: meant
      .filter((person) => seatedIn(person).length > 0)
      .map(({ code }) => code)
      .sort(),
    withoutGroup: reachesAll ? [] : [...chambers.values()].filter(({ code }) => !withGroup.has(code)),
    isForOne: !spec.everybody && !reachesAll && parties.size <= 1,
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

function meantGroups(
  directory: Directory,
  spec: AudienceSpec,
  chambers: ReadonlyMap<string, Chamber>,
): readonly Group[] {
  const named = new Set(spec.groups)
  const isMeant = (group: Group) => {
    if (named.has(group.code)) return true
    // An internal group hears only what is addressed to it by name.
    if (group.audience === 'internal' || spec.exceptGroups.includes(group.code)) return false
    return group.chamber === undefined ? spec.everybody : chambers.has(group.chamber)
  }
  return [...directory.groups.values()].filter(isMeant).sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The chambers it names; an internal group counts as a party of its own. */
function partiesOf(directory: Directory, spec: AudienceSpec): Set<string> {
  const ofGroups = spec.groups.map((code) => directory.groups.get(code)?.chamber ?? `group:${code}`)
  return new Set([...spec.chambers, ...ofGroups])
}

/** As a person would put it: 建筑机械商会、各商会秘书; 全体（不含佳和食品）. */
export function audienceName(directory: Directory, spec: AudienceSpec): string {
  const chamber = (code: string) => directory.chambers.get(code)?.name ?? code
  const group = (code: string) => directory.groups.get(code)?.title ?? code
  const picked = (some: readonly Selection[] | undefined) =>
    (some ?? []).map((one) => selectionName(directory, one))
  const named = [
    ...(spec.everybody ? ['全体'] : []),
    ...spec.chambers.map(chamber),
    ...spec.groups.map(group),
    ...picked(spec.also),
  ].join('、')
  const except = [
    ...spec.exceptChambers.map(chamber),
    ...spec.exceptGroups.map(group),
    ...picked(spec.except),
  ]
  return except.length === 0 ? named : `${named}（不含${except.join('、')}）`
}
