import type { DigestWish, Told, ToldStore } from '../../features/oversight/told/told.store.ts'
import { type AppealState, isOpen } from '../../kernel/appeal-terms.ts'
import { APPEALS } from './appeals-rows.storage.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const TOLD: Table<Told> = {
  name: 'Told',
  key: 'id',
  versioned: true,
  columns: ['id', 'version', 'kind', 'person', 'subject', 'dueAt', 'toldAt', 'content'],
}

/** More in some days are a list of their own, not a line of a digest. */
const MOST_REOPENED = 2_000

const WISHES: Table<DigestWish> = {
  name: 'DigestWish',
  key: 'person',
  versioned: true,
  columns: ['person', 'version', 'hour', 'offAt'],
}

export function toldStorage(): ToldStore {
  return {
    find: (id, work) => roundOf(work).get(TOLD, id),
    add: (told, work) => roundOf(work).add(TOLD, told),
    save: (told, work) => roundOf(work).put(TOLD, told),
    async takeDue(kind, now, limit, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<{ id: string }[]>(
          `SELECT "id" FROM "Told" WHERE "toldAt" IS NULL AND "dueAt" <= $1 AND "kind" = $2
           ORDER BY "dueAt", "id" LIMIT $3 FOR UPDATE SKIP LOCKED`,
          now,
          kind,
          limit,
        ),
      )
      return rows.map(({ id }) => id)
    },
    async nextDueAt(kinds, work) {
      const next = Prisma.sql`SELECT min("dueAt") FROM "Told" WHERE "toldAt" IS NULL AND "kind" = ANY(${[...kinds]}::text[])`
      return (await roundOf(work).glance<Date>(next)) ?? undefined
    },
    async listPeople(kind, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<{ person: string }[]>(
          `SELECT DISTINCT "person" FROM "Told" WHERE "kind" = $1 AND "person" IS NOT NULL`,
          kind,
        ),
      )
      return rows.map(({ person }) => person)
    },
    findWish: (person, work) => roundOf(work).get(WISHES, person),
    addWish: (wish, work) => roundOf(work).add(WISHES, wish),
    saveWish: (wish, work) => roundOf(work).put(WISHES, wish),
    async findAppeal(number, work) {
      const row = await roundOf(work).get(APPEALS, number)
      if (row === undefined) return undefined
      const { company, chamber, leader, urgency, status } = row
      return {
        ...{ number, company, chamber, leader },
        isCritical: urgency === 'critical',
        isOpen: isOpen(status as AppealState),
      }
    },
    async listReopened(from, to, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<{ number: string }[]>(
          `SELECT DISTINCT "number" FROM "AppealEvent" WHERE "at" >= $1 AND "at" < $2 AND "act" = 'reopen'
           ORDER BY "number" DESC LIMIT $3`,
          new Date(`${from}T00:00:00+08:00`),
          new Date(Date.parse(`${to}T00:00:00+08:00`) + 86_400_000),
          MOST_REOPENED,
        ),
      )
      return rows.map(({ number }) => number)
    },
  }
}
