import type { Application, ApplicationsStore } from '../../features/appeals/applications.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const APPLICATIONS: Table<Application> = {
  name: 'AppealApplication',
  key: 'id',
  versioned: true,
  columns: [
    'id',
    'version',
    'number',
    'kind',
    'state',
    'askedBy',
    'askedAt',
    'reason',
    'detail',
    'decidedBy',
    'decidedAt',
    'note',
  ],
}

export function applicationsStorage(): ApplicationsStore {
  return {
    find: (id, work) => roundOf(work).get(APPLICATIONS, id),
    add: (application, work) => roundOf(work).add(APPLICATIONS, application),
    save: (application, work) =>
      roundOf(work).put(APPLICATIONS, { ...application, version: application.version + 1 }),
    async listOf(number, work) {
      const rows = await roundOf(work).query((client) =>
        client.appealApplication.findMany({
          where: { number },
          orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
        }),
      )
      return rows as unknown as readonly Application[]
    },
    async listAsked(kind, work) {
      const rows = await roundOf(work).query((client) =>
        client.appealApplication.findMany({
          where: { kind, state: 'asked' },
          orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
        }),
      )
      return rows as unknown as readonly Application[]
    },
  }
}
