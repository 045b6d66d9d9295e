import type { Doing } from '../../../../conversation/feature.ts'
import type { Plan } from '../../../../conversation/previewed-order.ts'
import { dayOf } from '../../../../kernel/clock.ts'
import type { Work } from '../../../../kernel/work.ts'
import type { Drive } from '../../drive.ts'
import { type GiftUse, useId } from '../gift.ts'
import type { UseOrder } from '../gifts.orders.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { say } from '../pledging/keep-pledge.ts'
import { readUse } from '../reading/read-use.ts'
import { refusedBooking } from './book-gifts.ts'
import { bookingTexts as texts } from './booking.texts.ts'
import { driveMeant } from './drive-meant.ts'
import type { UsedEntry, WrongRow } from './entry.ts'
import { planTexts } from './plan.texts.ts'

export interface UsePlan {
  readonly fresh: readonly UsedEntry[]
  readonly known: readonly number[]
  readonly wrong: readonly WrongRow[]
}

const contentOf = ({ given, usedOn, to, purpose }: Pick<GiftUse, 'given' | 'usedOn' | 'to' | 'purpose'>) =>
  [
    ...(given.kind === 'money' ? [given.fen] : [given.item, given.unit, given.quantity]),
    usedOn,
    to,
    purpose,
  ].join('|')

/** The same content as often as it is in the books is known; what was reversed does not come in again by a sheet. */
export async function planUses(
  entries: readonly UsedEntry[],
  drive: Drive,
  { gifts }: Pick<GiftsParts, 'gifts'>,
  work: Work,
): Promise<UsePlan> {
  const there = new Map<string, GiftUse[]>()
  for (const use of await gifts.listUses(drive.id, work)) {
    const content = contentOf(use)
    there.set(content, [...(there.get(content) ?? []), use])
  }
  const fresh: UsedEntry[] = []
  const known: number[] = []
  const wrong: WrongRow[] = []
  for (const entry of entries) {
    const same = there
      .get(contentOf(entry))
      ?.sort((a, b) => a.state.localeCompare(b.state))
      .shift()
    if (same === undefined) fresh.push(entry)
    else if (same.state === 'booked') known.push(entry.row)
    else wrong.push({ row: entry.row, reason: planTexts.useWasReversed(same.number) })
  }
  return { fresh, known, wrong }
}

async function readOrder(
  { texts: said }: UseOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<{ readonly drive: Drive; readonly plan: UsePlan } | Exclude<Plan<never>, { kind: 'ready' }>> {
  const refused = refusedBooking(doing)
  if (refused !== undefined) return refused
  const meant = await driveMeant(said, parts, doing)
  if (!('drive' in meant)) return meant
  const read = readUse(said, doing.work.at)
  if (read.given === undefined) return { kind: 'asking', question: texts.whatUsed() }
  if (read.given.kind === 'unclear') return { kind: 'asking', question: texts.unclear(read.given.words) }
  if (read.wrongDay !== undefined) return { kind: 'asking', question: texts.wrongDay(read.wrongDay) }
  if (read.person !== undefined) return { kind: 'asking', question: texts.namesSomebody(read.person) }
  if (read.to === undefined) return { kind: 'asking', question: texts.whoGot() }
  const entry: UsedEntry = {
    row: 1,
    given: read.given.given,
    usedOn: read.day ?? dayOf(doing.work.at),
    to: read.to,
    purpose: read.purpose,
  }
  // Said in words, the same again is another one: the preview shows it.
  return { drive: meant.drive, plan: { fresh: [entry], known: [], wrong: [] } }
}

export async function planUse(order: UseOrder, parts: GiftsParts, doing: Doing): Promise<Plan<UseOrder>> {
  const read = await readOrder(order, parts, doing)
  if (!('plan' in read)) return read
  const { drive, plan } = read
  return { kind: 'ready', order, preview: texts.usePreview(drive, plan.fresh, plan.known.length, plan.wrong) }
}

export async function recordUse(order: UseOrder, parts: GiftsParts, doing: Doing): Promise<void> {
  const read = await readOrder(order, parts, doing)
  if (!('plan' in read)) return say(doing, 'use', read.kind === 'refused' ? read.text : read.question)
  await enterUses(read.drive, read.plan, parts, doing)
}

export async function enterUses(drive: Drive, plan: UsePlan, parts: GiftsParts, doing: Doing): Promise<void> {
  const uses = await writeUses(drive, plan.fresh, doing.by.person.code ?? '', parts, doing.work)
  for (const use of uses) doing.audit('donations.use', use.id, { drive: drive.id })
  await doing.tell({ kind: 'giftsChanged', drive: drive.id })
  say(doing, 'use', texts.used(drive, uses))
}

export async function writeUses(
  drive: Drive,
  fresh: readonly UsedEntry[],
  by: string,
  { gifts, counters }: Pick<GiftsParts, 'gifts' | 'counters'>,
  work: Work,
): Promise<readonly GiftUse[]> {
  const numbers = await Promise.all(fresh.map(() => counters.next('use', work)))
  return fresh.map(({ given, usedOn, to, purpose }, n) => {
    const number = numbers[n] as number
    const use: GiftUse = {
      id: useId(number),
      version: 1,
      number,
      drive: drive.id,
      given,
      usedOn,
      to,
      purpose,
      state: 'booked',
      by,
      at: work.at,
    }
    gifts.putUse(use, work)
    return use
  })
}
