import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TelegramServer } from '@bonkers-agency/grammy-test'
import { readCall, type Upload } from './telegram-call.ts'

/** What befalls a call: an answer of its own, a connection that dies before or after it was taken, or a long wait. */
export type Fault =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'hang-up-before' | 'hang-up-after' }
  | { readonly kind: 'slow'; readonly ms: number }

/** The Bot API's own way to refuse. */
export const refusal = (
  code: number,
  description: string,
  parameters?: Readonly<Record<string, number>>,
): Fault => ({
  kind: 'answer',
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters === undefined ? {} : { parameters }) },
})

export interface Call {
  readonly method: string
  // biome-ignore lint/suspicious/noExplicitAny: what the Bot API was asked, as it came
  readonly payload: Record<string, any>
  readonly uploads: readonly Upload[]
  /** Milliseconds of a clock that only goes forward. */
  readonly at: number
  /** Whether the server took it, whatever it then said. */
  accepted: boolean
}

type AnyUpdate = { update_id?: unknown }

const TOKEN = '7312345678:AAcanary_oO0lI1-never_in_a_log_or_row'

export type TelegramStandIn = Awaited<ReturnType<typeof openTelegramServer>>

/**
 * A Bot API server on loopback: HTTP, files, faults and webhooks of our own before a simulator that others wrote,
 * which keeps the chats and checks what is sent.
 */
