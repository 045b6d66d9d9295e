import type { UnansweredStore } from '../../features/policy/unanswered/unanswered.store.ts'
import type { Unanswered } from '../../features/policy/unanswered/unanswered.ts'
import { Prisma, type PolicyUnanswered as Row } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

/** As it is written: a day is a string, which the database casts; as it is read, a `Date`. */
type Written = Omit<Row, 'lookAgainOn'> & { readonly lookAgainOn: Date | string | null }

const UNANSWERED: Table<Written> = {
  name: 'PolicyUnanswered',
  key: 'number',
  versioned: true,
  columns: [
    'number',
    'question',
    'key',
    'reason',
    'times',
    'firstAt',
    'lastAt',
    'audience',
    'state',
    'answer',
    'basis',
    'answeredBy',
    'answeredAt',
    'reviewedBy',
    'reviewedAt',
    'lookAgainOn',
    'version',
  ],
}

/** Questions that wait for the staff, and those they answered. */
export function unansweredStorage(): UnansweredStore {
  return {
    async find(number, work) {
      const row = await roundOf(work).get(UNANSWERED, number)
      return row === undefined ? undefined : toUnanswered(row)
    },
    add: (question, work) => roundOf(work).add(UNANSWERED, question),
    save: (question, work) => roundOf(work).put(UNANSWERED, { ...question, version: question.version + 1 }),
    async listOfKey(key, work) {
      const rows = await roundOf(work).query((client) =>
        client.policyUnanswered.findMany({ where: { key }, orderBy: { firstAt: 'desc' } }),
      )
      return rows.map(toUnanswered)
    },
    findCited: (documents, work) =>
      roundOf(work).query(async (client) => {
        const answer = await client.policyDocument.findFirst({
          where: { id: { in: [...documents] }, kind: 'answer' },
          select: { doc: true },
        })
        return answer?.doc
      }),
    list: (states, offset, limit, work) =>
      roundOf(work).query(async (client) => {
        const where = { state: { in: [...states] } }
        const total = await client.policyUnanswered.count({ where })
        const rows = await client.policyUnanswered.findMany({
          where,
          orderBy: [{ times: 'desc' }, { lastAt: 'desc' }, { number: 'asc' }],
          skip: offset,
          take: limit,
        })
        return { total, questions: rows.map(toUnanswered) }
      }),
    async listToLookAgain(day, limit, work) {
      const rows = await roundOf(work).query((client) =>
        client.policyUnanswered.findMany({
          where: { state: 'answered', lookAgainOn: { lte: new Date(day) } },
          orderBy: [{ lookAgainOn: 'asc' }, { number: 'asc' }],
          take: limit,
        }),
      )
      return rows.map(toUnanswered)
    },
    async nextLookAgainOn(work) {
      const first = Prisma.sql`SELECT min("lookAgainOn") FROM "PolicyUnanswered" WHERE "state" = 'answered'`
      return dayIn(await roundOf(work).glance<Date>(first)) ?? undefined
    },
  }
}

const dayIn = (day: Date | string | null) => (day instanceof Date ? day.toISOString().slice(0, 10) : day)

const toUnanswered = (row: Written): Unanswered =>
  ({ ...row, lookAgainOn: dayIn(row.lookAgainOn) }) as Unanswered
