/** What was heard, kept: places given, facts told, and each conflict said once to whoever keeps the list. */
import type { Doing } from '../../../conversation/feature.ts'
import { peopleWithRole } from '../../../kernel/directory.ts'
import { whenAwake } from '../../../kernel/quiet-hours.ts'
import type { Chain, Entry } from '../chain.ts'
import { signupsTexts as texts } from '../signups.texts.ts'
import type { Conflict } from './conflict.ts'
import type { List } from './hear-words.ts'
import { groupOf, isKeeperOf } from './roster-circle.ts'
import { seat } from './seats.ts'
import type { SignupsParts } from './signups-parts.ts'

/** `chain` as it was read, with what changed of it but its version. */
export async function keepList(
  { chain, entries }: List,
  before: readonly Entry[],
  conflicts: readonly Conflict[],
  parts: SignupsParts,
  doing: Doing,
): Promise<List> {
  const { work } = doing
  const seated = seat(chain, entries)
  const earlier = new Map(before.map((entry) => [entry.id, entry]))
  const kept = seated.entries.map((entry) => {
    const { version, ...was } = earlier.get(entry.id) ?? { version: 0 }
    const { version: _version, ...now } = entry
    if (JSON.stringify(sorted(was)) === JSON.stringify(sorted(now))) return entry
    const next = { ...entry, version: version + 1 }
    parts.signups.putEntry(next, work)
    return next
  })
  const fresh = conflicts.filter(({ key }) => !chain.told.includes(key))
  const next: Chain = {
    ...chain,
    version: chain.version + 1,
    told: [...chain.told, ...fresh.map(({ key }) => key)],
    changedAt: work.at,
  }
  parts.signups.put(next, work)
  if (fresh.length > 0) await tellKeepers(next, texts.conflicts(next, fresh), 'conflicts', parts, doing)
  await tellSignedUp(next, kept, earlier, doing)
  const waited = seated.promoted.filter(({ id }) => isWaiting(earlier.get(id)))
  await tellOfSeats(next, waited, parts, doing)
  return { chain: next, entries: kept }
}

const sorted = (row: object) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))

const isWaiting = (entry: Entry | undefined) =>
  entry !== undefined && entry.state === 'in' && entry.seated < entry.heads

async function tellSignedUp(
  { chat }: Chain,
  entries: readonly Entry[],
  earlier: ReadonlyMap<string, Entry>,
  doing: Doing,
): Promise<void> {
  if (chat.kind !== 'group') return
  for (const { id, person, state } of entries) {
    const was = earlier.get(id)
    if (person === undefined || state !== 'in' || (was?.state === 'in' && was.person === person)) continue
    await doing.tell({ kind: 'signedUp', person, chat })
  }
}

/** Whoever waited and came in is told alone, in waking hours; whom we cannot reach, their keeper tells. */
async function tellOfSeats(
  chain: Chain,
  promoted: readonly Entry[],
  parts: SignupsParts,
  doing: Doing,
): Promise<void> {
  const unreached: Entry[] = []
  for (const entry of promoted) {
    const home = entry.person === undefined ? undefined : await doing.reach(entry.person)
    if (home === undefined) unreached.push(entry)
    else
      doing.post(`${entry.id}:seat:${entry.seated}:${doing.turnKey}`, {
        to: home,
        text: texts.seatFreed(chain, entry),
        origin: 'automatic',
        dueAt: awake(parts, doing),
      })
  }
  if (unreached.length > 0)
    await tellKeepers(chain, texts.seatFreedToKeeper(chain, unreached), 'seats', parts, doing)
}

const awake = ({ quietHours, workdays }: SignupsParts, { work }: Doing) =>
  whenAwake(work.at, quietHours, workdays.calendar)

/** Who began it where they keep lists, or else the chamber's secretaries, or else all staff. */
export async function tellKeepers(
  chain: Chain,
  text: string,
  occasion: string,
  parts: SignupsParts,
  doing: Doing,
): Promise<void> {
  const directory = await doing.directory()
  const starter = directory.people.get(chain.startedBy ?? '')
  const chamber = groupOf(directory, chain.chat)?.chamber
  const secretaries = peopleWithRole(directory, 'secretary').filter(
    (one) => chamber !== undefined && one.chamber === chamber,
  )
  const keepers =
    starter !== undefined && isKeeperOf(starter, chain.chat, directory)
      ? [starter]
      : secretaries.length > 0
        ? secretaries
        : peopleWithRole(directory, 'staff')
  for (const { code } of keepers) {
    const to = code === doing.by.person.code ? doing.by.home : await doing.reach(code)
    if (to === undefined) continue
    // Whoever just spoke is awake.
    const dueAt = code === doing.by.person.code ? {} : { dueAt: awake(parts, doing) }
    doing.post(`${chain.id}:${occasion}:${code}:${doing.turnKey}`, {
      to,
      text,
      origin: 'automatic',
      ...dueAt,
    })
  }
}
