// A Bot API of its own on loopback, in its own process and in hurried time: it notes what arrives and when, and
// treats letters as the scenario says.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PostScenario } from './post-scenario.ts'
import { type HurriedTime, hurriedClock } from './post-time.ts'
import { seeded } from './run-torture.ts'

export interface EmulatorOrder {
  readonly time: HurriedTime
  readonly scenario: Omit<PostScenario, 'letters'>
  readonly seed: number
  /** Between two questions, on average. */
  readonly questionEveryMs: number
}

export type Fate = 'accepted' | 'hang-up' | 'later' | 'refused' | 'moved' | 'trouble'

export interface Arrived {
  readonly at: number
  readonly chat: string
  readonly text: string
  readonly fate: Fate
  /** For `later`. */
  readonly seconds?: number
}

export interface EmulatorReport {
  readonly arrived: readonly Arrived[]
  readonly asked: Readonly<Record<string, number>>
}

interface Payload {
  readonly chat_id?: number
  readonly text?: string
  readonly offset?: number
  readonly timeout?: number
}

process.once('message', (order: EmulatorOrder) => void serve(order))

async function serve({ time, scenario, seed, questionEveryMs }: EmulatorOrder): Promise<void> {
  const { now, timer } = hurriedClock(time)
  const random = seeded(seed)
  const arrived: Arrived[] = []
  const asked: Record<string, number> = {}
  const met = new Set<string>()
  let updates: { update_id: number }[] = []
  let wake: () => void = () => undefined
  let isAsking = true

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.send?.({ port: (server.address() as AddressInfo).port })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = now()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const payload = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Payload
    const say = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    const refuse = (code: number, description: string, parameters?: object) =>
      say(code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) })
    const method = (request.url ?? '').split('/').at(-1)
    if (method === 'getUpdates') return poll(payload, request, say)
    if (method === 'getMe') return say(200, { ok: true, result: ME })
    if (method !== 'sendMessage') return say(200, { ok: true, result: true })
    const chat = String(payload.chat_id)
    const text = payload.text ?? ''
    const note = (fate: Fate, seconds?: number) =>
      void arrived.push({ at, chat, text, fate, ...(seconds === undefined ? {} : { seconds }) })
    if (scenario.blocked.includes(chat)) {
      note('refused')
      return refuse(403, 'Forbidden: bot was blocked by the user')
    }
    const moved = scenario.migrated[chat]
    if (moved !== undefined) {
      note('moved')
      return refuse(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: Number(moved),
      })
    }
    const fault = met.has(text) ? undefined : scenario.faults[text]
    met.add(text)
    if (fault?.kind === 'later') {
      note('later', fault.seconds)
      return refuse(429, `Too Many Requests: retry after ${fault.seconds}`, { retry_after: fault.seconds })
    }
    if (fault?.kind === 'busy' || fault?.kind === 'failed') {
      note('trouble')
      return refuse(fault.kind === 'busy' ? 503 : 502, 'Bad Gateway')
    }
    note(fault === undefined ? 'accepted' : 'hang-up')
    if (fault !== undefined) return void request.socket.destroy()
    say(200, { ok: true, result: { message_id: arrived.length, date: 0, chat: { id: payload.chat_id } } })
  }

  async function poll(
    { offset = 0, timeout = 0 }: Payload,
    request: IncomingMessage,
    say: (status: number, body: object) => void,
  ): Promise<void> {
    updates = updates.filter(({ update_id }) => update_id >= offset)
    if (updates.length === 0 && timeout > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, timeout * 1_000)
        function done(): void {
          clearTimeout(timer)
          request.socket.off('close', done)
          resolve()
        }
        wake = done
        request.socket.once('close', done)
      })
    }
    say(200, { ok: true, result: updates.slice(0, 100) })
  }

  let questions = 0
  function ask(): void {
    if (!isAsking) return
    const id = Number(scenario.askers[Math.floor(random() * scenario.askers.length)])
    const n = ++questions
    asked[`问 ${n}`] = now()
    const from = { id, is_bot: false, first_name: '会员' }
    const message = { message_id: n, date: Math.floor(now() / 1_000), chat: { id, type: 'private' }, from }
    updates.push({ update_id: n, message: { ...message, text: `问 ${n}` } } as never)
    wake()
    timer.after(random() * 2 * questionEveryMs, ask)
  }

  process.on('message', (said: 'ask' | 'quiet' | 'report') => {
    if (said === 'ask') ask()
    if (said === 'quiet') isAsking = false
    if (said === 'report') process.send?.({ arrived, asked } satisfies EmulatorReport)
  })
}

const ME = { id: 7, is_bot: true, first_name: '娘家', username: 'niangjia_torture_bot' }
