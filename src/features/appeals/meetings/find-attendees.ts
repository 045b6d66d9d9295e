import { companiesNamed, type Directory } from '../../../kernel/directory.ts'
import { handlersOf } from '../life/appeal-letters.ts'
import { findUnits } from '../staff/find-unit.ts'
import type { Attendee } from './meetings.store.ts'

/** Each name as the roster knows it; what it does not know, or knows twice, is somebody to be called. Pure. */
export function findAttendees(names: readonly string[], directory: Directory): readonly Attendee[] {
  const found = names.map((name): Attendee => {
    const [unit, ...moreUnits] = findUnits(name, directory)
    if (unit !== undefined && moreUnits.length === 0)
      return { kind: 'unit', code: unit.code, name: unit.name }
    const [company, ...moreCompanies] = companiesNamed(directory, name)
    if (company !== undefined && moreCompanies.length === 0)
      return { kind: 'company', code: company.code, name: company.name }
    const people = [...directory.people.values()].filter((person) => person.name === name)
    const [person] = people
    if (person !== undefined && people.length === 1)
      return { kind: 'person', code: person.code, name: person.name }
    return { kind: 'outside', code: null, name }
  })
  const seen = new Set<string>()
  return found.filter(({ kind, code, name }) => {
    const key = `${kind}:${code ?? name}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The people to be written to for one that was named. */
export function peopleFor({ kind, code }: Attendee, directory: Directory): readonly string[] {
  if (code === null) return []
  if (kind === 'unit') return handlersOf(code, directory).map((person) => person.code)
  if (kind === 'person') return [code]
  return [...directory.people.values()].filter(({ company }) => company === code).map((person) => person.code)
}
