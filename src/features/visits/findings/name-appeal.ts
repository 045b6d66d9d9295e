/** Whether somebody hears which appeal a problem became. Pure. */
import { type Directory, scopeOf } from '../../../kernel/directory.ts'
import { may, type Person } from '../../../kernel/person.ts'
import type { Finding } from '../visit.ts'

/**
 * What was registered of it is no secret to those who brought it; another that it was linked to only to whoever may read
 * that one, and what the office merely supposes to the office alone.
 */
export function mayName(
  person: Pick<Person, 'code' | 'roles'>,
  { state }: Pick<Finding, 'state'>,
  appeal: { readonly company: string | null },
  directory: Directory,
  day: string,
): boolean {
  if (may(person, 'appeal.see-all') || state === 'filed') return true
  if (state !== 'linked' || person.code === undefined || appeal.company === null) return false
  return (
    may(person, 'appeal.see-in-scope') && scopeOf(directory, person.code, day).companies.has(appeal.company)
  )
}
