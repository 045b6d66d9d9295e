import type { UnitLink, UnitLinkStore } from '../../features/appeals/links/unit-links.store.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const UNIT_LINKS: Table<UnitLink> = {
  name: 'UnitLink',
  key: 'digest',
  columns: [
    'digest',
    'number',
    'unit',
    'issuedBy',
    'issuedAt',
    'expiresAt',
    'browser',
    'openedAt',
    'closedAt',
  ],
}

export function unitLinksStorage(): UnitLinkStore {
  return {
    find: (digest, work) => roundOf(work).get(UNIT_LINKS, digest),
    async findByBrowser(browser, work) {
      const row = await roundOf(work).query((client) => client.unitLink.findUnique({ where: { browser } }))
      return row ?? undefined
    },
    listOpen: (number, work) =>
      roundOf(work).query((client) =>
        client.unitLink.findMany({
          where: { number, closedAt: null, expiresAt: { gt: work.at } },
          orderBy: [{ issuedAt: 'desc' }, { digest: 'asc' }],
        }),
      ),
    async add(link, work) {
      await roundOf(work).query((client) => client.unitLink.create({ data: link }))
    },
    async open(digest, browser, work) {
      const { count } = await roundOf(work).query((client) =>
        client.unitLink.updateMany({
          where: { digest, browser: null, closedAt: null, expiresAt: { gt: work.at } },
          data: { browser, openedAt: work.at },
        }),
      )
      return count === 1
    },
    async close(number, unit, work) {
      await roundOf(work).query((client) =>
        client.unitLink.updateMany({
          where: { number, closedAt: null, ...(unit === null ? {} : { unit }) },
          data: { closedAt: work.at },
        }),
      )
    },
  }
}
