import type { Doing } from '../conversation/feature.ts'
import type { Work } from '../kernel/work.ts'
import { mayLeaveAt } from './departure.ts'
import { letterTo, type Mailing, type Recipient, recipientId, refusablesOf } from './mailing.ts'
import type { Road } from './mailing-road.ts'
import { enclosedWith, takeOverRecipients } from './revision-recipients.ts'

/** Letters of one broadcast that wait at an account before more are written: what a stop has to take back. */
const AHEAD = 200

/** Nothing stands against it: it leaves now, or when its time comes. */
export async function sendOff(road: Road, mailing: Mailing, doing: Doing): Promise<Mailing> {
  const { work } = doing
  await road.workdays.refresh(work)
  const { leavesAt, because } = mailing
  const hours = { quietHours: road.quietHours, calendar: road.workdays.calendar }
  const at = mayLeaveAt(leavesAt, because, work.at, hours)
  if (at <= work.at) return begin(road, mailing, doing)
  const waiting: Mailing = { ...mailing, version: mailing.version + 1, state: 'scheduled', leavesAt: at }
  road.mailings.put(waiting, work)
  return waiting
}

/** When people may be written to again, where that is not now; what is urgent, or corrects, waits for nobody. */
export async function restsUntil(road: Road, { because }: Mailing, work: Work): Promise<Date | undefined> {
  if (because !== undefined) return undefined
  await road.workdays.refresh(work)
  const hours = { quietHours: road.quietHours, calendar: road.workdays.calendar }
  const at = mayLeaveAt(undefined, because, work.at, hours)
  return at > work.at ? at : undefined
}

/** The first letters are written with the decision, the others by the clock. */
export async function begin(road: Road, mailing: Mailing, doing: Doing): Promise<Mailing> {
  const { work } = doing
  const { owed } = await recipientsOnTheRoad(road, mailing, doing)
  const sending: Mailing = {
    ...mailing,
    version: mailing.version + 1,
    state: 'sending',
    startedAt: work.at,
    owed,
  }
  road.mailings.put(sending, work)
  return writeNext(road, sending, doing)
}

/** Those of a correction are known only now; a broadcast older than the recipients' table has none yet. */
async function recipientsOnTheRoad(
  road: Road,
  mailing: Mailing,
  doing: Doing,
): Promise<{ readonly owed: number }> {
  if (mailing.revises !== undefined) return { owed: await takeOverRecipients(road, mailing, doing) }
  if (mailing.owed > 0 || mailing.chats.length === 0) return mailing
  const recipients = mailing.chats.map(
    ({ chat, title }, n): Recipient => ({
      id: recipientId(mailing.id, chat),
      mailing: mailing.id,
      n,
      chat,
      title,
      people: [],
      heads: 0,
      state: 'owed',
    }),
  )
  road.mailings.addRecipients(recipients, doing.work)
  return { owed: recipients.length }
}

/**
 * Writes the letters whose turn it is, some hundreds at most, so that a round stays short and a stop finds little to
 * take back. Whoever refused this kind of letter since it was planned gets none.
 */
export async function writeNext(road: Road, mailing: Mailing, doing: Doing): Promise<Mailing> {
  const { work } = doing
  if (mailing.owed === 0) return mailing
  const turn = await road.mailings.nextOwed(mailing.id, AHEAD, work)
  if (turn.length === 0) return mailing
  const unwanted = await unwantedAmong(road, mailing, turn, doing)
  const wanted = turn.filter(({ id }) => !unwanted.includes(id))
  const hasFiles = await enclosedWith(road, mailing, doing)
  for (const recipient of wanted) {
    const { key, draft } = letterTo(hasFiles(recipient) ? mailing : { ...mailing, files: [] }, recipient)
    const { replaces } = recipient
    doing.post(key, replaces === undefined ? draft : { ...draft, edits: replaces })
  }
  if (unwanted.length > 0) await road.mailings.drop(mailing.id, unwanted, work)
  await road.mailings.markWritten(wanted, work)
  const written: Mailing = {
    ...mailing,
    version: mailing.version + 1,
    owed: Math.max(0, mailing.owed - turn.length),
  }
  road.mailings.put(written, work)
  return written
}

/** A correction reaches whoever got what it corrects, whatever they refused since. */
async function unwantedAmong(
  road: Road,
  mailing: Mailing,
  turn: readonly Recipient[],
  doing: Doing,
): Promise<readonly string[]> {
  const alone = turn.filter(({ chat, people }) => chat.kind === 'private' && people.length > 0)
  if (alone.length === 0 || mailing.revises !== undefined) return []
  const refusing = await road.refusals.listRefusing(refusablesOf(mailing), doing.work)
  return alone.filter(({ people }) => people.every((code) => refusing.has(code))).map(({ id }) => id)
}
