import type {
  Consent,
  Donor,
  Gift,
  GiftUse,
  Given,
  Pledge,
  Reversal,
} from '../../features/donations/gifts/gift.ts'
import type { Chat } from '../../kernel/chat.ts'
import type { PersonalCodec } from './personal-codec.ts'
import type { Table } from './table.ts'

/** BIGINT columns: a number as we write it, a bigint as Prisma reads it. */
type Whole = number | bigint

interface GivenColumns {
  readonly kind: string
  readonly fen: Whole | null
  readonly item: string | null
  readonly unit: string | null
  readonly quantity: Whole | null
}

interface DonorColumns extends GivenColumns {
  readonly valuedBy: string | null
  readonly donorKind: string
  /** Sealed; empty once its donor asked to be forgotten. */
  readonly donor: string
  readonly company: string | null
  readonly person: string | null
  readonly consent: string
  readonly consentAt: Date | null
  readonly consentBy: string | null
}

interface ReversalColumns {
  readonly reason: string | null
  readonly reversedAt: Date | null
  readonly reversedBy: string | null
}

interface Row {
  readonly id: string
  readonly version: number
  readonly number: number
  readonly drive: string
  readonly state: string
  readonly by: string
  readonly at: Date
}

export interface PledgeRow extends Row, DonorColumns {
  readonly home: Chat | null
  readonly endedAt: Date | null
}

export interface GiftRow extends Row, DonorColumns, ReversalColumns {
  readonly bookedOn: string
  readonly receipt: string | null
  readonly pledge: string | null
  readonly source: string | null
  readonly thankedAt: Date | null
}

export interface UseRow extends Row, GivenColumns, ReversalColumns {
  readonly usedOn: string
  readonly to: string
  readonly purpose: string
  readonly source: string | null
}

const ROW = ['id', 'version', 'number', 'drive', 'state', 'by', 'at'] as const
const GIVEN = ['kind', 'fen', 'item', 'unit', 'quantity'] as const
const DONOR = [
  'valuedBy',
  'donorKind',
  'donor',
  'company',
  'person',
  'consent',
  'consentAt',
  'consentBy',
] as const
const REVERSAL = ['reason', 'reversedAt', 'reversedBy'] as const

export const PLEDGES: Table<PledgeRow> = {
  name: 'Pledge',
  key: 'id',
  versioned: true,
  columns: [...ROW, ...GIVEN, ...DONOR, 'home', 'endedAt'],
}

export const GIFTS: Table<GiftRow> = {
  name: 'Gift',
  key: 'id',
  versioned: true,
  columns: [...ROW, ...GIVEN, ...DONOR, ...REVERSAL, 'bookedOn', 'receipt', 'pledge', 'source', 'thankedAt'],
}

export const USES: Table<UseRow> = {
  name: 'GiftUse',
  key: 'id',
  versioned: true,
  columns: [...ROW, ...GIVEN, ...REVERSAL, 'usedOn', 'to', 'purpose', 'source'],
}

const NAME = 'gift.donor'

const givenColumns = (given: Given): GivenColumns =>
  given.kind === 'money'
    ? { kind: 'money', fen: given.fen, item: null, unit: null, quantity: null }
    : {
        kind: 'goods',
        fen: given.fen ?? null,
        item: given.item,
        unit: given.unit,
        quantity: given.quantity,
      }

function givenOf(row: GivenColumns, valuedBy: string | null): Given {
  if (row.kind === 'money') return { kind: 'money', fen: Number(row.fen ?? 0) }
  return {
    kind: 'goods',
    item: row.item ?? '',
    unit: row.unit ?? '',
    quantity: Number(row.quantity ?? 0),
    ...(row.fen === null ? {} : { fen: Number(row.fen) }),
    ...(valuedBy === null ? {} : { valuedBy }),
  }
}

const reversalColumns = (reversal: Reversal | undefined): ReversalColumns => ({
  reason: reversal?.reason ?? null,
  reversedAt: reversal?.at ?? null,
  reversedBy: reversal?.by ?? null,
})

