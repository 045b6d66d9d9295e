import type { NameBehind } from '../../features/donations/disclosure/commitment.ts'
import type {
  DisclosureStore,
  EditionHead,
  KeptEdition,
} from '../../features/donations/disclosure/disclosure.store.ts'
import type { Work } from '../../kernel/work.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const HEAD = [
  'id',
  'version',
  'drive',
  'edition',
  'digest',
  'previous',
  'state',
  'mailing',
  'issuedBy',
  'proposedAt',
  'issuedAt',
] as const

const EDITIONS: Table<KeptEdition> = {
  name: 'DisclosureEdition',
  key: 'id',
  versioned: true,
  columns: [...HEAD, 'content'],
}

interface NameRow extends NameBehind {
  readonly drive: string
  readonly gift: string
}

const NAMES: Table<NameRow> = {
  name: 'DisclosedName',
  key: 'digest',
  once: 'digest',
  columns: ['digest', 'drive', 'gift', 'name', 'salt'],
}

const HEADS = HEAD.map((column) => `"${column}"`).join(', ')

/** Editions and the names behind them. */
export function disclosureStorage(): DisclosureStore {
  const ask = <Row>(work: Work, sql: string, ...values: unknown[]) =>
    roundOf(work).query((client) => client.$queryRawUnsafe<Row[]>(sql, ...values))
  return {
    find: (id, work) => roundOf(work).get(EDITIONS, id),
    put: (edition, work) => roundOf(work).put(EDITIONS, edition),
    listHeads: (drive, work) =>
      ask<EditionHead>(
        work,
        `SELECT ${HEADS} FROM "DisclosureEdition" WHERE "drive" = $1 AND "state" = 'issued' ORDER BY "edition"`,
        drive,
      ),
    listIssued: (drive, work) =>
      ask<KeptEdition>(
        work,
        `SELECT * FROM "DisclosureEdition" WHERE "drive" = $1 AND "state" = 'issued' ORDER BY "edition"`,
        drive,
      ),
    async findNewest(drive, work) {
      const [row] = await ask<KeptEdition>(
        work,
        `SELECT * FROM "DisclosureEdition" WHERE "drive" = $1 AND "state" = 'issued' ORDER BY "edition" DESC LIMIT 1`,
        drive,
      )
      return row
    },
    listNewest: (most, work) =>
      ask<EditionHead & { readonly title: string }>(
        work,
        `SELECT * FROM (SELECT DISTINCT ON ("drive") ${HEADS}, "content"::jsonb->'about'->>'title' AS title FROM "DisclosureEdition"
           WHERE "state" = 'issued' ORDER BY "drive", "edition" DESC) newest
         ORDER BY "issuedAt" DESC LIMIT $1`,
        most,
      ),
    async lastOf(work) {
      // Within a string of the text its quotes would be escaped: only the edition's own kind reads so.
      const rows = await ask<{ drive: string; issuedAt: Date; isFinal: boolean }>(
        work,
        `SELECT "drive", max("issuedAt") AS "issuedAt", bool_or("content" LIKE '%"kind":"final"%') AS "isFinal"
         FROM "DisclosureEdition" WHERE "state" = 'issued' GROUP BY "drive"`,
      )
      return new Map(rows.map(({ drive, ...last }) => [drive, last]))
    },
    async numbers(work) {
      const rows = await ask<{ drive: string; editions: number[] }>(
        work,
        `SELECT "drive", array_agg("edition" ORDER BY "edition") AS editions FROM "DisclosureEdition"
         WHERE "state" = 'issued' GROUP BY "drive"`,
      )
      return new Map(rows.map(({ drive, editions }) => [drive, editions]))
    },
    listNames: (drive, work) =>
      ask<NameBehind>(work, `SELECT "digest", "name", "salt" FROM "DisclosedName" WHERE "drive" = $1`, drive),
    async countNames(drive, work) {
      const [row] = await ask<{ n: number }>(
        work,
        `SELECT count(*)::int AS n FROM "DisclosedName" WHERE "drive" = $1`,
        drive,
      )
      return row?.n ?? 0
    },
    addNames(drive, names, work) {
      for (const { digest, gift, name, salt } of names)
        roundOf(work).add(NAMES, { digest, drive, gift, name, salt })
    },
    async dropNames(digests, work) {
      if (digests.length === 0) return
      await roundOf(work).query((client) =>
        client.$executeRawUnsafe(`DELETE FROM "DisclosedName" WHERE "digest" = ANY($1::text[])`, [
          ...digests,
        ]),
      )
    },
  }
}
