/** What the charity's books say of a drive, made ready to be shown: nobody is in it who did not agree. */
import type { Directory } from '../../../kernel/directory.ts'
import { checkLetter, type FindingKind, findNumbers, prepareNames } from '../../../kernel/privacy.ts'
import type { Drive } from '../drive.ts'
import { publicNumbers } from '../drives/call-text.ts'
import { isEmergency } from '../drives/emergency.ts'
import { readStored } from '../drives/period.ts'
import { type Gift, type GiftUse, type Given, shownName } from '../gifts/gift.ts'
import { seemsPerson } from '../gifts/reading/seems-person.ts'
import { type Digest, type NameBehind, nameBehind } from './commitment.ts'
import type { Books } from './compile-edition.ts'
import type { About, Goods } from './edition.ts'

export interface NamedGift extends NameBehind {
  /** `gift:52` */
  readonly gift: string
}

/** Something that a public list may not hold, and the entry it stands in: 到账52, 使用4, or the drive itself. */
export interface Unfit {
  readonly where: { readonly kind: 'gift' | 'use'; readonly number: number } | { readonly kind: 'drive' }
  readonly what: 'number' | 'person' | 'donor'
}

export interface OpenedBooks {
  readonly books: Books
  readonly names: readonly NamedGift[]
  readonly unfit: readonly Unfit[]
}

export interface BooksParts {
  readonly drive: Drive
  readonly gifts: readonly Gift[]
  readonly uses: readonly GiftUse[]
  readonly directory: Directory
  /** Donors of this drive who did not agree to be named. */
  readonly silent: readonly string[]
  readonly digest: Digest
}

const isBooked = ({ state }: { readonly state: string }) => state === 'booked'

export function openBooks({ drive, gifts, uses, directory, silent, digest }: BooksParts): OpenedBooks {
  const about = aboutOf(drive, directory.federation)
  const booked = gifts.filter(isBooked)
  const handedOn = uses.filter(isBooked)
  const names = namesOf(booked, directory, digest)
  const by = new Map(names.map((name) => [name.gift, name.digest]))
  return {
    books: {
      drive: drive.number,
      about,
      rows: booked.map(({ id, number, bookedOn, given }) => ({
        number,
        on: bookedOn,
        ...amountOf(given),
        by: by.get(id) ?? null,
      })),
      uses: handedOn.map(({ number, usedOn, given, to, purpose }) => ({
        number,
        on: usedOn,
        ...amountOf(given),
        to,
        purpose,
      })),
    },
    names,
    unfit: unfitIn({ drive, booked, handedOn, names, directory, silent, about }),
  }
}

/** Who may be named now, gift by gift. */
export function namesOf(gifts: readonly Gift[], directory: Directory, digest: Digest): readonly NamedGift[] {
  return gifts.filter(isBooked).flatMap((gift) => {
    const name = shownName(gift, directory)
    return name === null ? [] : [{ gift: gift.id, ...nameBehind(gift.id, name, digest) }]
  })
}

/** Who valued goods is not shown: it may be a person, and nobody asked them. */
function amountOf(given: Given): { readonly fen: number | null; readonly goods: Goods | null } {
  if (given.kind === 'money') return { fen: given.fen, goods: null }
  const { item, unit, quantity, fen } = given
  return { fen: null, goods: { item, unit, quantity, fen: fen ?? null } }
}

function aboutOf({ fields }: Drive, federation: string): About {
  const period = readStored(fields.period ?? '')
  return {
    title: fields.title ?? '',
    federation,
    charity: fields.charity ?? '',
    certificate: fields.certificateNumber ?? '',
    plan: fields.planNumber ?? '',
    from: period?.from ?? '',
    to: period?.to ?? '',
    use: fields.use ?? '',
    beneficiary: fields.beneficiary ?? '',
    howToCheck: fields.howToCheck ?? '',
    emergency: isEmergency(fields),
  }
}

/** A phone, an identity number, an account or a plate is nobody's to publish; amounts are what the list is for. */
const NUMBERS: readonly FindingKind[] = ['phone', 'identity-number', 'bank-account', 'plate']

interface ToCheck {
  readonly drive: Drive
  readonly booked: readonly Gift[]
  readonly handedOn: readonly GiftUse[]
  readonly names: readonly NamedGift[]
  readonly directory: Directory
  readonly silent: readonly string[]
  readonly about: About
}

function unfitIn({ drive, booked, handedOn, names, directory, silent, about }: ToCheck): readonly Unfit[] {
  const people = prepareNames({
    people: [...directory.people.values()].map(({ name }) => name),
    companies: [],
  })
  const allow = publicNumbers(drive.fields)
  const check = (text: string): readonly Unfit['what'][] => {
    const { findings } = checkLetter({
      text,
      origin: 'approved',
      place: { kind: 'group' },
      names: people,
      allow,
      donorsWithoutConsent: silent,
    })
    const named = findings.flatMap(({ kind }): readonly Unfit['what'][] =>
      kind === 'donor' || kind === 'person' ? [kind] : NUMBERS.includes(kind) ? ['number'] : [],
    )
    return named.length === 0 && text.split('\n').some((line) => seemsPerson(line)) ? ['person'] : named
  }
  const free: readonly { readonly where: Unfit['where']; readonly text: string }[] = [
    ...booked.flatMap(({ number, given }) =>
      given.kind === 'goods'
        ? [{ where: { kind: 'gift', number } as const, text: `${given.item} ${given.unit}` }]
        : [],
    ),
    ...handedOn.map(({ number, to, purpose, given }) => ({
      where: { kind: 'use', number } as const,
      text: [to, purpose, given.kind === 'goods' ? given.item : ''].join('\n'),
    })),
  ]
  // Thousands of rows are read as one text first: only where something stands in it, each by itself.
  const isClean = check(free.map(({ text }) => text).join('\n')).length === 0
  const found = isClean
    ? []
    : free.flatMap(({ where, text }) => [...new Set(check(text))].map((what) => ({ where, what })))
  // The call was approved as it stands, with its telephone for questions; donors came later.
  const inCall = check(Object.values(about).join('\n')).includes('donor')
  const shown = new Map(names.map(({ gift, name }) => [gift, name]))
  const numbered = booked.filter(({ id }) =>
    findNumbers(shown.get(id) ?? '').some(({ kind }) => NUMBERS.includes(kind)),
  )
  return [
    ...found,
    ...numbered.map(({ number }) => ({ where: { kind: 'gift', number } as const, what: 'number' as const })),
    ...(inCall ? [{ where: { kind: 'drive' } as const, what: 'donor' as const }] : []),
  ]
}
