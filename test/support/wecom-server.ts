import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** A frame that our side sent. */
export interface Frame {
  readonly cmd: string
  readonly headers: { readonly req_id: string }
  // biome-ignore lint/suspicious/noExplicitAny: what the other side sends is looked at field by field
  readonly body?: any
}

/** Something that a person would now see in a chat. */
export interface Seen {
  readonly chatid: string
  readonly kind: 'private' | 'group'
  readonly msgtype: string
  readonly content: string
  readonly file?: { readonly name: string; readonly bytes: Uint8Array }
}

/** What becomes of the next request of a kind. A number: refused with it. */
export type Fate = number | 'silence' | 'taken-then-cut'

const GROUP = 'group'
let count = 0

/** WeCom as far as its documentation describes the long connection of an intelligent bot, on the loopback. */
export async function openWecomServer({ botId = 'aib-canary-bot', secret = 'secret-canary-9f27c1' } = {}) {
  const files = new Map<string, { readonly bytes: Uint8Array; status: number; disposition: string }>()
  const http = createServer((request, response) => serve(request.url ?? '', response))
  const sockets = new WebSocketServer({ noServer: true })
  let isAway = false
  http.on('upgrade', (request, socket, head) => {
    if (isAway) socket.destroy()
    else sockets.handleUpgrade(request, socket, head, (opened) => welcome(opened))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo

  const received: Frame[] = []
  const seen: Seen[] = []
  const fates = new Map<string, Fate[]>()
  /** People who wrote in private and groups in which the bot was called: only those can be written to. */
  const known = new Set<string>()
  const uploads = new Map<string, { name: string; md5: string; chunks: Map<number, Buffer> }>()
  const shelf = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>()
  const greetings = new Map<string, string>()
  let current: WebSocket | undefined
  let subscriptions = 0
  let connections = 0
  let lastPush = ''
  let downloadsToFail = 0
  let refusesBot = false

  function serve(path: string, response: ServerResponse): void {
    const file = files.get(path)
    const status = downloadsToFail > 0 ? 500 : (file?.status ?? 404)
    if (downloadsToFail > 0) downloadsToFail--
    if (file?.disposition) response.setHeader('content-disposition', file.disposition)
    response.writeHead(status).end(status === 200 ? file?.bytes : undefined)
  }

  function welcome(socket: WebSocket): void {
    connections++
    socket.on('error', () => undefined)
    socket.on('message', (data) => take(socket, JSON.parse(String(data))))
  }

  function take(socket: WebSocket, frame: Frame): void {
    received.push(frame)
    const fate = fates.get(frame.cmd)?.shift()
    const answer = (errcode: number, body?: object) =>
      socket.send(
        JSON.stringify({ headers: frame.headers, errcode, errmsg: errcode === 0 ? 'ok' : 'no', body }),
      )
    if (fate === 'silence') return
    if (typeof fate === 'number') {
      answer(fate)
      return
    }
    const result = carryOut(socket, frame)
    if (fate === 'taken-then-cut') {
      socket.terminate()
      return
    }
    answer(result.errcode, result.body)
    result.after?.()
  }

  type Result = { readonly errcode: number; readonly body?: object; readonly after?: () => void }
  function carryOut(socket: WebSocket, { cmd, headers, body }: Frame): Result {
    if (cmd === 'aibot_subscribe') {
      if (refusesBot || body.bot_id !== botId || body.secret !== secret) return { errcode: 853000 }
      return { errcode: 0, after: () => subscribe(socket) }
    }
    if (socket !== current) return { errcode: 846609 }
    switch (cmd) {
      case 'ping':
        return { errcode: 0 }
      case 'aibot_send_msg':
        return send(body)
      case 'aibot_respond_welcome_msg': {
        const chatid = greetings.get(headers.req_id)
        if (chatid === undefined || body.msgtype !== 'text') return { errcode: 40058 }
        greetings.delete(headers.req_id)
        seen.push({ chatid, kind: 'private', msgtype: 'text', content: body.text.content })
        return { errcode: 0 }
      }
      case 'aibot_upload_media_init':
        return upload(body)
      case 'aibot_upload_media_chunk':
        uploads.get(body.upload_id)?.chunks.set(body.chunk_index, Buffer.from(body.base64_data, 'base64'))
        return { errcode: 0 }
      case 'aibot_upload_media_finish':
        return finish(body.upload_id)
      default:
        return { errcode: 40058 }
    }
  }

  function subscribe(socket: WebSocket): void {
    const former = current
    current = socket
    subscriptions++
    if (former === undefined || former === socket) return
    former.send(
      JSON.stringify({
        cmd: 'aibot_event_callback',
        headers: { req_id: `r-${++count}` },
        body: { msgid: `e-${count}`, msgtype: 'event', event: { eventtype: 'disconnected_event' } },
      }),
    )
    former.close()
  }

  function send({ chatid, chat_type, msgtype, ...rest }: Frame['body']): Result {
    const kind = chat_type === 2 ? GROUP : 'private'
    if (!known.has(`${kind}:${chatid}`)) return { errcode: 93006 }
    if (msgtype === 'markdown') {
      const { content } = rest.markdown
      if (content === '') return { errcode: 44004 }
      if (Buffer.byteLength(content) > 20_480) return { errcode: 45002 }
      seen.push({ chatid, kind, msgtype, content })
      return { errcode: 0 }
    }
    if (!['image', 'file', 'voice', 'video'].includes(msgtype)) return { errcode: 40008 }
    const file = shelf.get(rest[msgtype].media_id)
    if (file === undefined) return { errcode: 40007 }
    seen.push({ chatid, kind, msgtype, content: '', file })
    return { errcode: 0 }
  }

  function upload({ filename, md5, total_size, total_chunks }: Frame['body']): Result {
    if (Buffer.byteLength(filename) > 256 || total_size < 5 || total_chunks > 100) return { errcode: 40058 }
    const id = `u-${++count}`
    uploads.set(id, { name: filename, md5, chunks: new Map() })
    return { errcode: 0, body: { upload_id: id } }
  }

  function finish(id: string): Result {
    const found = uploads.get(id)
    if (found === undefined) return { errcode: 40058 }
    const bytes = Buffer.concat([...found.chunks].sort(([a], [b]) => a - b).map(([, chunk]) => chunk))
    if (createHash('md5').update(bytes).digest('hex') !== found.md5) return { errcode: 40058 }
    shelf.set(`media-${id}`, { name: found.name, bytes })
    return { errcode: 0, body: { type: 'file', media_id: `media-${id}`, created_at: '1' } }
  }

  function push(raw: string): void {
    lastPush = raw
    current?.send(raw)
  }

  return {
    url: `ws://127.0.0.1:${port}`,
    botId,
    secret,
    received,
    seen,
    greetings,
    get subscriptions() {
      return subscriptions
    },
    get connections() {
      return connections
    },
    get isConnected() {
      return current?.readyState === 1
    },
    /** What befalls the next request of this command. */
    next(cmd: string, fate: Fate): void {
      fates.set(cmd, [...(fates.get(cmd) ?? []), fate])
    },
    /** Somebody speaks; whoever speaks can be written to from then on. */
    message(body: {
      readonly from: string
      readonly group?: string
      readonly [more: string]: unknown
    }): string {
      const { from, group, ...more } = body
      known.add(group === undefined ? `private:${from}` : `${GROUP}:${group}`)
      const msgid = `m-${++count}`
      const chat = group === undefined ? { chattype: 'single' } : { chattype: GROUP, chatid: group }
      push(
        JSON.stringify({
          cmd: 'aibot_msg_callback',
          headers: { req_id: `r-${count}` },
          body: { msgid, aibotid: botId, from: { userid: from }, ...chat, ...more },
        }),
      )
      return msgid
    },
    event(from: string, eventtype: string): void {
      const req_id = `r-${++count}`
      if (eventtype === 'enter_chat') greetings.set(req_id, from)
      push(
        JSON.stringify({
          cmd: 'aibot_event_callback',
          headers: { req_id },
          body: {
            msgid: `e-${count}`,
            create_time: 1,
            aibotid: botId,
            chattype: 'single',
            from: { userid: from },
            msgtype: 'event',
            event: { eventtype },
          },
        }),
      )
    },
    /** Anything at all, as one frame. */
    raw: push,
    again: () => push(lastPush),
    /** Bytes on the wire below the WebSocket. */
    bytes(bytes: Uint8Array): void {
      ;(current as unknown as { _socket: { write(bytes: Uint8Array): void } })._socket.write(bytes)
    },
    /** Puts a file where people's enclosures lie, enciphered as the documentation says. */
    enclose(
      bytes: Uint8Array,
      { status = 200, disposition = '', key = randomBytes(32) } = {},
    ): { readonly url: string; readonly aeskey: string } {
      const path = `/file-${++count}`
      const rest = 32 - (bytes.length % 32)
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
      const padded = Buffer.concat([bytes, Buffer.alloc(rest, rest)])
      files.set(path, { bytes: Buffer.concat([cipher.update(padded), cipher.final()]), status, disposition })
      return { url: `http://127.0.0.1:${port}${path}`, aeskey: key.toString('base64') }
    },
    knows: (chat: string) => void known.add(chat),
    forgets: (chat: string) => void known.delete(chat),
    forgetMedia: () => shelf.clear(),
    failDownload: () => void downloadsToFail++,
    cut: () => current?.terminate(),
    /** The secret is another one from now on. */
    refuseBot(): void {
      refusesBot = true
      current?.terminate()
    },
    goAway(): void {
      isAway = true
      for (const socket of sockets.clients) socket.terminate()
    },
    comeBack(): void {
      isAway = false
    },
    async close(): Promise<void> {
      isAway = true
      for (const socket of sockets.clients) socket.terminate()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

export type WecomServer = Awaited<ReturnType<typeof openWecomServer>>
