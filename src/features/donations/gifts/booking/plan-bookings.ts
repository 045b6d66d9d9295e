/** 对单: what of the charity's entries is new, known already, contradictory, and which pledge each fulfils. Pure. */
import type { Consent, Donor, Gift, Given, Pledge } from '../gift.ts'
import { isSameDonor, NAMELESS } from '../reading/read-donor.ts'
import type { BookedEntry, WrongRow } from './entry.ts'
import { planTexts as texts } from './plan.texts.ts'

/** What is in the books already. */
export interface Books {
  readonly pledges: readonly Pledge[]
  readonly gifts: readonly Gift[]
  /** Of any drive, by the receipts that the entries name. */
  readonly byReceipt: readonly Gift[]
}

export interface PlannedGift {
  readonly row: number
  readonly given: Given
  readonly donor: Donor
  readonly bookedOn: string
  readonly receipt?: string
  readonly consent: Consent
  /** Whose word the consent is: the donor's own, given with the pledge, or the charity's. */
  readonly consentOf: 'donor' | 'charity' | 'nobody'
  readonly pledge?: Pledge
  /** Several pledges it may fulfil: staff say which. */
  readonly candidates: readonly Pledge[]
  readonly source: string
}

export interface BookingPlan {
  readonly fresh: readonly PlannedGift[]
  /** Rows that are booked already. */
  readonly known: readonly number[]
  readonly wrong: readonly WrongRow[]
}

const sameGiven = (one: Given, other: Given): boolean =>
  one.kind === 'money'
    ? other.kind === 'money' && one.fen === other.fen
    : other.kind === 'goods' &&
      one.item === other.item &&
      one.unit === other.unit &&
      one.quantity === other.quantity

const sameThing = (one: Given, other: Given): boolean =>
  one.kind === 'money'
    ? other.kind === 'money'
    : other.kind === 'goods' && one.item === other.item && one.unit === other.unit

/** What two entries of the same gift have in common. */
function contentOf({
  given,
  donor,
  bookedOn,
  receipt,
}: {
  given: Given
  donor: Donor
  bookedOn: string
  receipt?: string
}) {
  const what = given.kind === 'money' ? [given.fen] : [given.item, given.unit, given.quantity]
  const who =
    donor.kind === 'company' && donor.company !== undefined ? donor.company : donor.name.replace(/\s/gu, '')
  return [...what, who, bookedOn, receipt ?? ''].join('|')
}

/**
 * @param digest of a text, for recognising a row that comes again. Entered twice it is one gift: a row is known by its
 * receipt, or where it has none by its content, and the same content twice in one sheet is two gifts.
 */
export function planBookings(
  entries: readonly BookedEntry[],
  { pledges, gifts, byReceipt }: Books,
  drive: string,
  digest: (text: string) => string,
): BookingPlan {
  const fresh: PlannedGift[] = []
  const known: number[] = []
  const wrong: WrongRow[] = []
  const seen = new Map<string, number>()
  const receipts = new Map<string, number>()
  const there = countByContent(gifts)
  const taken = new Set(
    gifts.flatMap(({ state, pledge }) => (state === 'booked' && pledge !== undefined ? [pledge] : [])),
  )
  const open = pledges.filter(({ state }) => state === 'pledged')
  const byReceiptOf = new Map(
    byReceipt.filter(({ state }) => state === 'booked').map((gift) => [gift.receipt ?? '', gift]),
  )

  for (const entry of entries) {
    const named =
      entry.pledge === undefined ? undefined : pledges.find(({ number }) => number === entry.pledge)
    const refusal = refusalOf(entry, named)
    if (refusal !== undefined) {
      wrong.push({ row: entry.row, reason: refusal })
      continue
    }
    const donor = entry.donor ?? (named as Pledge).donor
    const whole = { ...entry, donor }
    const { receipt } = entry
    if (receipt !== undefined) {
      const twin = receipts.get(receipt)
      if (twin !== undefined) {
        wrong.push({ row: entry.row, reason: texts.sameReceiptTwice(receipt, twin) })
        continue
      }
      receipts.set(receipt, entry.row)
      const booked = byReceiptOf.get(receipt)
      if (booked !== undefined) {
        const isSame =
          booked.drive === drive && sameGiven(booked.given, entry.given) && isSameDonor(booked.donor, donor)
        if (isSame) known.push(entry.row)
        else wrong.push({ row: entry.row, reason: texts.otherUnderReceipt(receipt, booked) })
        continue
      }
    }
    const content = contentOf(whole)
    const nth = (seen.get(content) ?? 0) + 1
    seen.set(content, nth)
    const before = there.get(content)
    if (nth <= (before?.booked ?? 0)) {
      known.push(entry.row)
      continue
    }
    if (nth <= (before?.booked ?? 0) + (before?.reversed.length ?? 0)) {
      const reversed = before?.reversed[nth - 1 - (before?.booked ?? 0)] as Gift
      // What somebody took back does not come in again by the same sheet.
      wrong.push({ row: entry.row, reason: texts.wasReversed(reversed.number) })
      continue
    }
    const candidates = named === undefined ? pledgesFor(whole, open, taken) : [named]
    const pledge = candidates.length === 1 ? candidates[0] : undefined
    if (pledge !== undefined && sameGiven(pledge.given, entry.given)) taken.add(pledge.id)
    fresh.push({
      row: entry.row,
      given: entry.given,
      donor: settledDonor(donor, pledge),
      bookedOn: entry.bookedOn,
      ...(receipt === undefined ? {} : { receipt }),
      ...consentFor(entry.consent, donor, pledge, hasRefused(donor, [...pledges, ...gifts])),
      ...(pledge === undefined ? {} : { pledge }),
      candidates: pledge === undefined ? candidates : [],
      source: digest([drive, content, nth].join('|')),
    })
  }
  return { fresh, known, wrong }
}

