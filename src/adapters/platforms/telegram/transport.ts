import http from 'node:http'
import https from 'node:https'
import type { Duplex, Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { TLSSocket } from 'node:tls'

/** What was asked over the wire. Its address carries the token and is repeated nowhere. */
export interface Sending {
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Readable | undefined
  readonly signal: AbortSignal
  readonly limitBytes: number
}

export interface Reply {
  readonly status: number
  readonly body: Uint8Array
}

export type Transport = (url: string, sending: Sending) => Promise<Reply>

/** Why nothing came back: a code of the network's, never its words, for those may quote the address. */
export class WireFailure extends Error {
  /** False where the connection was never there, so that nothing can have been read at the other end. */
  readonly mayHaveArrived: boolean
  readonly code: string

  constructor(code: string, mayHaveArrived: boolean) {
    super(`no answer (${code})`)
    this.name = 'WireFailure'
    this.code = code
    this.mayHaveArrived = mayHaveArrived
  }
}

/** Where the host is blocked the connection is simply never made; the system itself would wait two minutes. */
const CONNECT_MS = 10_000
/** A connection idle for longer may have been forgotten on the way, and what is said on it is in doubt. */
const IDLE_MS = 8_000

/** Older agents know nothing of proxies and would go straight to a host that may be blocked. */
export function canUseProxy(version = process.versions.node): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 5)
}

/**
 * HTTP by Node's own client, for one reason: when it fails, it can be told whether the request had left. `proxy` is
 * an HTTP proxy; https goes through it by CONNECT.
 */
export function openTransport(proxy: string | undefined): Transport {
  const options = {
    keepAlive: true,
    timeout: IDLE_MS,
    ...(proxy === undefined ? {} : { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } }),
  }
  const plain = { request: http.request, agent: new http.Agent(options) }
  const secure = { request: https.request, agent: new https.Agent(options) }

  return async (url, { method, headers = {}, body, signal, limitBytes }) => {
    // A kept connection that the other end has closed by now is noticed in a turn of the loop, and not used.
    await new Promise((resolve) => setImmediate(resolve))
    return new Promise((resolve, reject) => {
      let connected = false
      let request: http.ClientRequest
      const fail = (error: unknown) => {
        clearTimeout(patience)
        signal.removeEventListener('abort', stop)
        request?.destroy()
        reject(new WireFailure(codeOf(error), connected))
      }
      const stop = () => fail({ code: 'ABORTED' })
      const patience = setTimeout(() => {
        if (!connected) fail({ code: 'ETIMEDOUT' })
      }, CONNECT_MS)
      if (signal.aborted) return stop()
      signal.addEventListener('abort', stop, { once: true })
      try {
        const { request: ask, agent } = url.startsWith('https:') ? secure : plain
        request = ask(url, { method, headers, agent })
      } catch (error) {
        return fail(error)
      }
      request.on('error', fail)
      request.on('socket', (socket) => {
        const opening = openingEvent(socket)
        if (opening === undefined) connected = true
        else
          socket.once(opening, () => {
            connected = true
          })
      })
      request.on('response', (response) => {
        const chunks: Uint8Array[] = []
        let size = 0
        response.on('error', fail)
        response.on('aborted', () => fail({ code: 'ECONNRESET' }))
        response.on('data', (chunk: Uint8Array) => {
          chunks.push(chunk)
          size += chunk.length
          if (size > limitBytes) fail({ code: 'TOO_LARGE' })
        })
        response.on('end', () => {
          clearTimeout(patience)
          signal.removeEventListener('abort', stop)
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) })
        })
      })
      if (body === undefined || typeof body === 'string') request.end(body)
      // What goes wrong here is told by the request's own error.
      else pipeline(body, request, () => undefined)
    })
  }
}

/** The event after which bytes can leave; undefined on a connection that was already open. */
function openingEvent(socket: Duplex): 'connect' | 'secureConnect' | undefined {
  if (socket instanceof TLSSocket)
    return 'secureConnecting' in socket && socket.secureConnecting === true ? 'secureConnect' : undefined
  return 'connecting' in socket && socket.connecting === true ? 'connect' : undefined
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z0-9_]{2,60}$/u.test(code) ? code : 'UNKNOWN'
}
