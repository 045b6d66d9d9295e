import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { expect } from 'vitest'
import { openStdio } from '../../src/adapters/platforms/stdio/stdio.platform.ts'
import { openTerminal } from '../../src/adapters/platforms/terminal/terminal.platform.ts'
import type { AccountHealth, Doorstep, OutgoingLetter, Platform } from '../../src/conversation/platform.ts'
import type { Incoming } from '../../src/inbox/arrival.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import { brokenPipe } from './broken-pipe.ts'
import { until } from './desk.ts'
import { NOON } from './stores.ts'

/** What every platform can be asked here, whatever its wire is. */
export interface Wire {
  readonly platform: Platform
  readonly home: Chat
  readonly room: Chat
  /** Everything that the doorstep was handed. */
  readonly arrivals: readonly Incoming[]
  say(chat: Chat, text: string, more?: { id?: string; replyTo?: string; file?: Uint8Array }): Promise<void>
  /** Chooses the second of what was offered last, by the platform's own means. */
  chooseSecond(letter: OutgoingLetter): Promise<void>
  /** What somebody in these chats has seen, as one text. */
  seen(): Promise<string>
  /** The reader goes away in the middle. Undefined: each reader has a line of their own, nothing can break for all. */
  readonly breaks: (() => void) | undefined
  close(): Promise<void>
}

export const FILE = { sha256: 'ab'.repeat(32), name: '公示图.png', kind: 'image' } as const
const BYTES = new TextEncoder().encode('a picture')
export const CHOICES = [
  { id: 'c-1', label: '融资' },
  { id: 'c-2', label: '用工' },
]
let count = 0
export const letterTo = (to: Chat, given: Partial<OutgoingLetter> = {}): OutgoingLetter => ({
  id: `out-${++count}`,
  to,
  text: '请核对',
  origin: 'automatic',
  ...given,
})

export async function stdioWire(): Promise<Wire> {
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-wire-'))
  const input = new PassThrough()
  const pipe = brokenPipe()
  const arrivals: Incoming[] = []
  const stdio = openStdio({
    input: createInterface({ input }),
    output: pipe.output,
    botNames: ['娘家'],
    now: () => NOON,
    manual: undefined,
    settle: async () => undefined,
    closeBursts: () => undefined,
    readFile: async (sha256) => (sha256 === FILE.sha256 ? { bytes: BYTES } : undefined),
    filesDirectory: join(directory, 'out'),
  })
  await stdio.platform.open(doorstepOf(arrivals))
  const running = stdio.run()
  const chat = (kind: Chat['kind'], chatId: string): Chat => ({
    platform: 'stdio',
    account: 'stdio',
    kind,
    chatId,
  })
  let lines = 0
  const write = async (line: object) => {
    lines++
    const before = arrivals.length
    input.write(`${JSON.stringify(line)}\n`)
    input.write(`${JSON.stringify({ kind: 'sync', id: `s-${lines}` })}\n`)
    await until(() => expect(pipe.text()).toContain(`"of":"s-${lines}"`))
    return before
  }
  const on = ({ kind, chatId }: Chat) => ({ kind, id: chatId })
  return {
    platform: stdio.platform,
    home: chat('private', 'bai'),
    room: chat('group', 'pottery-group'),
    arrivals,
    async say(to, text, { id = `m-${++count}`, replyTo, file } = {}) {
      const path = join(directory, 'in.png')
      if (file !== undefined) await writeFile(path, file)
      await write({
        kind: 'message',
        id,
        chat: on(to),
        from: { id: 'bai', name: '白帆' },
        text,
        ...(replyTo === undefined ? {} : { replyTo }),
        ...(file === undefined ? {} : { attachments: [{ kind: 'image', name: 'in.png', path }] }),
      })
    },
    async chooseSecond(letter) {
      await write({
        kind: 'choice',
        id: `m-${++count}`,
        chat: on(letter.to),
        from: { id: 'bai' },
        choice: letter.choices?.[1]?.id,
        prompt: letter.id,
      })
    },
    async seen() {
      const sent = pipe
        .text()
        .split('\n')
        .filter((line) => line.includes('"sent"'))
        .map((line) => JSON.parse(line))
      const files = await Promise.all(
        sent.flatMap(({ files = [] }) => files.map(({ path }: { path: string }) => readFile(path, 'utf8'))),
      )
      return JSON.stringify(sent) + files.join()
    },
    breaks: pipe.breaks,
    async close() {
      input.end()
      await running.catch(() => undefined)
      await stdio.platform.close()
      await rm(directory, { recursive: true })
    },
  }
}

export async function terminalWire(): Promise<Wire> {
  const input = new PassThrough()
  const pipe = brokenPipe()
  const arrivals: Incoming[] = []
  const ids: string[] = []
  const terminal = openTerminal({
    input,
    output: pipe.output,
    botNames: ['娘家'],
    as: 'bai',
    name: '白帆',
    group: { code: 'pottery-group', title: '陶艺商会群' },
    now: () => NOON,
    newMessageId: () => ids.shift() ?? `t-${++count}`,
    colour: false,
  })
  await terminal.open(doorstepOf(arrivals))
  const chat = (kind: Chat['kind'], chatId: string): Chat => ({
    platform: 'terminal',
    account: 'bai',
    kind,
    chatId,
  })
  const type = async (line: string) => {
    const before = arrivals.length
    input.write(`${line}\n`)
    await until(() => expect(arrivals.length).toBe(before + 1))
  }
  return {
    platform: terminal,
    home: chat('private', 'bai'),
    room: chat('group', 'pottery-group'),
    arrivals,
    async say(to, text, { id } = {}) {
      if (id !== undefined) ids.push(id)
      await type(to.kind === 'private' ? `私聊 ${text}` : text)
    },
    chooseSecond: () => type('私聊 2'),
    seen: async () => pipe.text(),
    breaks: pipe.breaks,
    async close() {
      input.end()
      await terminal.finished
      await terminal.close()
    },
  }
}

export function doorstepOf(arrivals: Incoming[], reports: AccountHealth[] = []): Doorstep {
  return {
    report: (health) => void reports.push(health),
    async receive(incoming: Incoming) {
      const seen = arrivals.some(({ idempotencyKey }) => idempotencyKey === incoming.idempotencyKey)
      arrivals.push(incoming)
      return seen ? ('seen' as const) : ('stored' as const)
    },
  }
}
