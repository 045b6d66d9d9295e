import { type HttpServer, openHttpServer } from '../../src/adapters/http/http-server.ts'
import type { House } from '../../src/app.ts'
import { mountPublicPages } from '../../src/web.ts'

/** The public pages of a house on a port of their own. */
export async function servePublicPages(house: House): Promise<HttpServer> {
  const log = { warn: () => undefined, error: () => undefined }
  const server = await openHttpServer({ host: '127.0.0.1', port: 0, log })
  mountPublicPages(server, house)
  return server
}
