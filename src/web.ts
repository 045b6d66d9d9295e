import { openFigurePages } from './adapters/figure-pages/figure-pages.ts'
import { type HttpServer, openHttpServer } from './adapters/http/http-server.ts'
import type { Handler, MountOptions } from './adapters/http/mount.ts'
import { openOneTimePage } from './adapters/platforms/one-time-link/one-time-page.ts'
import { unitPagePlatform } from './adapters/platforms/one-time-link/unit-door.ts'
import { openUnitPage } from './adapters/platforms/one-time-link/unit-page.ts'
import { openWebChat, UPLOAD_LIMIT_BYTES } from './adapters/platforms/web-chat/web-chat.ts'
import { openPublicPages } from './adapters/public-pages/public-pages.ts'
import { disclosureSheets } from './adapters/spreadsheets/disclosure-sheets.ts'
import { figureBooks } from './adapters/spreadsheets/figure-books.ts'
import type { House } from './app.ts'
import { unitSheet } from './features/appeals/links/unit-sheet.ts'
import { publicDisclosures } from './features/donations/disclosure/public-disclosures.ts'

export interface Web {
  readonly url: string
  mount(prefix: string, handler: Handler, options?: MountOptions): void
  close(): Promise<void>
}

/** Where a messenger lets us not write first, this page is the way in; it needs an address that people can open. */
async function mountOneTimePage(server: HttpServer, house: House, publicUrl: string): Promise<void> {
  const { config, storage, clock, desk, files } = house
  const page = await openOneTimePage({
    links: storage.oneTimeLinks,
    transactions: storage.transactions,
    clock,
    botName: config.botNames[0] ?? '',
    isSecure: publicUrl.startsWith('https:'),
    receive: desk.receive,
    digest: storage.codec.digest,
    findFile: files.find,
  })
  server.mount('/once', page.handle, { bodyLimitBytes: 20_000 })
}

/** The page by which a unit without account works on what it was given. */
async function mountUnitPage(server: HttpServer, house: House, publicUrl: string): Promise<void> {
  const { config, storage, clock, desk, files, people } = house
  const platform = unitPagePlatform()
  await (config.databaseUrl === undefined ? desk.open(platform) : desk.serve(platform))
  const page = await openUnitPage({
    links: storage.unitLinks,
    talks: storage.oneTimeLinks,
    transactions: storage.transactions,
    clock,
    isSecure: publicUrl.startsWith('https:'),
    receive: desk.receive,
    sheet: (link, work) => unitSheet(link, { store: storage.appeals, people }, work),
    digest: storage.codec.digest,
    findFile: files.find,
  })
  server.mount('/unit', page.handle, { bodyLimitBytes: 20_000 })
}

/** What anybody may read: lists of gifts. Without an address of their own they are for whoever sits at this machine. */
export function mountPublicPages(server: HttpServer, { config, storage, clock }: House): void {
  const pages = openPublicPages({
    disclosures: publicDisclosures(storage.disclosures),
    sheets: disclosureSheets(),
    transactions: storage.transactions,
    clock,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
  })
  server.mount('/public', pages.handle, { bodyLimitBytes: 1_000 })
}

/** What is behind a told number, by a link. Without an address of their own they are for whoever sits at this machine. */
export function mountFigurePages(server: HttpServer, house: House): void {
  const { config, storage, clock, people } = house
  if (config.publicUrl === undefined && !server.isLocalOnly) return
  house.figureDoor.servedAt(server.address.url)
  const pages = openFigurePages({
    ...storage,
    directory: people.directory,
    books: figureBooks(),
    clock,
    isSecure: config.publicUrl?.startsWith('https:') === true,
    digest: storage.codec.digest,
  })
  server.mount('/list', pages.handle, { bodyLimitBytes: 1_000 })
}

/** The HTTP server with the web chat on it: the second half of app.ts, for the commands that serve pages. */
export async function openWeb(house: House): Promise<Web> {
  const { config, storage, people, files, clock, log } = house
  const server = await openHttpServer({
    host: config.host,
    port: config.port,
    publicHosts: config.publicUrl === undefined ? [] : [new URL(config.publicUrl).hostname],
    log: {
      warn: (facts: object, text: string) => log.warn(text, { ...facts }),
      error: (facts: object, text: string) => log.error(text, { ...facts }),
    },
  })
  try {
    const chat = await openWebChat({
      account: 'web',
      botNames: config.botNames,
      demonstration: config.isDemo,
      isLocalOnly: server.isLocalOnly && config.webPersonas === 'loopback',
      directory: () => storage.transactions.inOne(clock.now(), (work) => people.directory(work)),
      files,
      history: storage.chatHistory,
      clock,
      log: { error: (facts, text) => log.error(text, { ...facts }) },
    })
    // On a database that others share, a second process stands by; on our own, somebody started twice by mistake.
    await (config.databaseUrl === undefined ? house.desk.open(chat) : house.desk.serve(chat))
    server.mount('/chat', chat.handle, { bodyLimitBytes: UPLOAD_LIMIT_BYTES })
    mountPublicPages(server, house)
    mountFigurePages(server, house)
    if (config.publicUrl !== undefined) {
      await mountOneTimePage(server, house, config.publicUrl)
      await mountUnitPage(server, house, config.publicUrl)
    }
    server.mount('/', (request) =>
      new URL(request.url).pathname === '/'
        ? Response.redirect(new URL('/chat', request.url), 302)
        : new Response('Not found', { status: 404 }),
    )
    return { url: server.address.url, mount: server.mount, close: () => server.close() }
  } catch (error) {
    await server.close()
    throw error
  }
}
