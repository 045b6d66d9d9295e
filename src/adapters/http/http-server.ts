import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { trackConnections } from './connections.ts'
import { createGuard, isLoopbackAddress } from './guard.ts'
import { httpTexts } from './http.texts.ts'
import { createHttpApp } from './http-app.ts'
import { listen } from './listen.ts'
import type { Handler, HttpLog, Mount, MountOptions } from './mount.ts'
import { openStreams } from './open-streams.ts'

export interface HttpServerSettings {
  /** The address to bind to, `127.0.0.1` unless somebody set another. */
  readonly host: string
  /** Wanted; the next free one is taken where it is not. 0: any. */
  readonly port: number
  /** Names without a port under which a proxy shows this server. */
  readonly publicHosts?: readonly string[]
  readonly log: HttpLog
}

export interface HttpAddress {
  readonly host: string
  readonly port: number
  readonly wantedPort: number
  /** Without a slash at the end. */
  readonly url: string
}

export interface HttpServer {
  readonly address: HttpAddress
  /** Bound to loopback, and no public name leads here: only people at this machine can reach it. */
  readonly isLocalOnly: boolean
  /** The longest prefix that fits a path gets the request. `/chat` takes `/chat` and everything below it. */
  mount(prefix: string, handler: Handler, options?: MountOptions): void
  /** Takes nothing new, ends streams, waits a little for answers under way. May be called twice. */
  close(): Promise<void>
}

const DEFAULTS: Required<MountOptions> = {
  bodyLimitBytes: 1_000_000,
  timeoutSeconds: 30,
  isForPrograms: false,
  isForOperators: false,
}
const GRACE_MS = 5_000

/** The one HTTP server. Throws HouseError `configuration` when it cannot listen where it was told to. */
export async function openHttpServer(settings: HttpServerSettings): Promise<HttpServer> {
  const { host, port: wantedPort, publicHosts = [], log } = settings
  const mounts: Mount[] = []
  const streams = openStreams()
  let closing: Promise<void> | undefined

  const app = createHttpApp({
    guard: createGuard(publicHosts),
    log,
    streams,
    isStarting: () => mounts.length === 0,
    isClosing: () => closing !== undefined,
    findMount: (path) =>
      mounts.find(({ prefix }) => prefix === '/' || path === prefix || path.startsWith(`${prefix}/`)),
  })
  const server = createAdaptorServer({
    fetch: app.fetch,
    // The whole request must have come within this; how long an answer takes is the mount's own limit.
    serverOptions: { headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 5_000 },
  }) as Server
  const connections = trackConnections(server)
  const port = await listen(server, host, wantedPort)
  if (wantedPort !== 0 && port !== wantedPort) log.warn({ port }, httpTexts.portTaken(wantedPort, port))

  async function shut(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    streams.endAll()
    connections.endWhenIdle()
    const late = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    await closed
    clearTimeout(late)
  }

  return {
    address: { host, port, wantedPort, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}` },
    isLocalOnly: isLoopbackAddress(host) && publicHosts.length === 0,
    mount(prefix, handler, options) {
      mounts.push({ prefix, handler, options: { ...DEFAULTS, ...options } })
      mounts.sort((a, b) => b.prefix.length - a.prefix.length)
    },
    close() {
      closing ??= shut()
      return closing
    },
  }
}
