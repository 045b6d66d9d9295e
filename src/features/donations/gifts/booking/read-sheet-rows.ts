/** The charity's rows as entries, each with what is wrong about it. Pure. */
import { toHalfWidth } from '../../../../kernel/chinese-numbers.ts'
import type { Directory } from '../../../../kernel/directory.ts'
import { readFen, spokenFen, sumFen } from '../../../../kernel/money.ts'
import { readQuantity } from '../../../../kernel/quantity.ts'
import type { Consent, Donor, Given } from '../gift.ts'
import { readConsent } from '../reading/read-consent.ts'
import { donorWritten, NAMELESS } from '../reading/read-donor.ts'
import { readPastDay } from '../reading/read-past-day.ts'
import { seemsPerson } from '../reading/seems-person.ts'
import type { BookedEntry, UsedEntry, WrongRow } from './entry.ts'
import type { GiftSheet, SheetRow } from './gift-books.ts'
import { planTexts as texts } from './plan.texts.ts'

type Sheet = Extract<GiftSheet, { ok: true }>

export interface ReadSheet<Entry> {
  readonly entries: readonly Entry[]
  readonly wrong: readonly WrongRow[]
}

/** The sheet's own total where it differs from its rows: `[what it says, what the rows add up to]`. */
export function totalDiffers(
  sheet: Sheet,
  entries: readonly { readonly given: Given }[],
): readonly [string, string] | undefined {
  const said = sheet.total === undefined ? undefined : amountOf(sheet.total.words, sheet.inTenThousands)
  if (said === undefined) return undefined
  const sum = sumFen(entries.flatMap(({ given }) => (given.kind === 'money' ? [given.fen] : [])))
  return said === sum ? undefined : [spokenFen(said), spokenFen(sum)]
}

export function readBookedRows(sheet: Sheet, directory: Directory, now: Date): ReadSheet<BookedEntry> {
  return readRows<BookedEntry>(sheet.rows, (row) => {
    const given = givenOf(row, sheet.inTenThousands)
    const day = dayOf(row.day, now)
    const consent = consentOf(row.consent)
    const problem = [given, day, consent].find((one) => typeof one === 'object' && 'reason' in one)
    if (problem !== undefined) return problem as { reason: string }
    const pledge = /\d{1,9}/u.exec(toHalfWidth(row.pledge))?.[0]
    const donor = donorOf(row, directory)
    return {
      row: row.row,
      given: given as Given,
      bookedOn: day as string,
      ...(donor === undefined ? {} : { donor }),
      ...(row.receipt === '' ? {} : { receipt: row.receipt.replace(/\s/gu, '') }),
      ...(consent === undefined ? {} : { consent: consent as Consent }),
      ...(pledge === undefined ? {} : { pledge: Number(pledge) }),
    }
  })
}

export function readUsedRows(sheet: Sheet, now: Date): ReadSheet<UsedEntry> {
  return readRows<UsedEntry>(sheet.rows, (row) => {
    const given = givenOf(row, sheet.inTenThousands)
    const day = dayOf(row.day, now)
    const problem = [given, day].find((one) => typeof one === 'object' && 'reason' in one)
    if (problem !== undefined) return problem as { reason: string }
    if (row.to === '') return { reason: texts.noTo() }
    if (seemsPerson(row.to, true)) return { reason: texts.namesSomebody(row.to) }
    if (seemsPerson(row.purpose)) return { reason: texts.namesSomebody(row.purpose) }
    return { row: row.row, given: given as Given, usedOn: day as string, to: row.to, purpose: row.purpose }
  })
}

function readRows<Entry>(
  rows: readonly SheetRow[],
  read: (row: SheetRow) => Entry | { readonly reason: string },
): ReadSheet<Entry> {
  const entries: Entry[] = []
  const wrong: WrongRow[] = []
  for (const row of rows) {
    const found = read(row)
    if (typeof found === 'object' && found !== null && 'reason' in found)
      wrong.push({ row: row.row, reason: found.reason as string })
    else entries.push(found as Entry)
  }
  return { entries, wrong }
}

function amountOf(words: string, inTenThousands: boolean): number | undefined {
  const plain = words.replace(/[\s元]+$/u, '')
  return readFen(inTenThousands && !/[万亿]/u.test(plain) ? `${plain}万` : words)
}

function givenOf(row: SheetRow, inTenThousands: boolean): Given | { readonly reason: string } {
  const hasGoods = row.item !== '' || row.quantity !== ''
  if (!hasGoods) {
    if (row.amount === '') return { reason: texts.noAmount() }
    const fen = amountOf(row.amount, inTenThousands)
    return fen === undefined ? { reason: texts.wrongAmount(row.amount) } : { kind: 'money', fen }
  }
  // A sheet with one column for both writes what goods are worth into the amount.
  const worth = row.worth === '' ? row.amount : row.worth
  if (row.worth !== '' && row.amount !== '' && row.worth !== row.amount) return { reason: texts.bothKinds() }
  const counted = /^(.+?)\s*([^\d\s.,]{1,4})$/u.exec(row.quantity)
  const unit = row.unit === '' ? (counted?.[2] ?? '') : row.unit
  const quantity = readQuantity(row.unit === '' ? (counted?.[1] ?? row.quantity) : row.quantity)
  if (row.item === '') return { reason: texts.noAmount() }
  if (quantity === undefined) return { reason: texts.wrongQuantity(row.quantity) }
  if (unit === '') return { reason: texts.noUnit() }
  const goods = { kind: 'goods', item: row.item, unit, quantity } as const
  if (worth === '') return goods
  const fen = amountOf(worth, inTenThousands)
  if (fen === undefined) return { reason: texts.wrongAmount(worth) }
  return row.valuedBy === ''
    ? { reason: texts.noValuer() }
    : { ...goods, fen, valuedBy: row.valuedBy.replace(/^按照?/u, '') }
}

function dayOf(words: string, now: Date): string | { readonly reason: string } {
  if (words === '') return { reason: texts.noDay() }
  const found = readPastDay(words, now)
  return found !== undefined && 'day' in found ? found.day : { reason: texts.wrongDay(words) }
}

function consentOf(words: string): Consent | undefined | { readonly reason: string } {
  if (words === '') return undefined
  if (/^(?:否|不|no?|×)$/iu.test(words)) return 'anonymous'
  if (/^(?:是|同意|可以?|愿意|y(?:es)?|√)$/iu.test(words)) return 'named'
  return readConsent(words) ?? { reason: texts.wrongConsent(words) }
}

const GROWN = 18

function donorOf({ donor, age, note }: SheetRow, directory: Directory): Donor | undefined {
  if (donor === '') return undefined
  const years = Number(/\d{1,3}/u.exec(toHalfWidth(age))?.[0] ?? Number.NaN)
  const isYoung = years < GROWN || /未成年/u.test(note) || /^(?:是|√)$/u.test(age)
  if (NAMELESS.test(donor.trim())) return { kind: 'person', name: donor.trim() }
  const written = donorWritten(donor, directory)
  return isYoung ? { kind: 'minor', name: written.name } : written
}
