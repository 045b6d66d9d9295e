import type { Doing } from '../../../../conversation/feature.ts'
import type { Plan } from '../../../../conversation/previewed-order.ts'
import { digest } from '../../../../files/digest.ts'
import { readOrdinal } from '../../../../kernel/chinese-numbers.ts'
import { may } from '../../../../kernel/person.ts'
import type { Drive } from '../../drive.ts'
import { orderThanks } from '../../thanks/thank-donors.ts'
import type { BookOrder } from '../gifts.orders.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { say } from '../pledging/keep-pledge.ts'
import { bookingTexts as texts } from './booking.texts.ts'
import { driveMeant } from './drive-meant.ts'
import type { BookedEntry } from './entry.ts'
import { entriesFromWords, type Missing } from './entry-from-words.ts'
import { type BookingPlan, type PlannedGift, planBookings } from './plan-bookings.ts'
import { writeGifts } from './write-gifts.ts'

type NotReady = Exclude<Plan<never>, { kind: 'ready' }>

const digestOf = (text: string) => digest(new TextEncoder().encode(text))

/** Whether somebody may enter what the charity booked, here; else what they are told. */
export function refusedBooking(doing: Doing): NotReady | undefined {
  const { person, chat, audience } = doing.by
  if (!may(person, 'gift.book') || person.code === undefined)
    return { kind: 'refused', text: texts.notForYou() }
  if (chat.kind === 'group' && audience !== 'internal')
    return { kind: 'refused', text: texts.onlyInPrivate() }
  return undefined
}

/** Entries compared with the books as they stand. */
export async function planEntries(
  entries: readonly BookedEntry[],
  drive: Drive,
  { gifts }: Pick<GiftsParts, 'gifts'>,
  work: Doing['work'],
): Promise<BookingPlan> {
  const receipts = entries.flatMap(({ receipt }) => (receipt === undefined ? [] : [receipt]))
  const books = {
    pledges: await gifts.listPledges(drive.id, work),
    gifts: await gifts.listGifts(drive.id, work),
    byReceipt: await gifts.findByReceipt(receipts, work),
  }
  return planBookings(entries, books, drive.id, digestOf)
}

function questionOf(missing: Missing): string {
  switch (missing.kind) {
    case 'given':
      return texts.whatArrived()
    case 'donor':
      return texts.whoGave()
    case 'valuer':
      return texts.whoValued()
    case 'unclear':
      return texts.unclear(missing.words)
    case 'day':
      return texts.wrongDay(missing.words)
  }
}

async function readOrder(
  { texts: said }: BookOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<{ readonly drive: Drive; readonly plan: BookingPlan } | NotReady> {
  const refused = refusedBooking(doing)
  if (refused !== undefined) return refused
  const meant = await driveMeant(said, parts, doing)
  if (!('drive' in meant)) return meant
  const { drive } = meant
  // An answer that only names the drive, or says which pledge is meant, is no part of the entry.
  const spoken = said.filter((text, n) => n === 0 || !/^\s*募捐\s*\d+\s*号?\s*$/u.test(text))
  const last = spoken.at(-1) ?? ''
  const choice =
    spoken.length > 1 ? (readOrdinal(last) ?? (/不对应|都不是/u.test(last) ? 0 : undefined)) : undefined
  const pledges = await parts.gifts.listPledges(drive.id, doing.work)
  const pledged = new Map(pledges.map(({ number, given }) => [number, given]))
  const texted = choice === undefined ? spoken : spoken.slice(0, -1)
  const worded = entriesFromWords(texted, await doing.directory(), doing.work.at, pledged)
  if (worded.kind === 'missing') return { kind: 'asking', question: questionOf(worded.missing) }
  const planned = await planEntries(worded.entries, drive, parts, doing.work)
  const plan = { ...planned, wrong: [...worded.wrong, ...planned.wrong] }
  const [only, ...more] = plan.fresh
  if (only === undefined) return { kind: 'refused', text: texts.nothingNew(plan) }
  if (more.length > 0 || only.candidates.length === 0) return { drive, plan }
  if (choice === undefined) return { kind: 'asking', question: texts.whichPledge(only) }
  return { drive, plan: { ...plan, fresh: [chosen(only, choice)] } }
}

function chosen(gift: PlannedGift, place: number): PlannedGift {
  const pledge = gift.candidates[place - 1]
  const { company, person } = pledge?.donor ?? {}
  const donor = {
    ...gift.donor,
    ...(company === undefined ? {} : { company }),
    ...(person === undefined ? {} : { person }),
  }
  return { ...gift, donor, candidates: [], ...(pledge === undefined ? {} : { pledge }) }
}

export async function planBooking(
  order: BookOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<Plan<BookOrder>> {
  const read = await readOrder(order, parts, doing)
  if (!('plan' in read)) return read
  const { drive, plan } = read
  return { kind: 'ready', order, preview: texts.preview(drive, plan, thanked(plan)) }
}

export async function bookGifts(order: BookOrder, parts: GiftsParts, doing: Doing): Promise<void> {
  const read = await readOrder(order, parts, doing)
  if (!('plan' in read)) return say(doing, 'book', read.kind === 'refused' ? read.text : read.question)
  await enter(read.drive, read.plan, parts, doing)
}

/** Books the plan, has donors thanked and answers whoever ordered it. */
export async function enter(drive: Drive, plan: BookingPlan, parts: GiftsParts, doing: Doing): Promise<void> {
  const gifts = await writeGifts(drive, plan.fresh, doing.by.person.code ?? '', parts, doing.work)
  for (const gift of gifts) doing.audit('donations.book', gift.id, { drive: drive.id })
  for (const gift of gifts) await doing.tell({ kind: 'giftBooked', drive: drive.id, gift: gift.id })
  await doing.tell({ kind: 'giftsChanged', drive: drive.id })
  say(doing, 'book', texts.booked(drive, gifts, plan))
  await orderThanks(gifts, doing)
}

/** How many of them somebody stands behind who can be written to. */
export const thanked = ({ fresh }: BookingPlan): number =>
  fresh.filter(({ donor, pledge }) => donor.person !== undefined || pledge?.home !== undefined).length
