// Three platforms on loopback, in a process of their own: Telegram's Bot API, and two that speak a plain JSON. It notes
// what it accepted and for whom, and treats the letters of the broadcast as the scenario says.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fate } from './mailing-scenario.ts'

export interface PlatformsOrder {
  readonly fates: Readonly<Record<string, Fate>>
  /** The words of the broadcast: other letters always arrive. */
  readonly text: string
}

export interface PlatformsReport {
  /** How often the broadcast was accepted, by chat; a hang-up is an acceptance that nobody was told of. */
  readonly accepted: Readonly<Record<string, number>>
  readonly fates: Readonly<Record<string, number>>
  /** What staff and reviewer read, in order. */
  readonly told: readonly { readonly chat: string; readonly text: string }[]
}

process.once('message', (order: PlatformsOrder) => void serve(order))

async function serve({ fates, text: broadcast }: PlatformsOrder): Promise<void> {
  const accepted: Record<string, number> = {}
  const counts: Record<string, number> = {}
  const told: { chat: string; text: string }[] = []
  const met = new Set<string>()

  function judge(chat: string, text: string): Fate {
    if (!text.startsWith(broadcast)) {
      told.push({ chat, text })
      return 'accept'
    }
    const first = fates[chat] ?? 'accept'
    const fate = first === 'refuse' || !met.has(chat) ? first : 'accept'
    met.add(chat)
    counts[fate] = (counts[fate] ?? 0) + 1
    if (fate === 'accept' || fate === 'hang-up') accepted[chat] = (accepted[chat] ?? 0) + 1
    return fate
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.send?.({ port: (server.address() as AddressInfo).port })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const payload = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>
    const say = (status: number, body: object) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const [place = '', method = ''] = (request.url ?? '').split('/').slice(-2)
    if (method === 'getMe') return say(200, { ok: true, result: ME })
    if (method === 'getUpdates') return void setTimeout(() => say(200, { ok: true, result: [] }), 1_000)
    if (place === 'loop') {
      const fate = judge(`${method}:${payload.chat}`, String(payload.text))
      return fate === 'hang-up' ? void request.socket.destroy() : say(200, { fate })
    }
    if (method !== 'sendMessage') return say(200, { ok: true, result: true })
    const fate = judge(`telegram:${payload.chat_id}`, String(payload.text))
    const refuse = (code: number, description: string, more: object = {}) =>
      say(code, { ok: false, error_code: code, description, ...more })
    if (fate === 'hang-up') return void request.socket.destroy()
    if (fate === 'refuse') return refuse(403, 'Forbidden: bot was blocked by the user')
    if (fate === 'later')
      return refuse(429, 'Too Many Requests: retry after 1', { parameters: { retry_after: 1 } })
    if (fate === 'trouble') return refuse(502, 'Bad Gateway')
    say(200, {
      ok: true,
      result: { message_id: Object.keys(accepted).length, date: 0, chat: { id: payload.chat_id } },
    })
  }

  process.on('message', (said: 'report') => {
    if (said === 'report') process.send?.({ accepted, fates: counts, told } satisfies PlatformsReport)
  })
}

const ME = { id: 7, is_bot: true, first_name: '娘家', username: 'niangjia_torture_bot' }