export async function openTelegramServer(options: { readonly groupPrivacy?: boolean } = {}) {
  const me = {
    id: 7_312_345_678,
    is_bot: true as const,
    first_name: '娘家',
    username: 'niangjia_test_bot',
    can_read_all_group_messages: options.groupPrivacy !== true,
  }
  // biome-ignore lint/suspicious/noExplicitAny: the simulator asks for a dozen switches that nothing here reads
  const sim = new TelegramServer(me as any)
  const calls: Call[] = []
  const faults: { readonly on: RegExp; readonly fault: Fault }[] = []
  const uploads = new Map<string, readonly Upload[]>()
  const hook: { url?: string; secret?: string } = {}
  let queue: { update: unknown; text?: string }[] = []
  let wake = () => {}
  let token: string = TOKEN
  let polls = 0
  let lastPoll: Call['payload'] | undefined

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 60_000
  await listen(0)
  const { port } = server.address() as AddressInfo

  async function listen(at: number): Promise<void> {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const say = (status: number, body: unknown) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      response.writeHead(status, { 'content-type': 'application/json' }).end(text)
    }
    const notFound = () => say(404, { ok: false, error_code: 404, description: 'Not Found' })
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://telegram').pathname)
    if (path.startsWith(`/file/bot${token}/`)) return serveFile(path, request, response)
    const method = new RegExp(`^/bot${token}/(\\w+)$`, 'u').exec(path)?.[1]
    const { payload, files } = await readCall(request)
    if (method === undefined) {
      return path.startsWith('/bot')
        ? say(401, { ok: false, error_code: 401, description: 'Unauthorized' })
        : notFound()
    }
    if (method === 'getUpdates') return serveUpdates(payload, request, say)
    const call: Call = { method, payload, uploads: files, at: performance.now(), accepted: false }
    calls.push(call)
    const fault = takeFault(method)
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms))
    if (fault?.kind === 'hang-up-before') return void request.socket.destroy()
    if (fault?.kind === 'answer') return say(fault.status, fault.body)
    try {
      const result = await perform(call)
      call.accepted = true
      if (fault?.kind === 'hang-up-after') return void request.socket.destroy()
      say(200, { ok: true, result })
    } catch (error) {
      const {
        code = 500,
        description = 'Internal Server Error',
        parameters,
      } = error as Partial<Record<'code' | 'description' | 'parameters', never>>
      say(code, { ok: false, error_code: code, description, parameters })
    }
  }

  function takeFault(method: string): Fault | undefined {
    const at = faults.findIndex(({ on }) => on.test(method))
    return at < 0 ? undefined : faults.splice(at, 1)[0]?.fault
  }

  async function perform({ method, payload, uploads: files }: Call): Promise<unknown> {
    if (method === 'getMe') return me
    if (method === 'setWebhook') {
      Object.assign(hook, { url: payload.url, secret: payload.secret_token })
      if (payload.drop_pending_updates === true) queue = []
      return true
    }
    if (method === 'deleteWebhook') {
      delete hook.url
      if (payload.drop_pending_updates === true) queue = []
      return true
    }
    if (method === 'getWebhookInfo') return { url: hook.url ?? '', pending_update_count: queue.length }
    if (method.startsWith('edit')) return edit(method, payload)
    const answers = payload.reply_parameters?.message_id
    const sent = await sim.handleApiCall(method, { ...payload, reply_to_message_id: answers })
    if (method.startsWith('send')) {
      const message = sent as { message_id: number }
      const thread = payload.message_thread_id
      Object.assign(message, {
        ...(payload.reply_markup === undefined ? {} : { reply_markup: payload.reply_markup }),
        ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
      })
      uploads.set(`${payload.chat_id}:${message.message_id}`, files)
    }
    return sent
  }

  /** The simulator leaves buttons and dates as they were, and knows nothing of edits that change nothing. */
  async function edit(method: string, payload: Call['payload']): Promise<unknown> {
    const message = sim.getMessage(payload.chat_id, payload.message_id) as Record<string, unknown> | undefined
    if (message === undefined) throw apiError(400, 'Bad Request: message to edit not found')
    const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
    const isText = method === 'editMessageText'
    if (isText && message.text === undefined)
      throw apiError(400, 'Bad Request: there is no text in the message to edit')
    if ((!isText || message.text === payload.text) && same(message.reply_markup, payload.reply_markup))
      throw apiError(400, 'Bad Request: message is not modified')
    await sim.handleApiCall(method, payload)
    message.edit_date = Math.floor(Date.now() / 1_000) + calls.length
    if (payload.reply_markup === undefined) delete message.reply_markup
    return message
  }

  async function serveUpdates(
    asked: Call['payload'],
    request: IncomingMessage,
    say: (status: number, body: unknown) => void,
  ): Promise<void> {
    const { offset, timeout = 0, limit = 100 } = asked
    polls++
    lastPoll = asked
    const fault = takeFault('getUpdates')
    if (fault?.kind === 'answer') return say(fault.status, fault.body)
    if (fault !== undefined) return void request.socket.destroy()
    if (hook.url !== undefined)
      return say(409, {
        ok: false,
        error_code: 409,
        description:
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      })
    if (offset !== undefined)
      queue = queue.filter(({ update }) => {
        const id = (update as AnyUpdate | null)?.update_id
        return typeof id !== 'number' || id >= offset
      })
    if (queue.length === 0 && timeout > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeout * 1_000)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        request.socket.once('close', wake)
      })
    }
    const batch = queue.slice(0, limit)
    // What is no update has no number by which it could be taken off.
    queue = queue.filter(({ update }) => typeof (update as AnyUpdate | null)?.update_id === 'number')
    say(
      200,
      `{"ok":true,"result":[${batch.map(({ update, text }) => text ?? JSON.stringify(update)).join()}]}`,
    )
  }

  function serveFile(path: string, request: IncomingMessage, response: ServerResponse): void {
    const name = path.split('/').slice(3).join('/')
    const found = sim.fileState.getAllFiles().find(({ filePath }) => filePath === name)
    const fault = takeFault('download')
    if (fault?.kind === 'answer') {
      response.writeHead(fault.status).end(JSON.stringify(fault.body))
      return
    }
    if (fault !== undefined) {
      request.socket.destroy()
      return
    }
    if (found?.content === undefined) response.writeHead(404).end()
    else response.end(found.content)
  }

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    token: TOKEN,
    me,
    sim,
    calls,
    hook,
    /** What was sent as a file with a message of ours. */
    uploadsOf: (chat: number, message: number) => uploads.get(`${chat}:${message}`) ?? [],
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    /** The next call that fits meets this; by default the next letter. */
    arm(fault: Fault, on: RegExp = /^(?:send|editMessageText)/u): void {
      faults.push({ on, fault })
    },
    polls: () => polls,
    lastPoll: () => lastPoll,
    /** The question that is held is answered with nothing. */
    wake: () => wake(),
    waiting: () => queue.length,
    /** Hands an update in: kept for the next question, or posted where a webhook is set. */
    async push(update: unknown, text?: string): Promise<number | undefined> {
      if (hook.url === undefined) {
        queue.push(text === undefined ? { update } : { update, text })
        wake()
        return undefined
      }
      const posted = await fetch(hook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(hook.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': hook.secret }),
        },
        body: text ?? JSON.stringify(update),
      })
      await posted.body?.cancel()
      return posted.status
    },
    /** BotFather gave another token; ours is known no more. */
    revoke(): void {
      token = 'revoked'
    },
    restore(): void {
      token = TOKEN
    },
    async unplug(): Promise<void> {
      const closed = once(server, 'close')
      server.close()
      wake()
      server.closeAllConnections()
      await closed
    },
    plug: () => listen(port),
    async close(): Promise<void> {
      server.close()
      wake()
      server.closeAllConnections()
    },
  }
}

const apiError = (code: number, description: string) =>
  Object.assign(new Error(description), { code, description })
