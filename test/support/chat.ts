import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { openStdio } from '../../src/adapters/platforms/stdio/stdio.platform.ts'
import { type House, openHouse } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import { manualClock } from '../../src/kernel/clock.ts'
import { openLog } from '../../src/log.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { removeFolder } from './remove-folder.ts'
import { SMALL_COUNTY } from './small-county.ts'

/** A line that the house sent, as the line protocol writes it. */
export interface SentLine {
  readonly kind: 'sent'
  readonly id: string
  readonly to: { readonly kind: 'private' | 'group'; readonly id: string }
  readonly text: string
  readonly choices?: readonly { readonly id: string; readonly label: string }[]
  readonly mention?: readonly string[]
  readonly replyTo?: string
  readonly edits?: string
}

export interface ChatOptions {
  readonly roster?: unknown
  /** ISO 8601; a Monday morning by default. */
  readonly now?: string
  readonly environment?: Record<string, string>
  /** What an earlier house left behind with `leave`: its data as they stand. */
  readonly after?: LeftBehind
}

/** A house that was closed, and its data. */
export interface LeftBehind {
  readonly database: TestDatabase
  readonly directory: string
  readonly now: Date
  /** Lines written so far: their ids are not to be used again. */
  readonly count: number
}

/** A scripted visit: the whole house on real PostgreSQL, its clock standing still, spoken to by `stdio`. */
export async function openChat(options: ChatOptions = {}) {
  const { after } = options
  const database = after?.database ?? (await openTestDatabase())
  const directory = after?.directory ?? (await mkdtemp(join(tmpdir(), 'niangjia-chat-')))
  const config = readConfig({
    environment: {
      NIANGJIA_DATA: directory,
      DATABASE_URL: database.url,
      BOT_NAME: '娘家,小娘',
      ...options.environment,
    },
  })
  const clock = manualClock(new Date(options.now ?? after?.now ?? '2026-03-02T09:00:00+08:00'))
  const house: House = await openHouse({ config, clock, log: openLog('silent') })
  const { errors } = await importRoster(options.roster ?? SMALL_COUNTY, {
    store: house.storage.membership,
    transactions: house.storage.transactions,
    at: clock.now(),
    dryRun: false,
  })
  if (errors.length > 0) throw new Error(`The test roster has wrong rows: ${JSON.stringify(errors)}`)
  const input = new PassThrough()
  const output = new PassThrough()
  const sent: SentLine[] = []
  const settled = new Map<string, () => void>()
  const complaints: { of: string | null; message: string }[] = []
  let rest = ''
  output.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.map((text) => JSON.parse(text))) {
      if (line.kind === 'sent') sent.push(line)
      else if (line.kind === 'settled') settled.get(line.of)?.()
      else complaints.push(line)
    }
  })
  const stdio = openStdio({
    input: createInterface({ input }),
    output,
    botNames: config.botNames,
    now: () => clock.now(),
    manual: clock,
    settle: house.desk.settle,
    closeBursts: house.desk.closeBursts,
    readFile: house.files.find,
    filesDirectory: join(directory, 'out'),
  })
  await house.desk.open(stdio.platform)
  const running = stdio.run()
  let count = after?.count ?? 0
  let read = 0

  const write = (line: object) => void input.write(`${JSON.stringify(line)}\n`)
  /** Writes a `sync` or `clock` line and waits for its `settled`. */
  const await_ = (line: { id: string; kind: 'sync' | 'clock'; to?: string }) =>
    new Promise<void>((resolve) => {
      settled.set(line.id, resolve)
      write(line)
    })
  const nextId = (prefix: string) => `${prefix}-${++count}`

  function speaker(chat: { kind: 'private' | 'group'; id: string }, person: string, name?: string) {
    const from = { id: person, ...(name === undefined ? {} : { name }) }
    return {
      /** Sends a line; gives its id. */
      says(text: string, extra: Record<string, unknown> = {}): string {
        const id = nextId('m')
        write({ kind: 'message', id, chat, from, text, ...extra })
        return id
      },
      chooses(choice: string, prompt?: string): void {
        write({
          kind: 'choice',
          id: nextId('c'),
          chat,
          from,
          choice,
          ...(prompt === undefined ? {} : { prompt }),
        })
      },
      withdraws(message: string): void {
        write({ kind: 'withdrawn', id: nextId('w'), chat, from, message })
      },
      edits(message: string, text: string): void {
        write({ kind: 'edited', id: nextId('e'), chat, from, message, text })
      },
    }
  }

  return {
    house,
    complaints,
    in: (group: string) => ({
      as: (person: string, name?: string) => speaker({ kind: 'group', id: group }, person, name),
    }),
    /** In the private chat with the bot. */
    as: (person: string, name?: string) => speaker({ kind: 'private', id: person }, person, name),
    write,
    /** Closes bursts and lets everything due happen. */
    settle: () => await_({ kind: 'sync', id: nextId('s') }),
    advanceTo: (to: string) => await_({ kind: 'clock', id: nextId('k'), to }),
    advance: (milliseconds: number) =>
      await_({
        kind: 'clock',
        id: nextId('k'),
        to: new Date(clock.now().getTime() + milliseconds).toISOString(),
      }),
    /** Everything sent so far. */
    all: () => sent as readonly SentLine[],
    /** What was sent since this was last asked. */
    news(): readonly SentLine[] {
      const fresh = sent.slice(read)
      read = sent.length
      return fresh
    },
    to: (id: string) => sent.filter((line) => line.to.id === id),
    last: (id: string) => sent.findLast((line) => line.to.id === id),
    /** The process ends and its data stay: `openChat({ after })` opens the house again. */
    async leave(): Promise<LeftBehind> {
      input.end()
      await running
      await house.close()
      return { database, directory, now: clock.now(), count }
    },
    async close(): Promise<void> {
      input.end()
      await running
      await house.close()
      await database.drop()
      await removeFolder(directory)
    },
  }
}

export type Chat = Awaited<ReturnType<typeof openChat>>
