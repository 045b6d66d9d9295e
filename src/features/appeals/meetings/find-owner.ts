import type { Directory } from '../../../kernel/directory.ts'
import { findMoment, momentAt } from '../../../kernel/spoken-moment.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import { findUnits } from '../staff/find-unit.ts'

/** Whose a decision is: one of the two, or nobody that the roster knows. */
export interface Owner {
  readonly person: string | null
  readonly unit: string | null
  readonly name: string
}

const spokenFor = (name: string) =>
  new RegExp(
    `[（(][^）)]*${name}[^）)]*[）)]|(?:由|请|责成)${name}|${name}(?:同志|主任|局长|科长|经理)?(?:负责|牵头|跟|盯|落实|办)`,
  )

/** A person who is named as the one to do it comes before a unit; of several units the first that is named. Pure. */
export function findOwner(decision: string, directory: Directory): Owner | undefined {
  const people = [...directory.people.values()].filter(
    ({ name }) => name.length >= 2 && decision.includes(name) && spokenFor(escaped(name)).test(decision),
  )
  const [person] = people
  if (person !== undefined && people.length === 1)
    return { person: person.code, unit: null, name: person.name }
  // Clause by clause, so that 供电公司配合 at the end takes nothing from who stands first.
  for (const clause of decision.split(/[,，、（(]/)) {
    const [unit, ...others] = findUnits(clause, directory)
    if (unit !== undefined && others.length === 0) return { person: null, unit: unit.code, name: unit.name }
  }
  return undefined
}

const escaped = (name: string) => name.replace(/[^\p{L}\p{N}]/gu, '\\$&')

/** By when; null where nothing is said of it, or that year's calendar is missing. */
export function dueOf(decision: string, now: Date, calendar: Calendar): Date | null {
  const found = findMoment(decision, now)
  if (found === undefined) return null
  const at = momentAt(found.moment, now, calendar)
  return at instanceof Date ? at : null
}
