import { companiesNamed, type Directory } from './directory.ts'

/** A firm or a member named: of a sealed appeal such words could give the asker away, or seem to. */
export function namesMembers(text: string, directory: Directory): boolean {
  const flat = text.replace(/\s/gu, '')
  return (
    companiesNamed(directory, flat).length > 0 ||
    [...directory.people.values()].some(
      ({ name, roles }) =>
        roles.includes('member') && roles.length === 1 && name.length >= 2 && flat.includes(name),
    )
  )
}
