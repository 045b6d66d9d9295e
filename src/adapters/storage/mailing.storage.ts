import type { Chat } from '../../kernel/chat.ts'
import type { MailingStore } from '../../mailings/mailing.store.ts'
import {
  type Mailing,
  type MailingChat,
  type MailingState,
  noLetters,
  type Tally,
} from '../../mailings/mailing.ts'
import type { LetterState } from '../../outbox/letter.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface MailingRow {
  readonly id: string
  readonly version: number
  readonly owner: string
  readonly number: number
  readonly title: string
  readonly text: string
  readonly allow: readonly string[]
  readonly audience: string
  readonly chats: readonly MailingChat[]
  readonly people: number
  readonly state: string
  readonly confirmation: string
  readonly preparedBy: string
  readonly preparedAt: Date
  readonly decidedBy: string | null
  readonly reason: string | null
  readonly startedAt: Date | null
  readonly settledAt: Date | null
}

const MAILINGS: Table<MailingRow> = {
  name: 'Mailing',
  key: 'id',
  versioned: true,
  columns: [
    'id',
    'version',
    'owner',
    'number',
    'title',
    'text',
    'allow',
    'audience',
    'chats',
    'people',
    'state',
    'confirmation',
    'preparedBy',
    'preparedAt',
    'decidedBy',
    'reason',
    'startedAt',
    'settledAt',
  ],
}

function toRow(mailing: Mailing): MailingRow {
  const { decidedBy = null, reason = null, startedAt = null, settledAt = null } = mailing
  return { ...mailing, decidedBy, reason, startedAt, settledAt }
}

function toMailing({ decidedBy, reason, startedAt, settledAt, ...row }: MailingRow): Mailing {
  return {
    ...row,
    state: row.state as MailingState,
    ...(decidedBy === null ? {} : { decidedBy }),
    ...(reason === null ? {} : { reason }),
    ...(startedAt === null ? {} : { startedAt }),
    ...(settledAt === null ? {} : { settledAt }),
  }
}

interface LetterOfMailing {
  readonly chat: Chat
  readonly state: LetterState
  readonly failure: string | null
}

export function mailingStorage(): MailingStore {
  const select = async (work: Parameters<MailingStore['find']>[1], where: string, ...values: unknown[]) => {
    const rows = await roundOf(work).query((client) =>
      client.$queryRawUnsafe<MailingRow[]>(`SELECT * FROM "Mailing" WHERE ${where}`, ...values),
    )
    return rows.map(toMailing)
  }
  /** Through the round's own memory, so that what follows may write it. */
  const known = async (work: Parameters<MailingStore['find']>[1], found: readonly Mailing[]) => {
    const rows = await Promise.all(found.map(({ id }) => roundOf(work).get(MAILINGS, id)))
    return rows.filter((row) => row !== undefined).map(toMailing)
  }
  return {
    async find(id, work) {
      const row = await roundOf(work).get(MAILINGS, id)
      return row === undefined ? undefined : toMailing(row)
    },
    add: (mailing, work) => roundOf(work).add(MAILINGS, toRow(mailing)),
    put: (mailing, work) => roundOf(work).put(MAILINGS, toRow(mailing)),
    async findByNumber(owner, number, work) {
      const found =
        number === undefined
          ? await select(work, `"owner" = $1 ORDER BY "preparedAt" DESC, "number" DESC LIMIT 1`, owner)
          : await select(
              work,
              `"owner" = $1 AND "number" = $2 ORDER BY "preparedAt" DESC LIMIT 1`,
              owner,
              number,
            )
      return (await known(work, found))[0]
    },
    async findByConfirmation(owner, confirmation, work) {
      const where = `"confirmation" = $2 AND "owner" = $1 ORDER BY "preparedAt" DESC LIMIT 1`
      return (await known(work, await select(work, where, owner, confirmation)))[0]
    },
    async listUnsettled(owner, work) {
      const where = `"owner" = $1 AND "settledAt" IS NULL AND "state" IN ('sending', 'stopped') ORDER BY "preparedAt"`
      return known(work, await select(work, where, owner))
    },
    listAll: (owner, work) => select(work, `"owner" = $1 ORDER BY "number", "preparedAt"`, owner),
    async listLetters(id, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<LetterOfMailing[]>(
          `SELECT "chat", "state", "failure" FROM "Letter" WHERE "mailing" = $1 ORDER BY "seq"`,
          id,
        ),
      )
      return rows.map(({ chat, state, failure }) => ({
        title: chat.title ?? chat.chatId,
        state,
        ...(failure === null ? {} : { failure }),
      }))
    },
    async tallies(ids, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<{ mailing: string; state: LetterState; n: bigint }[]>(
          `SELECT "mailing", "state", count(*) AS n FROM "Letter" WHERE "mailing" = ANY($1::text[]) GROUP BY 1, 2`,
          ids,
        ),
      )
      const tallies = new Map<string, Tally>()
      for (const { mailing, state, n } of rows)
        tallies.set(mailing, { ...(tallies.get(mailing) ?? noLetters), [state]: Number(n) })
      return tallies
    },
  }
}