const reversalOf = ({ reason, reversedAt, reversedBy }: ReversalColumns): { reversal?: Reversal } =>
  reversedAt === null || reversedBy === null
    ? {}
    : { reversal: { by: reversedBy, at: reversedAt, reason: reason ?? '' } }

/** Rows and what they mean; donors' names pass the codec in both directions. */
export function giftRows(codec: PersonalCodec) {
  const open = (sealed: string) => (sealed === '' ? '' : codec.open(sealed, NAME))

  const donorColumns = ({ donor, given, consent, consentAt, consentBy }: Pledge | Gift): DonorColumns => ({
    ...givenColumns(given),
    valuedBy: given.kind === 'goods' ? (given.valuedBy ?? null) : null,
    donorKind: donor.kind,
    donor: donor.name === '' ? '' : codec.seal(donor.name, NAME),
    company: donor.company ?? null,
    person: donor.person ?? null,
    consent,
    consentAt: consentAt ?? null,
    consentBy: consentBy ?? null,
  })

  const donorOf = (row: DonorColumns) => ({
    given: givenOf(row, row.valuedBy),
    donor: {
      kind: row.donorKind as Donor['kind'],
      name: open(row.donor),
      ...(row.company === null ? {} : { company: row.company }),
      ...(row.person === null ? {} : { person: row.person }),
    },
    consent: row.consent as Consent,
    ...(row.consentAt === null ? {} : { consentAt: row.consentAt }),
    ...(row.consentBy === null ? {} : { consentBy: row.consentBy }),
  })

  const rowOf = ({ id, version, number, drive, by, at }: Row) => ({ id, version, number, drive, by, at })

  return {
    open,
    pledgeRow: (pledge: Pledge): PledgeRow => ({
      ...rowOf(pledge),
      ...donorColumns(pledge),
      state: pledge.state,
      home: pledge.home ?? null,
      endedAt: pledge.endedAt ?? null,
    }),
    pledge: (row: PledgeRow): Pledge => ({
      ...rowOf(row),
      ...donorOf(row),
      state: row.state as Pledge['state'],
      ...(row.home === null ? {} : { home: row.home }),
      ...(row.endedAt === null ? {} : { endedAt: row.endedAt }),
    }),
    giftRow: (gift: Gift): GiftRow => ({
      ...rowOf(gift),
      ...donorColumns(gift),
      ...reversalColumns(gift.reversal),
      state: gift.state,
      bookedOn: gift.bookedOn,
      receipt: gift.receipt ?? null,
      pledge: gift.pledge ?? null,
      source: gift.source ?? null,
      thankedAt: gift.thankedAt ?? null,
    }),
    gift: (row: GiftRow): Gift => ({
      ...rowOf(row),
      ...donorOf(row),
      ...reversalOf(row),
      state: row.state as Gift['state'],
      bookedOn: row.bookedOn,
      ...(row.receipt === null ? {} : { receipt: row.receipt }),
      ...(row.pledge === null ? {} : { pledge: row.pledge }),
      ...(row.source === null ? {} : { source: row.source }),
      ...(row.thankedAt === null ? {} : { thankedAt: row.thankedAt }),
    }),
    useRow: (use: GiftUse): UseRow => ({
      ...rowOf(use),
      ...givenColumns(use.given),
      ...reversalColumns(use.reversal),
      state: use.state,
      usedOn: use.usedOn,
      to: use.to,
      purpose: use.purpose,
      source: use.source ?? null,
    }),
    use: (row: UseRow): GiftUse => ({
      ...rowOf(row),
      ...reversalOf(row),
      given: givenOf(row, null),
      state: row.state as GiftUse['state'],
      usedOn: row.usedOn,
      to: row.to,
      purpose: row.purpose,
      ...(row.source === null ? {} : { source: row.source }),
    }),
  }
}
