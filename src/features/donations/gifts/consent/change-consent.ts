import type { Doing } from '../../../../conversation/feature.ts'
import type { Plan } from '../../../../conversation/previewed-order.ts'
import { may } from '../../../../kernel/person.ts'
import { type Consent, type Gift, giftId, type Pledge, pledgeId } from '../gift.ts'
import type { ConsentOrder } from '../gifts.orders.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { say, speakerOf } from '../pledging/keep-pledge.ts'
import { fitting } from '../pledging/plan-pledge.ts'
import { readConsent } from '../reading/read-consent.ts'
import { isSameDonor } from '../reading/read-donor.ts'
import { consentTexts as texts } from './consent.texts.ts'

interface Ready {
  readonly pledges: readonly Pledge[]
  readonly gifts: readonly Gift[]
  readonly consent: Consent
  readonly words: string
}

const NUMBERED = /(认捐|到账)\s*[#＃第号]?\s*(\d{1,6})/u

async function readOrder(
  order: ConsentOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<Ready | Exclude<Plan<never>, { kind: 'ready' }>> {
  const numbered = order.texts.map((text) => NUMBERED.exec(text)).findLast((found) => found !== null)
  const consent = order.texts.map(readConsent).findLast((one) => one !== undefined)
  const theirs = await listTheirs(parts, doing)
  const named =
    numbered === undefined || numbered === null
      ? undefined
      : await entryNamed(
          numbered[1] === '认捐' ? 'pledge' : 'gift',
          Number(numbered[2]),
          theirs,
          parts,
          doing,
        )
  if (named === 'none') return { kind: 'refused', text: texts.noSuch(`${numbered?.[1]}${numbered?.[2]}`) }
  const listed =
    named === undefined && consent === 'anonymous' ? await alsoByName(theirs, parts, doing) : theirs
  const { pledges, gifts } = await withTheOther(named ?? listed, parts, doing)
  const some = [...gifts, ...pledges]
  if (some.length === 0) return { kind: 'refused', text: texts.nothingOfYours() }
  const words = wordsFor(named, some.filter(({ state }) => state !== 'reversed').length)
  if (consent === undefined) return { kind: 'asking', question: texts.howShown() }
  const grown = some.filter(({ donor }) => donor.kind !== 'minor')
  if (grown.length === 0 && consent !== 'anonymous') return { kind: 'refused', text: texts.neverNamed() }
  const changes = (one: Pledge | Gift) =>
    one.donor.kind !== 'minor' && (one.consent !== fitting(consent, one.donor) || one.consentAt === undefined)
  if (!some.some(changes)) return { kind: 'refused', text: texts.already(words) }
  return { pledges: pledges.filter(changes), gifts: gifts.filter(changes), consent, words }
}

interface Theirs {
  readonly pledges: readonly Pledge[]
  readonly gifts: readonly Gift[]
  readonly number?: number
  readonly what?: 'pledge' | 'gift'
}

/** What somebody gave or pledged; a company's also for whoever speaks for it. */
async function listTheirs({ gifts }: GiftsParts, doing: Doing): Promise<Theirs> {
  const { person } = doing.by
  const whose = { person: person.code, account: speakerOf(doing), company: person.company }
  const isTheirs = ({ donor, by }: Pledge | Gift) =>
    donor.person === undefined
      ? by === speakerOf(doing) || (donor.kind === 'company' && donor.company === person.company)
      : donor.person === person.code || (donor.kind === 'company' && donor.company === person.company)
  const isOwn = (one: Pledge | Gift) =>
    isTheirs(one) && !(may(person, 'gift.book') && one.donor.person !== person.code)
  return {
    pledges: (await gifts.listPledgesOf(whose, doing.work)).filter(
      (one) => isOwn(one) && one.state === 'pledged',
    ),
    gifts: (await gifts.listGiftsOf(whose, doing.work)).filter((one) => isOwn(one) && one.state === 'booked'),
  }
}

/**
 * What the charity's list holds under somebody's name and nobody linked to a member: to be named less, being called
 * the same is enough.
 */
async function alsoByName(theirs: Theirs, { donations, gifts }: GiftsParts, doing: Doing): Promise<Theirs> {
  const { code, name } = doing.by.person
  if (code === undefined) return theirs
  const more: Gift[] = []
  for (const { id } of await donations.listAll(doing.work))
    for (const gift of await gifts.listGifts(id, doing.work)) {
      const isUnclaimed =
        gift.donor.kind === 'person' && gift.donor.person === undefined && gift.state === 'booked'
      if (isUnclaimed && gift.donor.name === name) more.push(gift)
    }
  return { ...theirs, gifts: [...theirs.gifts, ...more] }
}

/** The one entry that is named: somebody's own, or any where staff pass on what the donor told them. */
async function entryNamed(
  what: 'pledge' | 'gift',
  number: number,
  theirs: Theirs,
  { gifts }: GiftsParts,
  doing: Doing,
): Promise<Theirs | 'none'> {
  const isStaff = may(doing.by.person, 'gift.book')
  if (what === 'pledge') {
    const own = theirs.pledges.find((one) => one.number === number)
    const found = own ?? (isStaff ? await gifts.findPledge(pledgeId(number), doing.work) : undefined)
    return found === undefined || found.state === 'withdrawn'
      ? 'none'
      : { pledges: [found], gifts: [], number, what }
  }
  const own = theirs.gifts.find((one) => one.number === number)
  const found = own ?? (isStaff ? await gifts.findGift(giftId(number), doing.work) : undefined)
  return found === undefined || found.state === 'reversed'
    ? 'none'
    : { pledges: [], gifts: [found], number, what }
}

/** A pledge, the gifts that fulfil it and what stood there before a correction are shown alike. */
async function withTheOther(theirs: Theirs, { gifts }: GiftsParts, doing: Doing): Promise<Theirs> {
  const pledges = new Map(theirs.pledges.map((one) => [one.id, one]))
  const booked = new Map(theirs.gifts.map((one) => [one.id, one]))
  for (const gift of theirs.gifts) {
    const pledge = gift.pledge === undefined ? undefined : await gifts.findPledge(gift.pledge, doing.work)
    if (pledge?.state === 'pledged') pledges.set(pledge.id, pledge)
  }
  for (const drive of new Set([...pledges.values()].map((pledge) => pledge.drive)))
    for (const gift of await gifts.listGifts(drive, doing.work))
      if (pledges.has(gift.pledge ?? '')) booked.set(gift.id, gift)
  // What was reversed may stand in an edition that is out already.
  for (const { drive, donor } of [...booked.values()])
    for (const gift of await gifts.listGifts(drive, doing.work))
      if (gift.state === 'reversed' && isSameDonor(gift.donor, donor)) booked.set(gift.id, gift)
  return { ...theirs, pledges: [...pledges.values()], gifts: [...booked.values()] }
}

function wordsFor(named: Theirs | undefined, count: number): string {
  if (named?.number === undefined) return texts.all(count)
  return named.what === 'pledge' ? texts.pledge(named.number) : texts.gift(named.number)
}

const donorOf = ({ gifts, pledges }: Ready) => (gifts[0] ?? (pledges[0] as Pledge)).donor

export async function planConsent(
  order: ConsentOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<Plan<ConsentOrder>> {
  const read = await readOrder(order, parts, doing)
  if (!('words' in read)) return read
  const donor = donorOf(read)
  const isTakenBack =
    read.consent === 'anonymous' && read.gifts.some(({ consent }) => consent !== 'anonymous')
  return {
    kind: 'ready',
    order,
    preview: texts.preview(read.words, fitting(read.consent, donor), donor, isTakenBack),
  }
}

export async function changeConsent(order: ConsentOrder, parts: GiftsParts, doing: Doing): Promise<void> {
  const read = await readOrder(order, parts, doing)
  if (!('words' in read)) return say(doing, 'consent', read.kind === 'refused' ? read.text : read.question)
  const { work } = doing
  const told = { consentAt: work.at, consentBy: speakerOf(doing) }
  const changed = <One extends Pledge | Gift>(one: One): One => ({
    ...one,
    version: one.version + 1,
    consent: fitting(read.consent, one.donor),
    ...told,
  })
  // Read by their keys, as they stand in this very transaction.
  const pledges = await Promise.all(read.pledges.map(({ id }) => parts.gifts.findPledge(id, work)))
  const gifts = await Promise.all(read.gifts.map(({ id }) => parts.gifts.findGift(id, work)))
  for (const pledge of pledges) if (pledge !== undefined) parts.gifts.putPledge(changed(pledge), work)
  for (const gift of gifts) if (gift !== undefined) parts.gifts.putGift(changed(gift), work)
  for (const { id } of [...read.pledges, ...read.gifts])
    doing.audit('donations.consent', id, { consent: read.consent })
  for (const drive of new Set([...read.pledges, ...read.gifts].map((one) => one.drive)))
    await doing.tell({ kind: 'giftsChanged', drive })
  const donor = donorOf(read)
  say(doing, 'consent', texts.changed(read.words, fitting(read.consent, donor), donor))
}
