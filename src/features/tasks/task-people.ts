/** Who is behind an addressee, and what somebody is to a task. Pure. */
import type { Directory, RosterPerson } from '../../kernel/directory.ts'
import { may, type Person, withTitle } from '../../kernel/person.ts'
import type { Addressee, Task } from './task.ts'
import type { FoundTask } from './tasks.effects.ts'

/** Who gets the letter: the person, a unit's handlers (its head where it has none), or the office's staff. */
export function peopleOf({ person, unit }: Addressee, directory: Directory): readonly RosterPerson[] {
  const all = [...directory.people.values()]
  if (person !== null) return all.filter(({ code }) => code === person)
  if (unit === null) return all.filter(({ roles }) => roles.includes('staff'))
  const handlers = all.filter((one) => one.unit === unit && one.roles.includes('handler'))
  const head = directory.people.get(directory.units.get(unit)?.head ?? '')
  return handlers.length > 0 || head === undefined ? handlers : [head]
}

/** 江远副县长: as letters call somebody. Whoever left the roster goes by the code. */
export function callPerson(code: string, directory: Directory): string {
  const person = directory.people.get(code)
  return person === undefined ? code : withTitle(person)
}

export function callAddressee({ person, unit }: Addressee, directory: Directory): string {
  if (person !== null) return callPerson(person, directory)
  if (unit !== null) return directory.units.get(unit)?.name ?? unit
  return '工商联工作人员'
}

export function isAddressee(
  { person, unit }: Addressee,
  by: Pick<Person, 'code' | 'roles' | 'unit'>,
  directory: Directory,
): boolean {
  if (by.code === undefined) return false
  if (person !== null) return person === by.code
  if (unit === null) return by.roles.includes('staff')
  const isHandler = by.unit === unit && by.roles.includes('handler')
  return isHandler || directory.units.get(unit)?.head === by.code
}

/** What a meeting decided is followed by the whole office, whoever wrote it down. */
const isGiver = (task: Task, by: Pick<Person, 'code' | 'roles'>): boolean =>
  task.givenBy === by.code || (task.kind === 'decision' && by.roles.includes('staff'))

/** Nothing where the task is none of theirs: the same to them as if it did not exist. */
export function asSeenBy(task: Task, by: Person, directory: Directory): FoundTask | undefined {
  const theirs = { isAddressee: isAddressee(task, by, directory), isGiver: isGiver(task, by) }
  if (!theirs.isAddressee && !theirs.isGiver && !may(by, 'task.see-all')) return undefined
  return {
    task,
    ...theirs,
    isStaff: by.roles.includes('staff'),
    who: callAddressee(task, directory),
    giver: callPerson(task.givenBy, directory),
  }
}

/** Every way in which somebody may be the addressee. */
export function waysToBeAsked(by: Person, directory: Directory): readonly Addressee[] {
  const ways: Addressee[] = []
  if (by.code !== undefined) ways.push({ person: by.code, unit: null })
  for (const unit of directory.units.keys()) {
    if (isAddressee({ person: null, unit }, by, directory)) ways.push({ person: null, unit })
  }
  if (by.roles.includes('staff')) ways.push({ person: null, unit: null })
  return ways
}
