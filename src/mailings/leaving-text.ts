import type { Doing } from '../conversation/feature.ts'
import { dayAndHour } from '../kernel/clock.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import type { Mailing } from './mailing.ts'
import type { Road } from './mailing-road.ts'

/** 周一 08:00, where it waits for its time. */
export const leavesWhen = ({ state, leavesAt }: Mailing, { work }: Doing): string | undefined =>
  state === 'scheduled' && leavesAt !== undefined ? dayAndHour(leavesAt, work.at) : undefined

/** Said to whoever gave the last yes: that it leaves, or when. */
export async function leavingText(road: Road, mailing: Mailing, doing: Doing): Promise<string> {
  const { noun } = road
  const { id, number } = mailing
  const { groups, privately } = await road.mailings.placesOf(id, doing.work)
  const when = leavesWhen(mailing, doing)
  const places = texts.places(groups.length, privately)
  return when === undefined
    ? texts.leaving(noun, number, places)
    : texts.leavesLater(noun, number, places, when)
}
