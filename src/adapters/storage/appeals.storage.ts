import type { Appeal, Asker } from '../../features/appeals/appeal.ts'
import type { AppealFilter, AppealsStore } from '../../features/appeals/appeals.store.ts'
import { HouseError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { askerColumns } from './appeals-asker.storage.ts'
import {
  APPEALS,
  type AppealRow,
  EVENTS,
  type EventRow,
  SOURCES,
  toAppeal,
  toAppealRow,
  toEvent,
} from './appeals-rows.storage.ts'
import type { PersonalCodec } from './personal-codec.ts'
import { roundOf } from './round.ts'

function whereOf(filter: AppealFilter) {
  const filed = {
    ...(filter.filedFrom === undefined ? {} : { gte: filter.filedFrom }),
    ...(filter.filedBefore === undefined ? {} : { lt: filter.filedBefore }),
  }
  return {
    ...(filter.states === undefined ? {} : { status: { in: [...filter.states] } }),
    ...(filter.unit === undefined ? {} : { unit: filter.unit }),
    ...(Object.keys(filed).length === 0 ? {} : { filedAt: filed }),
    ...(filter.dueBefore === undefined ? {} : { dueAt: { lt: filter.dueBefore } }),
  }
}

export function appealsStorage(codec: PersonalCodec): AppealsStore {
  const askers = askerColumns(codec)

  async function rowOf(number: string, work: Work): Promise<AppealRow> {
    const row = await roundOf(work).get(APPEALS, number)
    if (row === undefined)
      throw new HouseError('not-found', `Appeal ${number} is to be saved and was never filed.`)
    return row
  }

  function put(appeal: Appeal, columns: Parameters<typeof toAppealRow>[2], work: Work): void {
    roundOf(work).put(APPEALS, toAppealRow(appeal, appeal.version + 1, columns))
  }

  return {
    async find(number, work) {
      const row = await roundOf(work).get(APPEALS, number)
      return row === undefined ? undefined : toAppeal(row)
    },
    add(appeal: Appeal, asker: Asker, work) {
      roundOf(work).add(APPEALS, toAppealRow(appeal, appeal.version, askers.write(appeal, asker)))
    },
    async save(appeal, work) {
      put(appeal, await rowOf(appeal.number, work), work)
    },
    async saveWithAsker(appeal, asker, work) {
      await rowOf(appeal.number, work)
      put(appeal, askers.write(appeal, asker), work)
    },
    async askerOf(number, work) {
      const row = await roundOf(work).get(APPEALS, number)
      return row === undefined ? undefined : askers.read(row)
    },
    async isOwn(number, who, work) {
      const row = await roundOf(work).get(APPEALS, number)
      return row !== undefined && askers.digestsOf(who).includes(row.askerDigest)
    },
    note(event, work) {
      roundOf(work).add(EVENTS, { ...event, id: newId('ev', event.at) })
    },
    addSources(number, sources, work) {
      for (const source of sources) {
        const row = {
          id: askers.sourceId(source),
          number,
          message: source.message,
          changedAt: null,
          changedText: null,
        }
        roundOf(work).add(SOURCES, row)
      }
    },
    async findSource(source, work) {
      const row = await roundOf(work).get(SOURCES, askers.sourceId(source))
      return row === undefined ? undefined : { number: row.number, message: row.message }
    },
    async markSource(source, text, work) {
      const row = await roundOf(work).get(SOURCES, askers.sourceId(source))
      if (row !== undefined) roundOf(work).put(SOURCES, { ...row, changedAt: work.at, changedText: text })
    },
    async listOwn(who, work) {
      const rows = await roundOf(work).query((client) =>
        client.appeal.findMany({
          where: { askerDigest: { in: [...askers.digestsOf(who)] } },
          orderBy: [{ filedAt: 'desc' }, { number: 'desc' }],
        }),
      )
      return (rows as unknown as AppealRow[]).map(toAppeal)
    },
    async list(filter, offset, limit, work) {
      return roundOf(work).query(async (client) => {
        const where = whereOf(filter)
        const total = await client.appeal.count({ where })
        const order = [{ filedAt: 'asc' as const }, { number: 'asc' as const }]
        const rows = await client.appeal.findMany({ where, orderBy: order, skip: offset, take: limit })
        return { total, appeals: (rows as unknown as AppealRow[]).map(toAppeal) }
      })
    },
    async history(number, work) {
      const rows = await roundOf(work).query((client) =>
        client.appealEvent.findMany({ where: { number }, orderBy: { seq: 'asc' } }),
      )
      return (rows as unknown as EventRow[]).map(toEvent)
    },
  }
}
