import type { Refusable, RefusalsStore } from '../../mailings/topics.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface RefusalRow {
  readonly id: string
  readonly person: string
  readonly topic: string
  readonly at: Date
}

const REFUSALS: Table<RefusalRow> = {
  name: 'TopicRefusal',
  key: 'id',
  // Said twice it is refused once.
  once: 'id',
  columns: ['id', 'person', 'topic', 'at'],
}

export function mailingRefusalsStorage(): RefusalsStore {
  return {
    async listRefusing(topics, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<{ person: string }[]>(
          `SELECT DISTINCT "person" FROM "TopicRefusal" WHERE "topic" = ANY($1::text[])`,
          topics,
        ),
      )
      return new Set(rows.map(({ person }) => person))
    },
    async listOf(person, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<{ topic: string }[]>(
          `SELECT "topic" FROM "TopicRefusal" WHERE "person" = $1 ORDER BY "at", "topic"`,
          person,
        ),
      )
      return rows.map(({ topic }) => topic as Refusable)
    },
    refuse: (person, topic, work) =>
      roundOf(work).add(REFUSALS, { id: `${person}:${topic}`, person, topic, at: work.at }),
    accept: (person, topic, work) =>
      roundOf(work).atEnd(async (client) => {
        await client.$executeRawUnsafe(
          `DELETE FROM "TopicRefusal" WHERE "person" = $1 AND "topic" = $2`,
          person,
          topic,
        )
      }),
  }
}
