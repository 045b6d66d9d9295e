import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Writable } from 'node:stream'
import type { Doorstep, OutgoingLetter, Platform, SendResult } from '../../../conversation/platform.ts'
import type { ManualClock } from '../../../kernel/clock.ts'
import { addressingByName } from '../addressing.ts'
import { ACCOUNT, decode } from './decode.ts'
import { encode, type SentFile } from './encode.ts'
import { type Line, parseLine } from './protocol.ts'
import { STDIO } from './stdio.capabilities.ts'

export interface StdioParts {
  readonly input: AsyncIterable<string>
  readonly output: Writable
  readonly botNames: readonly string[]
  readonly now: () => Date
  /** With `--clock manual`: the clock that `at` and `clock` move. */
  readonly manual: ManualClock | undefined
  /** Does everything that is due now and sends it. */
  settle(): Promise<void>
  closeBursts(): void
  readFile(sha256: string): Promise<{ readonly bytes: Uint8Array } | undefined>
  /** Where files that go out are written for the reader to pick up. */
  readonly filesDirectory: string
}

/** Lines read ahead of the store; more would only grow memory. */
const MOST_IN_FLIGHT = 256

/** A platform like any other, for tests, scripts and other programs: CONTRACTS of the line protocol. */
export function openStdio(parts: StdioParts) {
  const hear = addressingByName(parts.botNames)
  const inFlight = new Set<Promise<unknown>>()
  let doorstep: Doorstep | undefined
  let failures = 0
  // A reader that goes away is told by `write`; without this it would end the process.
  parts.output.on('error', () => undefined)

  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      parts.output.write(`${text}\n`, (error) => (error ? reject(error) : resolve()))
    })

  async function complain(message: string, of: string | undefined, line: number): Promise<void> {
    failures++
    await write(JSON.stringify({ kind: 'error', of: of ?? null, line, message: `Line ${line}: ${message}` }))
  }

  async function stored(): Promise<void> {
    await Promise.all(inFlight)
  }

  /** Moves the standing clock; what falls due on the way happens at its own time, in order. */
  async function moveTo(when: Date): Promise<void> {
    const clock = parts.manual
    if (clock === undefined || when <= clock.now()) return
    await stored()
    await parts.settle()
    for (let next = clock.nextAlarmAt(); next !== undefined && next <= when; next = clock.nextAlarmAt()) {
      clock.advanceTo(next)
      await parts.settle()
    }
    clock.advanceTo(when)
  }

  async function take(line: Line, number: number): Promise<void> {
    if (line.kind === 'sync' || line.kind === 'clock') {
      await stored()
      if (line.kind === 'clock') await moveTo(line.to)
      else parts.closeBursts()
      await parts.settle()
      await write(JSON.stringify({ kind: 'settled', of: line.id }))
      return
    }
    if (line.at !== undefined) await moveTo(line.at)
    const receiving =
      doorstep?.receive(decode(line, parts.now(), hear)) ?? Promise.reject(new Error('nobody is there'))
    const guarded = receiving
      .catch(() => complain('this could not be stored; send it again.', line.id, number))
      .finally(() => inFlight.delete(guarded))
    inFlight.add(guarded)
    // A line with enclosures takes longer to store; what follows must not overtake it.
    if (inFlight.size >= MOST_IN_FLIGHT || (line.kind === 'message' && line.attachments?.length))
      await stored()
  }

  async function read(): Promise<void> {
    let number = 0
    for await (const text of parts.input) {
      number++
      if (text.trim() === '') continue
      const parsed = parseLine(text)
      if ('line' in parsed) await take(parsed.line, number)
      else await complain(parsed.error, parsed.of, number)
    }
    await stored()
    parts.closeBursts()
    await parts.settle()
  }

  async function writeFiles(letter: OutgoingLetter): Promise<readonly SentFile[]> {
    const files: SentFile[] = []
    for (const file of letter.files ?? []) {
      const found = await parts.readFile(file.sha256)
      if (found === undefined) continue
      await mkdir(parts.filesDirectory, { recursive: true })
      const path = join(parts.filesDirectory, `${file.sha256.slice(0, 16)}-${basename(file.name)}`)
      await writeFile(path, found.bytes)
      files.push({ kind: file.kind, name: file.name, path })
    }
    return files
  }

  const platform: Platform = {
    name: 'stdio',
    account: ACCOUNT,
    can: STDIO,
    async open(opened) {
      doorstep = opened
    },
    async send(letter): Promise<SendResult> {
      let line: string
      try {
        line = encode(letter, await writeFiles(letter))
      } catch {
        return { kind: 'transient', why: '附件暂时取不出来' }
      }
      // Nobody is there any more; the next process that opens this platform sends it.
      if (doorstep === undefined || !parts.output.writable) return { kind: 'account-offline' }
      try {
        await write(line)
        return { kind: 'ok', messageIds: [letter.id] }
      } catch {
        // The reader may have had the line before the pipe broke.
        return { kind: 'uncertain', why: '输出断开，对方可能已经收到' }
      }
    },
    async close() {
      doorstep = undefined
      await stored()
    },
  }

  return {
    platform,
    /** Reads to the end of input; resolves with how many lines could not be taken. */
    async run(): Promise<number> {
      await read()
      return failures
    },
  }
}
