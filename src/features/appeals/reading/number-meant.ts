import type { Listening } from '../../../conversation/feature.ts'
import { type AppealNumber, findAppealNumbers } from './appeal-numbers.ts'

/**
 * The appeal that needs no number: the one a link was given for, or the only one that our letter names which
 * somebody replies to. A list names several, so that nothing follows from it.
 */
export function numberMeant({ by, answered }: Listening): AppealNumber | undefined {
  const { confined } = by.person
  if (confined !== undefined) return findAppealNumbers(confined.appeal)[0]
  if (answered === undefined) return undefined
  const distinct = new Map(findAppealNumbers(answered).map((number) => [number.serial, number]))
  // The short number in 回“0312 …” is the same as the whole one in front.
  for (const number of findAppealNumbers(answered))
    if (number.year !== undefined) distinct.set(number.serial, number)
  return distinct.size === 1 ? [...distinct.values()][0] : undefined
}
