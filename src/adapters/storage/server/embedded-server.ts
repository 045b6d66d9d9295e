import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { HouseError } from '../../../kernel/errors.ts'
import { findAddress, urlOf } from './address.ts'
import { withClaim } from './claim.ts'
import { ensureCluster } from './cluster.ts'
import { claimsOf, findHome, type Place, type PlaceOptions, settlePlace } from './place.ts'
import { startPostmaster, stopPostmaster } from './postmaster.ts'
import { ensureDatabase, joinServer, type Presence } from './presence.ts'
import { serverTexts } from './server.texts.ts'

export interface EmbeddedServer {
  /** For Prisma and pg; good until `release`, also after the server was lost and brought back. */
  url: string
  /** Where the server's files really are; not always inside the data directory. */
  directory: string
  /**
   * Leaves the server; the last process to leave stops it. Close every other connection first.
   * Never throws: a server that does not stop is said, and adopted by the next start.
   */
  release(): Promise<void>
}

export interface EmbeddedServerOptions {
  dataDirectory: string
  /** Told, in the operator's language, what happens meanwhile. */
  say(line: string): void
  /** Default /var/lib/niangjia: where data and programs go when PostgreSQL's user cannot reach them as root. */
  shelter?: string
  /** Default postgres: the system user PostgreSQL runs as when we are root. */
  userName?: string
}

const secondsBetweenReturns = 3

/**
 * Joins the PostgreSQL of this data directory, or prepares and starts it. It outlives a killed process and
 * is adopted by the next one; any number of processes may share it. Throws `database` with what to do.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { say } = options
  // PostgreSQL's programs work from `/` and would take a relative path for something else.
  const dataDirectory = resolve(options.dataDirectory)
  const place: PlaceOptions = {
    shelter: '/var/lib/niangjia',
    userName: 'postgres',
    ...options,
    dataDirectory,
  }
  await mkdir(dataDirectory, { recursive: true })

  let presence = await enter(place)
  const { address } = presence
  const released = new AbortController()
  let returning = Promise.resolve()
  const watch = keepPresence()

  async function keepPresence(): Promise<void> {
    for (;;) {
      const lost = presence
      await lost.ended
      if (released.signal.aborted) return
      say(serverTexts.lost())
      returning = comeBack(place, address.port, released.signal).then((next) => {
        presence = next ?? lost
      })
      await returning
      if (presence === lost) return
      say(serverTexts.cameBack())
    }
  }

  return {
    url: urlOf(address),
    directory: await findHome(dataDirectory),
    async release() {
      if (released.signal.aborted) return watch
      released.abort()
      // Somebody on the way back in must be seated before he can leave.
      await returning
      try {
        await withClaim(claimsOf(dataDirectory), () => leave(place, presence))
      } catch (error) {
        say(serverTexts.notStopped(reason(error)))
      }
      await presence.close().catch(() => undefined)
      await watch
    },
  }
}

/** Most starts find the server running and need no claim; the rest look again once they have one. */
async function enter(options: PlaceOptions): Promise<Presence> {
  const { dataDirectory, say } = options
  const running = await joinServer(await findHome(dataDirectory))
  if (running !== undefined) {
    say(serverTexts.joined(running.address.port))
    return running
  }
  return withClaim(claimsOf(dataDirectory), () => joinOrStart(options))
}

async function joinOrStart(options: PlaceOptions): Promise<Presence> {
  const { dataDirectory, say } = options
  const running = await joinServer(await findHome(dataDirectory))
  if (running !== undefined) return running
  const place: Place = await settlePlace(options)
  await ensureCluster(place, say)
  const port = await startPostmaster(place)
  const address = await findAddress(place.home)
  if (address !== undefined) await ensureDatabase(address)
  const presence = await joinServer(place.home)
  if (presence === undefined) throw new HouseError('database', serverTexts.notJoined(`127.0.0.1:${port}`))
  say(serverTexts.started(port))
  return presence
}

/**
 * The server fell under us (out of memory, an operator's kill): bring it back rather than fail every turn.
 * On another port it would be of no use to this process, whose pool knows the old one; then we try on.
 */
async function comeBack(
  options: PlaceOptions,
  port: number,
  released: AbortSignal,
): Promise<Presence | undefined> {
  while (!released.aborted) {
    try {
      const presence = await enter(options)
      if (presence.address.port === port) return presence
      await presence.close()
      options.say(serverTexts.otherPort())
    } catch (error) {
      options.say(reason(error))
    }
    await pause(secondsBetweenReturns * 1000, undefined, { signal: released }).catch(() => undefined)
  }
  return undefined
}

async function leave(options: PlaceOptions, presence: Presence): Promise<void> {
  // Where the connection is gone there is no server to stop, or it is not ours to judge.
  const isLast = await presence.leave().catch(() => false)
  if (!isLast) return
  const why = await stopPostmaster(await settlePlace(options))
  options.say(why === undefined ? serverTexts.stopped() : serverTexts.notStopped(why))
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))
