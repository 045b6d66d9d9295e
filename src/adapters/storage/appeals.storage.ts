import type { Appeal, Asker, Source } from '../../features/appeals/appeal.ts'
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
  type SourceRow,
  toAppeal,
  toAppealRow,
  toEvent,
} from './appeals-rows.storage.ts'
import type { PersonalCodec } from './personal-codec.ts'
import { roundOf } from './round.ts'

function between(column: string, from: Date | undefined, before: Date | undefined) {
  if (from === undefined && before === undefined) return {}
  return {
    [column]: {
      ...(from === undefined ? {} : { gte: from }),
      ...(before === undefined ? {} : { lt: before }),
    },
  }
}

function whereOf(filter: AppealFilter) {
  const filed = {
    ...(filter.filedFrom === undefined ? {} : { gte: filter.filedFrom }),
    ...(filter.filedBefore === undefined ? {} : { lt: filter.filedBefore }),
  }
  return {
    ...(filter.states === undefined ? {} : { status: { in: [...filter.states] } }),
    ...(filter.unit === undefined ? {} : { unit: filter.unit }),
    ...(filter.supportingUnit === undefined
      ? {}
      : { supporting: { array_contains: [filter.supportingUnit] } }),
    ...(Object.keys(filed).length === 0 ? {} : { filedAt: filed }),
    ...between('dueAt', filter.dueFrom, filter.dueBefore),
    ...between('resolvedAt', filter.resolvedFrom, filter.resolvedBefore),
    ...(filter.category === undefined ? {} : { category: filter.category }),
    ...(filter.urgency === undefined ? {} : { urgency: filter.urgency }),
    // In a small chamber a sealed one would be its only firm's.
    ...(filter.chamber === undefined ? {} : { chamber: filter.chamber, sealed: false }),
    ...(filter.companies === undefined ? {} : { company: { in: [...filter.companies] } }),
    ...(filter.companyName === undefined ? {} : { companyName: { contains: filter.companyName } }),
    ...(filter.place === undefined
      ? {}
      : {
          OR: [{ place: { contains: filter.place.name } }, { company: { in: [...filter.place.companies] } }],
        }),
    ...(filter.isUnanswered === undefined ? {} : { outcome: null }),
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

  /** The appeals a message went into, under the keys that they took one after the other. */
  async function rowsOf(source: Source, work: Work): Promise<readonly SourceRow[]> {
    const rows: SourceRow[] = []
    for (let nth = 0; ; nth++) {
      const row = await roundOf(work).get(SOURCES, askers.sourceId(source, nth))
      if (row === undefined) return rows
      rows.push(row)
    }
  }

  function put(appeal: Appeal, columns: Parameters<typeof toAppealRow>[2], work: Work): void {
    roundOf(work).put(APPEALS, toAppealRow(appeal, appeal.version + 1, columns, work.at))
  }

  return {
    async find(number, work) {
      const row = await roundOf(work).get(APPEALS, number)
      return row === undefined ? undefined : toAppeal(row)
    },
    add(appeal: Appeal, asker: Asker, work) {
      roundOf(work).add(APPEALS, toAppealRow(appeal, appeal.version, askers.write(appeal, asker), work.at))
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
    async addSources(number, sources, work) {
      const each = new Map(sources.map((source) => [askers.sourceId(source), source]))
      const added = [...each.values()].map(async (source) => {
        const rows = await rowsOf(source, work)
        if (rows.some((row) => row.number === number)) return
        const id = askers.sourceId(source, rows.length)
        const row = { id, number, message: source.message, changedAt: null, changedText: null }
        roundOf(work).add(SOURCES, row)
      })
      await Promise.all(added)
    },
    async listSources(source, work) {
      return (await rowsOf(source, work)).map(({ number, message }) => ({ number, message }))
    },
    async markSource(source, number, text, work) {
      const row = (await rowsOf(source, work)).find((one) => one.number === number)
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
