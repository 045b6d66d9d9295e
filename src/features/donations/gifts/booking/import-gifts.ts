import type { Doing } from '../../../../conversation/feature.ts'
import type { Plan } from '../../../../conversation/previewed-order.ts'
import type { Drive } from '../../drive.ts'
import type { SheetOrder } from '../gifts.orders.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { say } from '../pledging/keep-pledge.ts'
import { enter, planEntries, refusedBooking, thanked } from './book-gifts.ts'
import { bookingTexts as texts } from './booking.texts.ts'
import { driveMeant } from './drive-meant.ts'
import { type GiftSheet, MOST_ROWS_IN_CHAT } from './gift-books.ts'
import { importTexts } from './import.texts.ts'
import type { BookingPlan } from './plan-bookings.ts'
import { readBookedRows, readUsedRows, totalDiffers } from './read-sheet-rows.ts'
import { enterUses, planUses, type UsePlan } from './record-use.ts'

type Sheet = Extract<GiftSheet, { ok: true }>

/** What a sheet would bring into the books of a drive. */
export type SheetPlan =
  | { readonly kind: 'gifts'; readonly plan: BookingPlan; readonly remark?: string }
  | { readonly kind: 'uses'; readonly plan: UsePlan; readonly remark?: string }

export async function planSheet(
  sheet: Sheet,
  drive: Drive,
  parts: Pick<GiftsParts, 'gifts'>,
  doing: Pick<Doing, 'work' | 'directory'>,
): Promise<SheetPlan> {
  const { work } = doing
  if (sheet.kind === 'uses') {
    const { entries, wrong } = readUsedRows(sheet, work.at)
    const plan = await planUses(entries, drive, parts, work)
    return { kind: 'uses', plan: { ...plan, wrong: [...wrong, ...plan.wrong] }, ...remarkOf(sheet, entries) }
  }
  const { entries, wrong } = readBookedRows(sheet, await doing.directory(), work.at)
  const plan = await planEntries(entries, drive, parts, work)
  return { kind: 'gifts', plan: { ...plan, wrong: [...wrong, ...plan.wrong] }, ...remarkOf(sheet, entries) }
}

function remarkOf(sheet: Sheet, entries: Parameters<typeof totalDiffers>[1]) {
  const differs = totalDiffers(sheet, entries)
  return differs === undefined ? {} : { remark: importTexts.totalDiffers(...differs) }
}

async function readOrder(
  { texts: said, sha256 }: SheetOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<{ readonly drive: Drive; readonly found: SheetPlan } | Exclude<Plan<never>, { kind: 'ready' }>> {
  const refused = refusedBooking(doing)
  if (refused !== undefined) return refused
  if (sha256 === null) return { kind: 'asking', question: texts.whichFile() }
  const meant = await driveMeant(said, parts, doing)
  if (!('drive' in meant)) return meant
  const file = await parts.files.find(sha256, doing.work)
  if (file === undefined) return { kind: 'refused', text: texts.noSuchFile() }
  const sheet = await parts.giftBooks.read(file.bytes, MOST_ROWS_IN_CHAT)
  if (!sheet.ok) return { kind: 'refused', text: texts.cannotRead(sheet.reason) }
  return { drive: meant.drive, found: await planSheet(sheet, meant.drive, parts, doing) }
}

export async function planImport(
  order: SheetOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<Plan<SheetOrder>> {
  const read = await readOrder(order, parts, doing)
  if (!('found' in read)) return read
  const { drive, found } = read
  if (found.plan.fresh.length === 0)
    return {
      kind: 'refused',
      text: texts.nothingNew({ fresh: [], known: found.plan.known, wrong: found.plan.wrong }),
    }
  const preview =
    found.kind === 'gifts'
      ? texts.preview(drive, found.plan, thanked(found.plan))
      : texts.usePreview(drive, found.plan.fresh, found.plan.known.length, found.plan.wrong)
  return {
    kind: 'ready',
    order,
    preview: found.remark === undefined ? preview : `${preview}\n${found.remark}`,
  }
}

/** Read anew: what somebody booked between the preview and the yes is not booked twice. */
export async function importGifts(order: SheetOrder, parts: GiftsParts, doing: Doing): Promise<void> {
  const read = await readOrder(order, parts, doing)
  if (!('found' in read)) return say(doing, 'import', read.kind === 'refused' ? read.text : read.question)
  const { drive, found } = read
  doing.audit('donations.importGifts', drive.id, { rows: found.plan.fresh.length, sha256: order.sha256 })
  if (found.kind === 'gifts') await enter(drive, found.plan, parts, doing)
  else await enterUses(drive, found.plan, parts, doing)
}
