import type { Doing } from '../conversation/feature.ts'
import type { Work } from '../kernel/work.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import { isSettled, isStoppable, type Mailing, noLetters } from './mailing.ts'
import { type Road, tell, tellPerson, tellPreparer } from './mailing-road.ts'

/** Takes back what has not left. Letters already handed to a platform keep the end they come to. */
export async function stopMailing(road: Road, id: string, doing: Doing): Promise<void> {
  const mailing = await road.mailings.find(id, doing.work)
  if (mailing === undefined) return tell(doing, 'stop', texts.noSuch(road.noun, undefined))
  const { number, version, state } = mailing
  if (!isStoppable(mailing))
    return tell(doing, 'stop', texts.notStoppable(road.noun, number, texts.state[state]))
  doing.audit(`${road.owner}.stop`, id)
  await road.mailings.drop(id, undefined, doing.work)
  if (mailing.startedAt === undefined) {
    road.mailings.put(
      { ...mailing, version: version + 1, state: 'withdrawn', owed: 0, settledAt: doing.work.at },
      doing.work,
    )
    tell(doing, 'stop', texts.withdrawn(road.noun, number))
  } else {
    await road.outbox.cancelMailing(id, doing.work)
    road.mailings.put({ ...mailing, version: version + 1, state: 'stopped', owed: 0 }, doing.work)
    tell(
      doing,
      'stop',
      texts.nowStopped(road.noun, number, texts.counts(await tallyOf(road, id, doing.work))),
    )
  }
  const who = doing.by.person
  if (who.code !== mailing.preparedBy)
    await tellPerson(
      doing,
      mailing.preparedBy,
      `mailing:${id}:stopped`,
      texts.stoppedBy(road.noun, number, who.name),
    )
}

export async function tallyOf(road: Road, id: string, work: Work) {
  return (await road.mailings.tallies([id], work)).get(id) ?? noLetters
}

/** Whoever prepared it hears once that every letter has come to its end; until then nothing is called done. */
export async function settleMailing(road: Road, mailing: Mailing, doing: Doing): Promise<void> {
  const { id, number, version, state, preparedBy } = mailing
  if (await road.mailings.isUnderWay(id, doing.work)) return
  const tally = await tallyOf(road, id, doing.work)
  if (!isSettled(tally)) return
  road.mailings.put(
    {
      ...mailing,
      version: version + 1,
      state: state === 'stopped' ? state : 'sent',
      owed: 0,
      settledAt: doing.work.at,
    },
    doing.work,
  )
  const troubles = texts.troubles(await road.mailings.listTroubles(id, MOST_TROUBLES, doing.work))
  const counts = texts.counts(tally)
  const { groups, privately } = await road.mailings.placesOf(id, doing.work)
  const text =
    state === 'stopped'
      ? texts.stopSettled(road.noun, number, counts, troubles)
      : texts.settled(road.noun, number, texts.places(groups.length, privately), counts, troubles)
  await tellPreparer(doing, preparedBy, `mailing:${id}:settled`, text)
}

/** More of a kind are only counted. */
export const MOST_TROUBLES = 12
