import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Doorstep, OutgoingLetter, Platform, SendResult } from '../../../conversation/platform.ts'
import type { Chat } from '../../../kernel/chat.ts'
import { addressingByName } from '../addressing.ts'
import { drawLetter } from './draw-letter.ts'
import { TERMINAL } from './terminal.capabilities.ts'
import { terminalTexts } from './terminal.texts.ts'

export interface TerminalParts {
  readonly input: Readable
  readonly output: Writable
  readonly botNames: readonly string[]
  /** The roster's code of who is speaking. */
  readonly as: string
  readonly name: string
  /** The roster's code of the group, and its title; undefined: in private. */
  readonly group: { readonly code: string; readonly title: string } | undefined
  readonly now: () => Date
  newMessageId(): string
  readonly colour: boolean
}

/** A conversation in this terminal: what is typed goes to the group or the private chat, answers are printed. */
export function openTerminal(parts: TerminalParts): Platform & { readonly finished: Promise<void> } {
  const hear = addressingByName(parts.botNames)
  const home: Chat = { platform: 'terminal', account: parts.as, kind: 'private', chatId: parts.as }
  const room: Chat | undefined =
    parts.group === undefined
      ? undefined
      : { ...home, kind: 'group', chatId: parts.group.code, title: parts.group.title }
  let lines: Interface | undefined
  let isOpen = false
  const print = (text: string) => void write(text).catch(() => undefined)
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      parts.output.write(`${text}\n`, (error) => (error ? reject(error) : resolve()))
    })
  let finish: () => void = () => undefined
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })

  async function take(doorstep: Doorstep, typed: string): Promise<void> {
    // In a group everything is for the group; `私聊 …` speaks to the bot alone.
    const aside = room === undefined ? null : /^(?:私聊|>)\s*(.*)$/su.exec(typed)
    const text = aside?.[1] ?? typed
    const chat = aside === null && room !== undefined ? room : home
    const heard = hear(text, { isPrivate: chat.kind === 'private', isReplyToUs: false })
    const id = parts.newMessageId()
    await doorstep.receive({
      idempotencyKey: id,
      messageId: id,
      chat,
      from: { id: parts.as, name: parts.name, stability: 'permanent' },
      at: parts.now(),
      content: { kind: 'message', ...heard },
    })
    if (heard.addressed === 'none') print(terminalTexts.notAddressed(parts.botNames[0] ?? ''))
  }

  return {
    name: 'terminal',
    account: parts.as,
    finished,
    can: TERMINAL,
    async open(doorstep) {
      isOpen = true
      // Whoever pipes into `head` closes the terminal before we are done; that ends the talk, not the process.
      parts.output.on('error', finish)
      print(terminalTexts.welcome(parts.name, parts.group?.title, parts.botNames[0] ?? ''))
      let chain = Promise.resolve()
      // Not before somebody listens: what was piped in is read from the moment the interface is there.
      lines = createInterface({ input: parts.input, crlfDelay: Number.POSITIVE_INFINITY })
      lines.on('line', (typed) => {
        if (typed.trim() === '') return
        chain = chain.then(() => take(doorstep, typed)).catch(() => print(terminalTexts.notStored()))
      })
      lines.once('close', () => void chain.then(finish))
    },
    async send(letter: OutgoingLetter): Promise<SendResult> {
      const where =
        letter.to.kind === 'group' ? (parts.group?.title ?? letter.to.chatId) : terminalTexts.inPrivate()
      if (!isOpen || !parts.output.writable) return { kind: 'account-offline' }
      try {
        await write(drawLetter(letter, where, parts.colour))
        return { kind: 'ok', messageIds: [letter.id] }
      } catch {
        return { kind: 'uncertain', why: '终端断开，可能已经显示' }
      }
    },
    async close() {
      isOpen = false
      lines?.close()
    },
  }
}
