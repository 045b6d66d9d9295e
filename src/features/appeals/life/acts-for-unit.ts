import type { Doing } from '../../../conversation/feature.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { unitTexts as texts } from '../unit/unit.texts.ts'
import { rolesIn } from './mover-role.ts'

/** A handler acts on what was dispatched to their own unit, whoever came by a link only on what it was given for. */
export async function actsForUnit(number: string, store: AppealsStore, doing: Doing): Promise<boolean> {
  const { person } = doing.by
  const appeal = await store.find(number, doing.work)
  const isMeant = person.confined === undefined || person.confined.appeal === number
  const isTheirs = isMeant && appeal !== undefined && rolesIn(appeal, person).includes('handler')
  if (!isTheirs)
    doing.post(`${doing.turnKey}:reply`, {
      to: doing.by.home,
      text: texts.notYours(number),
      origin: 'automatic',
    })
  return isTheirs
}
