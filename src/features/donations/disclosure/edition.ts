/**
 * 公示一期: one edition of a drive's disclosure list, as plain data and as the text that its digest is made of. It names
 * nobody: a row of somebody who agreed to be named holds a commitment (commitment.ts), and their name is kept beside
 * it for as long as they agree. So a name can be taken back from every edition while every digest still holds.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '../../../audit/canonical-json.ts'

/** Before the first edition of a drive. */
export const NO_EDITION = '0'.repeat(64)

const hex = z.string().regex(/^[0-9a-f]{64}$/u)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)
/** Integer fen; sums of many rows stay far below the largest safe integer. */
const fen = z.number().int().nonnegative()

const Goods = z.object({
  item: z.string(),
  unit: z.string(),
  /** Thousandths of the unit. */
  quantity: z.number().int().nonnegative(),
  /** What all of it was valued at, where somebody did. */
  fen: fen.nullable(),
})
export type Goods = Readonly<z.infer<typeof Goods>>

/** One gift that the charity booked: money or goods, never both. */
const EditionRow = z.object({
  /** 到账52: the booking's own number, the same in every edition. */
  number: z.number().int().positive(),
  on: day,
  fen: fen.nullable(),
  goods: Goods.nullable(),
  /** The commitment to the donor's name; null: 匿名. */
  by: hex.nullable(),
})
export type EditionRow = Readonly<z.infer<typeof EditionRow>>

const EditionUse = z.object({
  number: z.number().int().positive(),
  on: day,
  fen: fen.nullable(),
  goods: Goods.nullable(),
  to: z.string(),
  purpose: z.string(),
})
export type EditionUse = Readonly<z.infer<typeof EditionUse>>

const Totals = z.object({
  gifts: z.number().int().nonnegative(),
  anonymous: z.number().int().nonnegative(),
  moneyFen: fen,
  goods: z.number().int().nonnegative(),
  /** Of those goods that somebody valued. */
  goodsFen: fen,
  goodsUnvalued: z.number().int().nonnegative(),
  usedFen: fen,
  goodsUsed: z.number().int().nonnegative(),
  /** Of the goods handed on that somebody valued. */
  goodsUsedFen: fen,
})
export type Totals = Readonly<z.infer<typeof Totals>>

const Changes = z.object({
  added: z.number().int().nonnegative(),
  /** Numbers of bookings that the edition before showed and that were reversed since. */
  gone: z.array(z.number().int().positive()),
  /** Bookings of the edition before that read otherwise now. */
  altered: z.array(z.number().int().positive()),
  /** How many are 匿名 now that were not; which, only the rows say. */
  unnamed: z.number().int().nonnegative(),
  named: z.number().int().nonnegative(),
  usesAdded: z.number().int().nonnegative(),
  usesGone: z.number().int().nonnegative(),
})
export type Changes = Readonly<z.infer<typeof Changes>>

const About = z.object({
  title: z.string(),
  federation: z.string(),
  charity: z.string(),
  certificate: z.string(),
  plan: z.string(),
  /** Both days belong to it. */
  from: day,
  to: day,
  use: z.string(),
  beneficiary: z.string(),
  howToCheck: z.string(),
  emergency: z.boolean(),
})
export type About = Readonly<z.infer<typeof About>>

export const Edition = z.object({
  format: z.literal('niangjia-disclosure-1'),
  drive: z.number().int().positive(),
  edition: z.number().int().positive(),
  /** The state of the books at this moment; ISO 8601 with +08:00. */
  asOf: z.string(),
  /** `final`: the period is over and the charity calls this its last. */
  kind: z.enum(['interim', 'final']),
  about: About,
  totals: Totals,
  rows: z.array(EditionRow),
  uses: z.array(EditionUse),
  changes: Changes,
  /** Digest of the edition before. */
  previous: hex,
})
export type Edition = Readonly<z.infer<typeof Edition>>

/** The one text of an edition; its SHA-256 is what the next edition holds. */
export const contentOf = (edition: Edition): string => canonicalJson(edition)

export const digestOf = (content: string): string =>
  createHash('sha256').update(content, 'utf8').digest('hex')

/** Undefined where the text is none of ours. */
export function readEdition(content: string): Edition | undefined {
  try {
    const read = Edition.safeParse(JSON.parse(content))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** Twelve digits in threes, for people to compare: short enough for a picture's foot, too many to hit by chance. */
export const shortDigest = (digest: string): string =>
  (digest.slice(0, 12).match(/.{4}/gu) as readonly string[]).join(' ')
