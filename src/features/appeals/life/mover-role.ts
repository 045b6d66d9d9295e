import type { Person } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import type { MoverRole } from './appeal-moves.ts'

/**
 * In whose names this person may speak about this appeal, the one with the most say first. Nobody is the
 * `handler` of what is not with their unit; whether they are its asker only the store can tell.
 */
export function rolesIn(
  { unit, supporting }: Pick<Appeal, 'unit' | 'supporting'>,
  person: Pick<Person, 'roles' | 'unit'>,
): readonly MoverRole[] {
  const handles = person.roles.includes('handler') && person.unit !== undefined
  return [
    ...(person.roles.includes('staff') ? (['staff'] as const) : []),
    ...(handles && unit === person.unit ? (['handler'] as const) : []),
    ...(handles && supporting.includes(person.unit ?? '') ? (['supporter'] as const) : []),
  ]
}
