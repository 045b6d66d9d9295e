import type { Doing } from '../conversation/feature.ts'
import { dayAndHour } from '../kernel/clock.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import type { Mailing } from './mailing.ts'
import { tallyOf } from './mailing-end.ts'
import { mayLeave, type Road, tell, tellPerson } from './mailing-road.ts'
import { restsUntil } from './send-off.ts'

/** Nothing more leaves until somebody says go on. Done at once: whoever sees a mistake going out has no time for a question. */
export async function pauseMailing(road: Road, number: number | undefined, doing: Doing): Promise<void> {
  const mailing = await road.mailings.findByNumber(road.owner, number, doing.work)
  if (mailing === undefined) return tell(doing, 'pause', texts.noSuch(road.noun, number))
  if (mailing.state !== 'sending')
    return tell(doing, 'pause', texts.notPausable(road.noun, mailing.number, texts.state[mailing.state]))
  await hold(road, mailing, doing)
  const counts = texts.counts(await tallyOf(road, mailing.id, doing.work))
  tell(doing, 'pause', texts.paused(road.noun, mailing.number, counts))
  await tellPreparerOf(mailing, 'paused', (who) => texts.pausedBy(road.noun, mailing.number, who), doing)
}

/** Letters that wait stay where they are, those not written are not written. */
export async function hold(road: Road, mailing: Mailing, doing: Doing): Promise<void> {
  doing.audit(`${road.owner}.pause`, mailing.id)
  await road.mailings.holdLetters(mailing.id, doing.work)
  road.mailings.put({ ...mailing, version: mailing.version + 1, state: 'paused' }, doing.work)
}

export async function resumeMailing(road: Road, id: string, doing: Doing): Promise<void> {
  const mailing = await road.mailings.find(id, doing.work)
  if (mailing === undefined) return tell(doing, 'resume', texts.noSuch(road.noun, undefined))
  const { number, state } = mailing
  if (state !== 'paused') return tell(doing, 'resume', texts.notPaused(road.noun, number, texts.state[state]))
  const may = await mayLeave(road, mailing, doing)
  if (may !== true) return tell(doing, 'resume', may)
  doing.audit(`${road.owner}.resume`, id)
  const rests = await restsUntil(road, mailing, doing.work)
  if (rests === undefined) await road.mailings.freeLetters(id, doing.work)
  road.mailings.put({ ...mailing, version: mailing.version + 1, state: 'sending' }, doing.work)
  const told =
    rests === undefined
      ? texts.resumed(road.noun, number)
      : texts.resumedForLater(road.noun, number, dayAndHour(rests, doing.work.at))
  tell(doing, 'resume', told)
  await tellPreparerOf(mailing, 'resumed', (who) => texts.resumedBy(road.noun, number, who), doing)
}

/** It may happen more than once: the turn names the occasion. */
async function tellPreparerOf(
  { id, preparedBy }: Mailing,
  what: string,
  text: (who: string) => string,
  doing: Doing,
): Promise<void> {
  const { person } = doing.by
  if (person.code !== preparedBy)
    await tellPerson(doing, preparedBy, `mailing:${id}:${what}:${doing.turnKey}`, text(person.name))
}
