import { type HttpServer, openHttpServer } from '../../src/adapters/http/http-server.ts'
import { unitPagePlatform } from '../../src/adapters/platforms/one-time-link/unit-door.ts'
import { openUnitPage } from '../../src/adapters/platforms/one-time-link/unit-page.ts'
import type { House } from '../../src/app.ts'
import { unitSheet } from '../../src/features/appeals/links/unit-sheet.ts'

/** A server with the page of units on it, as the house's own. */
export async function serveUnitPage(house: House, isSecure: boolean): Promise<HttpServer> {
  const server = await openHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: { warn: () => undefined, error: () => undefined },
  })
  const { storage, clock, desk, files, people } = house
  await desk.open(unitPagePlatform())
  const page = await openUnitPage({
    links: storage.unitLinks,
    talks: storage.oneTimeLinks,
    transactions: storage.transactions,
    clock,
    isSecure,
    receive: desk.receive,
    sheet: (link, work) => unitSheet(link, { store: storage.appeals, people }, work),
    digest: storage.codec.digest,
    findFile: files.find,
  })
  server.mount('/unit', page.handle)
  return server
}
