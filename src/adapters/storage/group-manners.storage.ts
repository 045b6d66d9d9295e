import { type GroupManners, groupKey } from '../../conversation/group-manners.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface GroupMannerRow {
  readonly key: string
  readonly listening: boolean
  readonly changedBy: string
  readonly changedAt: Date
}

const GROUP_MANNERS: Table<GroupMannerRow> = {
  name: 'GroupManner',
  key: 'key',
  columns: ['key', 'listening', 'changedBy', 'changedAt'],
}

export function groupMannersStorage(): GroupManners {
  return {
    async find(group, work) {
      const row = await roundOf(work).get(GROUP_MANNERS, groupKey(group))
      if (row === undefined) return undefined
      const { key: _, ...manner } = row
      return manner
    },
    async put(group, { listening, changedBy, changedAt }, work) {
      await roundOf(work).query((client) =>
        client.groupManner.upsert({
          where: { key: groupKey(group) },
          update: { listening, changedBy, changedAt },
          create: { key: groupKey(group), listening, changedBy, changedAt },
        }),
      )
    },
    async move(from, to, work) {
      await roundOf(work).query((client) =>
        client.$executeRawUnsafe(
          `UPDATE "GroupManner" SET "key" = $2 WHERE "key" = $1 AND NOT EXISTS (SELECT FROM "GroupManner" WHERE "key" = $2)`,
          groupKey(from),
          groupKey(to),
        ),
      )
    },
  }
}
