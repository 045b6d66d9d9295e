import type { DutiesStore, DutyReminder, DutyRule } from '../../features/visits/duties/duties.store.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const RULES: Table<DutyRule> = {
  name: 'DutyRule',
  key: 'id',
  once: 'id',
  columns: ['id', 'version', 'kind', 'per', 'every', 'count', 'from', 'until', 'setBy', 'setAt'],
}

const REMINDERS: Table<DutyReminder> = {
  name: 'DutyReminder',
  key: 'id',
  once: 'id',
  columns: ['id', 'person', 'dueAt', 'toldAt'],
}

export function dutiesStorage(): DutiesStore {
  return {
    listRules: (work) =>
      roundOf(work).query((client) =>
        client.$queryRawUnsafe<DutyRule[]>(`SELECT * FROM "DutyRule" ORDER BY "setAt", "id"`),
      ),
    addRule: (rule, work) => roundOf(work).add(RULES, rule),
    async endRule(id, until, work) {
      await roundOf(work).query((client) =>
        client.$executeRawUnsafe(
          `UPDATE "DutyRule" SET "until" = $2, "version" = "version" + 1
           WHERE "id" = $1 AND ("until" IS NULL OR "until" > $2)`,
          id,
          until,
        ),
      )
    },
    findReminder: (id, work) => roundOf(work).get(REMINDERS, id),
    addReminder: (reminder, work) => roundOf(work).add(REMINDERS, reminder),
  }
}
