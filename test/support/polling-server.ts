import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Update {
  readonly number: number
  readonly person: string
  readonly text: string
}

export interface SentLetter {
  readonly id: string
  readonly by: string
  readonly to: string
  readonly text: string
}

const LONG_POLL_MS = 1_000

/**
 * A messenger's server that is asked for news by long polling: it keeps what nobody confirmed, as Telegram's does, and
 * notes whoever polls while somebody else does.
 */
export async function openPollingServer(options: { readonly sendMs: number }) {
  const updates: Update[] = []
  const sent: SentLetter[] = []
  const polls: string[] = []
  const polling = new Set<string>()
  const together: string[] = []
  const waiting = new Set<() => void>()
  let confirmed = 0

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback')
    const by = url.searchParams.get('by') ?? ''
    if (url.pathname === '/poll') poll(by, Number(url.searchParams.get('after')), response)
    else void take(by, request, response)
  })

  function poll(by: string, after: number, response: ServerResponse): void {
    polls.push(by)
    for (const other of polling) if (other !== by) together.push(`${by} while ${other} did`)
    polling.add(by)
    confirmed = Math.max(confirmed, after)
    const answer = () => {
      waiting.delete(answer)
      clearTimeout(timer)
      polling.delete(by)
      response.end(JSON.stringify(updates.filter(({ number }) => number > confirmed)))
    }
    const timer = setTimeout(answer, LONG_POLL_MS)
    response.on('close', () => {
      waiting.delete(answer)
      clearTimeout(timer)
      polling.delete(by)
    })
    if (updates.some(({ number }) => number > confirmed)) answer()
    else waiting.add(answer)
  }

  /** What came is there, whether or not whoever sent it hears of it. */
  async function take(by: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const letter: Omit<SentLetter, 'by'> = JSON.parse(body)
    sent.push({ ...letter, by })
    setTimeout(() => response.end('{}'), options.sendMs)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: sent as readonly SentLetter[],
    /** Who polled while somebody else did; empty when all is well. */
    together: together as readonly string[],
    /** Who polled, one after the other, each stretch once. */
    pollers: () => polls.filter((by, n) => by !== polls[n - 1]),
    isPolling: (by: string) => polling.has(by),
    says(person: string, text: string): void {
      updates.push({ number: updates.length + 1, person, text })
      for (const answer of [...waiting]) answer()
    },
    close(): void {
      server.closeAllConnections()
      server.close()
    },
  }
}
