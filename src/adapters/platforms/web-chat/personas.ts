import type { Directory, Group, RosterPerson } from '../../../kernel/directory.ts'
import { may, type Role } from '../../../kernel/person.ts'

/** Whose eyes the page looks through. `person` is missing for a stranger. */
export interface Persona {
  readonly id: string
  readonly name: string
  readonly person?: RosterPerson
}

/** Made by the page, long enough that nobody meets another stranger's private chat by guessing. */
const STRANGER = /^stranger-[0-9a-z]{16,40}$/

export function findPersona(directory: Directory, id: string): Persona | undefined {
  const person = directory.people.get(id)
  if (person !== undefined) return { id, name: person.name, person }
  return STRANGER.test(id) ? { id, name: strangerName(id) } : undefined
}

export function strangerName(id: string): string {
  return STRANGER.test(id) ? `访客 ${id.slice(9, 13)}` : id
}

/**
 * The groups somebody would find in their list of chats: their own chamber's, and without a chamber those
 * that their audience allows. This sets the stage for trying things out; what may be done and read is the
 * features' decision, wherever it is asked.
 */
export function groupsOf(directory: Directory, { person }: Persona): readonly Group[] {
  const company = person?.company === undefined ? undefined : directory.companies.get(person.company)
  const chamber = person?.chamber ?? company?.chamber
  return webGroups(directory).filter((group) => {
    if (group.audience === 'internal') return person !== undefined && may(person, 'policy.read-internal')
    if (chamber !== undefined && group.chamber !== undefined) return chamber === group.chamber
    if (group.audience === 'public') return true
    return person !== undefined && (chamber !== undefined || may(person, 'policy.read-internal'))
  })
}

function webGroups(directory: Directory): readonly Group[] {
  return [...directory.groups.values()].filter(({ platform }) => platform === 'web-chat')
}

/** Under which heading of the switcher somebody stands: by the first of these roles that they hold. */
export const SECTIONS = [
  'leader',
  'reviewer',
  'staff',
  'officer',
  'handler',
  'auditor',
  'secretary',
  'member',
] as const satisfies readonly Role[]

export function sectionOf(person: RosterPerson): Role {
  return SECTIONS.find((role) => person.roles.includes(role)) ?? 'member'
}
