import type { Doing } from '../conversation/feature.ts'
import type { Work } from '../kernel/work.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import { isSettled } from './mailing.ts'
import { type Road, tell, tellPerson } from './mailing-road.ts'

/** Takes back what has not left. Letters already handed to a platform keep the end they come to. */
export async function stopMailing(road: Road, id: string, doing: Doing): Promise<void> {
  const mailing = await road.mailings.find(id, doing.work)
  if (mailing === undefined) return tell(doing, 'stop', texts.noSuch(road.noun, undefined))
  const { number, version, state } = mailing
  if (state !== 'sending' && state !== 'awaitingApproval')
    return tell(doing, 'stop', texts.notStoppable(road.noun, number, texts.state[state]))
  doing.audit(`${road.owner}.stop`, id)
  if (state === 'awaitingApproval') {
    road.mailings.put(
      { ...mailing, version: version + 1, state: 'withdrawn', settledAt: doing.work.at },
      doing.work,
    )
    tell(doing, 'stop', texts.withdrawn(road.noun, number))
  } else {
    await road.outbox.cancelMailing(id, doing.work)
    road.mailings.put({ ...mailing, version: version + 1, state: 'stopped' }, doing.work)
    tell(
      doing,
      'stop',
      texts.nowStopped(road.noun, number, texts.counts(await road.outbox.tally(id, doing.work))),
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

/** Called by the clock: whoever prepared it hears once that every letter has come to its end. */
export async function settleMailings(road: Road, doing: Doing): Promise<void> {
  for (const mailing of await road.mailings.listUnsettled(road.owner, doing.work)) {
    const tally = await road.outbox.tally(mailing.id, doing.work)
    if (!isSettled(tally)) continue
    const { id, number, version, state, preparedBy } = mailing
    road.mailings.put(
      {
        ...mailing,
        version: version + 1,
        state: state === 'sending' ? 'sent' : state,
        settledAt: doing.work.at,
      },
      doing.work,
    )
    const troubles = texts.troubles(await road.mailings.listLetters(id, doing.work))
    const counts = texts.counts(tally)
    const text =
      state === 'sending'
        ? texts.settled(road.noun, number, mailing.chats.length, counts, troubles)
        : texts.stopSettled(road.noun, number, counts, troubles)
    if (!(await tellPerson(doing, preparedBy, `mailing:${id}:settled`, text)))
      await doing.request({ kind: 'staff.tell', key: `mailing:${id}:settled`, text })
  }
}

/** While letters are on their way their end is looked for every second; nothing is asked when none are. */
export async function nextSettling(road: Road, work: Work): Promise<Date | undefined> {
  const open = await road.mailings.listUnsettled(road.owner, work)
  return open.length === 0 ? undefined : new Date(work.at.getTime() + 1_000)
}
