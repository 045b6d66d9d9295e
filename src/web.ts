import { openHttpServer } from './adapters/http/http-server.ts'
import { openWebChat, UPLOAD_LIMIT_BYTES } from './adapters/platforms/web-chat/web-chat.ts'
import type { House } from './app.ts'

export interface Web {
  readonly url: string
  close(): Promise<void>
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
    await house.desk.open(chat)
    server.mount('/chat', chat.handle, { bodyLimitBytes: UPLOAD_LIMIT_BYTES })
    server.mount('/', (request) =>
      new URL(request.url).pathname === '/'
        ? Response.redirect(new URL('/chat', request.url), 302)
        : new Response('Not found', { status: 404 }),
    )
    return { url: server.address.url, close: () => server.close() }
  } catch (error) {
    await server.close()
    throw error
  }
}
