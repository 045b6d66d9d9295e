import type { DriveSums, GiftsStore, Whose } from '../../features/donations/gifts/gifts.store.ts'
import type { Work } from '../../kernel/work.ts'
import {
  GIFTS,
  type GiftRow,
  giftRows,
  PLEDGES,
  type PledgeRow,
  USES,
  type UseRow,
} from './gifts-rows.storage.ts'
import type { PersonalCodec } from './personal-codec.ts'
import { roundOf } from './round.ts'

/** Whose a row is; a stranger's by the account that said it. */
const WHOSE = `("person" = $1 OR "by" = $2 OR "company" = $3)`

export function giftsStorage(codec: PersonalCodec): GiftsStore {
  const rows = giftRows(codec)
  /** Every letter of a round that speaks of giving asks for the same names. */
  const silent = new WeakMap<Work, Map<string, Promise<readonly string[]>>>()

  const select = <Row>(work: Work, sql: string, ...values: unknown[]) =>
    roundOf(work).query((client) => client.$queryRawUnsafe<Row[]>(sql, ...values))
  const listOf = <Row>(table: string, work: Work, where: string, ...values: unknown[]) =>
    select<Row>(work, `SELECT * FROM "${table}" WHERE ${where} ORDER BY "number"`, ...values)
  const keysOf = ({ person, account, company }: Whose) => [person ?? null, account ?? null, company ?? null]

  async function readSilent(drive: string | undefined, work: Work): Promise<readonly string[]> {
    const found = await select<{ donor: string; agrees: boolean; stands: boolean }>(
      work,
      `SELECT "donor", "state" IN ('pledged', 'booked') AS "stands",
         ("donorKind" <> 'minor' AND ("consent" = 'named' OR ("donorKind" = 'company' AND "consent" = 'company'))) AS "agrees"
       FROM (SELECT "donor", "donorKind", "consent", "drive", "state" FROM "Pledge"
             UNION ALL SELECT "donor", "donorKind", "consent", "drive", "state" FROM "Gift") g
       WHERE "donor" <> '' AND ($1::text IS NULL OR "drive" = $1)`,
      drive ?? null,
    )
    // Sealed names differ every time: what one of them allows is known only once they are open.
    const agreed = new Set<string>()
    const others = new Set<string>()
    // What was withdrawn or reversed allows nothing, and hides whom it hid.
    for (const { donor, agrees, stands } of found)
      if (!agrees) others.add(rows.open(donor))
      else if (stands) agreed.add(rows.open(donor))
    // Where no drive is named, an agreement for one of them allows nothing.
    return [...others].filter((name) => drive === undefined || !agreed.has(name))
  }

  return {
    async findPledge(id, work) {
      const row = await roundOf(work).get(PLEDGES, id)
      return row === undefined ? undefined : rows.pledge(row)
    },
    putPledge(pledge, work) {
      silent.delete(work)
      roundOf(work).put(PLEDGES, rows.pledgeRow(pledge))
    },
    listPledges: async (drive, work) =>
      (await listOf<PledgeRow>('Pledge', work, '"drive" = $1', drive)).map(rows.pledge),
    listPledgesOf: async (whose, work) =>
      (await listOf<PledgeRow>('Pledge', work, WHOSE, ...keysOf(whose))).map(rows.pledge),
    async findGift(id, work) {
      const row = await roundOf(work).get(GIFTS, id)
      return row === undefined ? undefined : rows.gift(row)
    },
    putGift(gift, work) {
      silent.delete(work)
      roundOf(work).put(GIFTS, rows.giftRow(gift))
    },
    listGifts: async (drive, work) =>
      (await listOf<GiftRow>('Gift', work, '"drive" = $1', drive)).map(rows.gift),
    listGiftsOf: async (whose, work) =>
      (await listOf<GiftRow>('Gift', work, WHOSE, ...keysOf(whose))).map(rows.gift),
    async findByReceipt(receipts, work) {
      if (receipts.length === 0) return []
      return (await listOf<GiftRow>('Gift', work, '"receipt" = ANY($1::text[])', receipts)).map(rows.gift)
    },
    async findUse(id, work) {
      const row = await roundOf(work).get(USES, id)
      return row === undefined ? undefined : rows.use(row)
    },
    putUse: (use, work) => roundOf(work).put(USES, rows.useRow(use)),
    listUses: async (drive, work) =>
      (await listOf<UseRow>('GiftUse', work, '"drive" = $1', drive)).map(rows.use),
    async sums(work) {
      const found = await select<{ drive: string; what: keyof DriveSums; fen: bigint }>(
        work,
        `SELECT "drive", 'pledgedFen' AS "what", SUM("fen")::bigint AS "fen" FROM "Pledge" WHERE "state" = 'pledged' AND "fen" IS NOT NULL GROUP BY "drive"
         UNION ALL SELECT "drive", 'bookedFen', SUM("fen")::bigint FROM "Gift" WHERE "state" = 'booked' AND "fen" IS NOT NULL GROUP BY "drive"
         UNION ALL SELECT "drive", 'usedFen', SUM("fen")::bigint FROM "GiftUse" WHERE "state" = 'booked' AND "fen" IS NOT NULL GROUP BY "drive"`,
      )
      const sums = new Map<string, DriveSums>()
      for (const { drive, what, fen } of found) {
        const before = sums.get(drive) ?? { pledgedFen: 0, bookedFen: 0, usedFen: 0 }
        sums.set(drive, { ...before, [what]: Number(fen) })
      }
      return sums
    },
    listSilentNames(drive, work) {
      const known = silent.get(work) ?? new Map<string, Promise<readonly string[]>>()
      silent.set(work, known)
      const names = known.get(drive ?? '') ?? readSilent(drive, work)
      known.set(drive ?? '', names)
      return names
    },
  }
}
