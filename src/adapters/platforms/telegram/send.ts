import { InputFile } from 'grammy'
import { z } from 'zod'
import type { OutgoingLetter, SendResult } from '../../../conversation/platform.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import type { Asked, Client } from './client.ts'
import { type Encoded, encode } from './encode.ts'
import { cannotBeEdited, isUnchanged, resultOf, resultOfEdit } from './outcome.ts'
import { telegramTexts as texts } from './telegram.texts.ts'
import type { TelegramParts } from './telegram-parts.ts'

const Sent = z.object({ message_id: z.int() })

export interface SendParts {
  readonly client: Client
  readonly readFile: TelegramParts['readFile']
  readonly nameOf: (id: string) => string | undefined
  readonly callSeconds: number
  readonly fileSeconds: number
}

/** One letter as one message. Never throws. */
export function sender({ client, readFile, nameOf, callSeconds, fileSeconds }: SendParts) {
  return async (letter: OutgoingLetter): Promise<SendResult> => {
    const encoding = encode(letter, nameOf)
    if ('permanent' in encoding) return { kind: 'permanent', why: encoding.permanent }
    const { encoded } = encoding
    if (!Number.isSafeInteger(encoded.envelope.chat_id) || letter.to.chatId.trim() === '')
      return letter.to.kind === 'private' ? { kind: 'not-open' } : { kind: 'gone', why: texts.groupGone() }
    if (encoded.files.length > 0) return sendFiles(letter, encoded)
    if (encoded.edits === undefined) return sendText(letter, encoded)
    return edit(letter, encoded, encoded.edits)
  }

  async function sendText(
    letter: OutgoingLetter,
    { envelope, text, entities }: Encoded,
  ): Promise<SendResult> {
    const asked = await client.ask(
      'sendMessage',
      { ...envelope, text, entities, link_preview_options: { is_disabled: true } },
      { seconds: callSeconds },
    )
    return asked.ok ? sent(asked.result) : resultOf(asked.failure, letter.to)
  }

  async function edit(letter: OutgoingLetter, encoded: Encoded, message: number): Promise<SendResult> {
    const { envelope, text, entities } = encoded
    const asked = await client.ask(
      'editMessageText',
      {
        chat_id: envelope.chat_id,
        message_id: message,
        text,
        entities,
        link_preview_options: { is_disabled: true },
        ...(envelope.reply_markup === undefined ? {} : { reply_markup: envelope.reply_markup }),
      },
      { seconds: callSeconds },
    )
    if (asked.ok || isUnchanged(asked.failure)) return { kind: 'ok', messageIds: [String(message)] }
    // What stands there cannot be replaced any more: it is said anew.
    if (cannotBeEdited(asked.failure)) return sendText(letter, encoded)
    return resultOfEdit(asked.failure, letter.to)
  }

  async function sendFiles(letter: OutgoingLetter, encoded: Encoded): Promise<SendResult> {
    const messageIds: string[] = []
    for (const [n, file] of encoded.files.entries()) {
      const result = await sendFile(letter, encoded, file, n === 0)
      // `fit` puts one file into a letter; with several, what went out cannot be sent again with the rest.
      if (result.kind !== 'ok') return n === 0 ? result : { kind: 'uncertain', why: texts.partly() }
      messageIds.push(...result.messageIds)
    }
    return { kind: 'ok', messageIds }
  }

  async function sendFile(
    letter: OutgoingLetter,
    { envelope, caption }: Encoded,
    file: FileRef,
    isFirst: boolean,
  ): Promise<SendResult> {
    let found: Awaited<ReturnType<typeof readFile>>
    try {
      found = await readFile(file.sha256)
    } catch {
      return { kind: 'transient', why: texts.fileNotRead() }
    }
    if (found === undefined) return { kind: 'permanent', why: texts.fileMissing() }
    const { bytes, mediaType } = found
    const base = isFirst && caption !== '' ? { ...envelope, caption } : envelope
    const limits = { seconds: fileSeconds }
    // A file is written out by grammY once only, so each try has its own.
    const input = () => new InputFile(bytes, quoted(file.name))
    let asked: Asked<unknown>
    if (isPhoto(file, mediaType, bytes))
      asked = await client.ask('sendPhoto', { ...base, photo: input() }, limits)
    else if (mediaType === 'audio/ogg')
      asked = await client.ask('sendVoice', { ...base, voice: input() }, limits)
    else if (mediaType === 'video/mp4')
      asked = await client.ask('sendVideo', { ...base, video: input() }, limits)
    else asked = await client.ask('sendDocument', { ...base, document: input() }, limits)
    // Telegram makes pictures smaller and refuses those of odd shapes; as documents they go as they are.
    if (!asked.ok && isNoSuchMedia(asked))
      asked = await client.ask('sendDocument', { ...base, document: input() }, limits)
    return asked.ok ? sent(asked.result) : resultOf(asked.failure, letter.to)
  }
}

const LARGEST_PHOTO_BYTES = 10_000_000
const PHOTOS: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

function isPhoto(file: FileRef, mediaType: string, bytes: Uint8Array): boolean {
  return file.kind === 'image' && PHOTOS.includes(mediaType) && bytes.length <= LARGEST_PHOTO_BYTES
}

function isNoSuchMedia(asked: Asked<unknown>): boolean {
  return (
    !asked.ok &&
    asked.failure.kind === 'refused' &&
    asked.failure.code === 400 &&
    /PHOTO_|IMAGE_PROCESS|VOICE_MESSAGES_FORBIDDEN|VIDEO_|wrong (?:type|file)/iu.test(
      asked.failure.description,
    )
  )
}

/** Went out, with a number or, where the answer has none, without. */
function sent(result: unknown): SendResult {
  const { data } = Sent.safeParse(result)
  return { kind: 'ok', messageIds: data === undefined ? [] : [String(data.message_id)] }
}

/** grammY writes the name into a header as it is; quoted, every parser reads it, whatever letters it has. */
function quoted(name: string): string {
  const safe = name
    .toWellFormed()
    .replace(/[\p{Cc}"\\/]/gu, '_')
    .trim()
  return `"${safe === '' ? 'file' : safe}"`
}
