import type { Doing } from '../conversation/feature.ts'
import { noteAct } from '../conversation/when-due.ts'
import type { Work } from '../kernel/work.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import type { Mailing } from './mailing.ts'
import { settleMailing } from './mailing-end.ts'
import { mayLeave, type Road, tellPreparer } from './mailing-road.ts'
import { restsUntil, sendOff, writeNext } from './send-off.ts'

/** Those of a road that are under way, asked once in a pass. */
export type ListOpen = (work: Work) => Promise<readonly Mailing[]>

/** Told when a broadcast began to leave, by a reviewer's yes or by the clock. */
export type Left = (id: string, doing: Doing) => Promise<void>

/** What the clock owes every open broadcast: that it leaves at its time, its next letters, and its end. */
export async function moveMailings(
  road: Road,
  listOpen: ListOpen,
  onLeft: Left | undefined,
  doing: Doing,
): Promise<void> {
  const { work } = doing
  const open = await listOpen(work)
  if (open.length === 0) return
  noteAct(work)
  for (const mailing of open) {
    const { id, state, leavesAt, owed } = mailing
    // Letters that came back from their platform after the word stay where they are, or go nowhere.
    if (state === 'paused') await road.mailings.holdLetters(id, work)
    if (state === 'stopped') await road.outbox.cancelMailing(id, work)
    if (state === 'paused' || (state === 'scheduled' && leavesAt !== undefined && leavesAt > work.at))
      continue
    // Begun before the night and not through: the rest goes on in the morning.
    if (state === 'sending') {
      if ((await restsUntil(road, mailing, work)) !== undefined) {
        await road.mailings.holdLetters(id, work)
        await settleMailing(road, mailing, doing)
        continue
      }
      await road.mailings.freeLetters(id, work)
    }
    const isToWrite = state === 'scheduled' || (state === 'sending' && owed > 0)
    const may = isToWrite ? await mayLeave(road, mailing, doing) : true
    if (may !== true) await keepBack(road, mailing, may, doing)
    else if (state === 'scheduled') {
      const left = await sendOff(road, mailing, doing)
      if (left.state === 'sending') await onLeft?.(id, doing)
    } else await settleMailing(road, await writeNext(road, mailing, doing), doing)
  }
}

/** Its owner says that nothing more of it may leave. */
async function keepBack(road: Road, mailing: Mailing, why: string, doing: Doing): Promise<void> {
  const { id, number, preparedBy, version, startedAt } = mailing
  const { work } = doing
  await road.mailings.drop(id, undefined, work)
  const kept: Mailing = { ...mailing, version: version + 1, owed: 0, state: 'stopped' }
  road.mailings.put(
    startedAt === undefined ? { ...kept, state: 'withdrawn', settledAt: work.at } : kept,
    work,
  )
  await tellPreparer(doing, preparedBy, `mailing:${id}:kept`, texts.keptBack(road.noun, number, why))
}

/**
 * While letters are to be written somebody looks every second; once all are, less and less often, because what is
 * recorded of them is looked at anyway and some wait at a door for a day. Nothing is asked when none are on their way.
 */
const LOOK_MS = 1_000
const SELDOM_MS = 60_000

function nextLook({ state, leavesAt, owed, startedAt }: Mailing, now: Date): readonly Date[] {
  if (state === 'paused') return []
  if (state === 'scheduled') return [leavesAt ?? now]
  const since = owed > 0 ? 0 : now.getTime() - (startedAt ?? now).getTime()
  return [new Date(now.getTime() + Math.min(SELDOM_MS, Math.max(LOOK_MS, since / 10)))]
}

export async function nextMove(road: Road, listOpen: ListOpen, work: Work): Promise<Date | undefined> {
  const times: Date[] = []
  for (const mailing of await listOpen(work)) {
    const rests = mailing.state === 'sending' ? await restsUntil(road, mailing, work) : undefined
    times.push(...(rests === undefined ? nextLook(mailing, work.at) : [rests]))
  }
  return times.reduce<Date | undefined>(
    (first, at) => (first === undefined || at < first ? at : first),
    undefined,
  )
}