function refusalOf({ pledge, donor }: BookedEntry, named: Pledge | undefined): string | undefined {
  if (pledge !== undefined && named === undefined) return texts.noSuchPledge(pledge)
  if (named !== undefined && donor !== undefined && !isSameDonor(named.donor, donor))
    return texts.otherDonor(named.number)
  if (donor === undefined && named === undefined) return texts.noDonor()
  return donor?.name === '' ? texts.noDonor() : undefined
}

function countByContent(gifts: readonly Gift[]) {
  const there = new Map<string, { booked: number; reversed: Gift[] }>()
  for (const gift of gifts) {
    const content = contentOf(gift)
    const count = there.get(content) ?? { booked: 0, reversed: [] }
    if (gift.state === 'booked') count.booked++
    else count.reversed.push(gift)
    there.set(content, count)
  }
  return there
}

/** The donor's pledges of the same thing: the one of the same amount, or all that it may be. */
function pledgesFor(
  { given, donor }: { readonly given: Given; readonly donor: Donor },
  open: readonly Pledge[],
  taken: ReadonlySet<string>,
): readonly Pledge[] {
  if (NAMELESS.test(donor.name)) return []
  const theirs = open.filter(
    (pledge) => !taken.has(pledge.id) && isSameDonor(pledge.donor, donor) && sameThing(pledge.given, given),
  )
  const exact = theirs.filter((pledge) => sameGiven(pledge.given, given))
  return exact.length === 1 ? exact : theirs
}

/** Who is behind it is known from the pledge: a name in a list is not surely the member who is called the same. */
function settledDonor(donor: Donor, pledge: Pledge | undefined): Donor {
  if (pledge === undefined) return donor
  const kind = donor.kind === 'minor' || pledge.donor.kind === 'minor' ? 'minor' : pledge.donor.kind
  const { company, person } = pledge.donor
  return {
    kind,
    name: pledge.donor.name,
    ...(company === undefined ? {} : { company }),
    ...(person === undefined ? {} : { person }),
  }
}

/** Said of an entry of the same donor and drive, and not taken back for it. */
const hasRefused = (donor: Donor, entries: readonly (Pledge | Gift)[]): boolean =>
  entries.some(
    (one) => one.consent === 'anonymous' && one.consentAt !== undefined && isSameDonor(one.donor, donor),
  )

const OPENNESS: Readonly<Record<Consent, number>> = { anonymous: 0, company: 1, named: 2 }

/** What the donor told us and what the charity wrote: where both are known, the more reserved one holds. */
function consentFor(
  written: Consent | undefined,
  donor: Donor,
  pledge: Pledge | undefined,
  refused: boolean,
): Pick<PlannedGift, 'consent' | 'consentOf'> {
  if (donor.kind === 'minor' || pledge?.donor.kind === 'minor')
    return { consent: 'anonymous', consentOf: 'nobody' }
  const told = pledge?.consentAt === undefined ? undefined : pledge.consent
  const reserved = (consent: Consent) =>
    donor.kind === 'company' && consent === 'named' ? 'company' : consent
  if (told !== undefined && (written === undefined || OPENNESS[told] <= OPENNESS[reserved(written)]))
    return { consent: told, consentOf: 'donor' }
  // 以后别写我名字 was said once and is meant for what comes after; only the donor's own word opens it again.
  if (refused) return { consent: 'anonymous', consentOf: 'nobody' }
  if (written !== undefined) return { consent: reserved(written), consentOf: 'charity' }
  return { consent: 'anonymous', consentOf: 'nobody' }
}
