import type { WeComMediaType, WSClient } from '@wecom/aibot-node-sdk'
import type { SendResult } from '../../../conversation/platform.ts'
import { sniff } from '../../../files/sniff.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { errcodeOf, resultOf } from './refusal.ts'
import { wecomTexts } from './wecom.texts.ts'

export interface MediaParts {
  readonly clock: Clock
  readFile(sha256: string): Promise<{ readonly bytes: Uint8Array } | undefined>
}

export interface Media {
  readonly type: WeComMediaType
  readonly id: string
}

/** WeCom keeps what was uploaded for three days. */
const GOOD_FOR_MS = 60 * 60 * 60_000
const MOST_KEPT = 500
const SMALLEST_BYTES = 5
const MEBIBYTE = 1024 * 1024

/** Kinds that are shown as what they are, and up to which size; everything else goes as a file. */
const SHOWN: Readonly<Record<string, { readonly type: WeComMediaType; readonly mostBytes: number }>> = {
  'image/png': { type: 'image', mostBytes: 2 * MEBIBYTE },
  'image/jpeg': { type: 'image', mostBytes: 2 * MEBIBYTE },
  'image/gif': { type: 'image', mostBytes: 2 * MEBIBYTE },
  'audio/amr': { type: 'voice', mostBytes: 2 * MEBIBYTE },
  'video/mp4': { type: 'video', mostBytes: 10 * MEBIBYTE },
}
const LARGEST_FILE_BYTES = 20 * MEBIBYTE
const LONGEST_NAME_BYTES = 256

/** WeCom's shelf of files. A notice with a paper to a hundred groups uploads it once: uploads are limited too. */
export function openMedia({ clock, readFile }: MediaParts) {
  const shelf = new Map<string, { readonly media: Promise<Media>; readonly until: number }>()

  function upload(client: WSClient, file: FileRef, bytes: Uint8Array): Promise<Media> {
    const type = typeOf(bytes)
    const media = client
      .uploadMedia(Buffer.from(bytes), { type, filename: fittingName(file.name) })
      .then(({ media_id }) => ({ type, id: media_id }))
    media.catch(() => shelf.delete(file.sha256))
    shelf.set(file.sha256, { media, until: clock.now().getTime() + GOOD_FOR_MS })
    const [oldest] = shelf.keys()
    if (shelf.size > MOST_KEPT && oldest !== undefined) shelf.delete(oldest)
    return media
  }

  function kept({ sha256 }: FileRef): Promise<Media> | undefined {
    const found = shelf.get(sha256)
    return found !== undefined && found.until > clock.now().getTime() ? found.media : undefined
  }

  async function read(file: FileRef): Promise<Uint8Array | SendResult> {
    try {
      const bytes = (await readFile(file.sha256))?.bytes
      if (bytes === undefined) return { kind: 'permanent', why: wecomTexts.fileGone() }
      return bytes.length < SMALLEST_BYTES || bytes.length > LARGEST_FILE_BYTES
        ? { kind: 'permanent', why: wecomTexts.fileSize() }
        : bytes
    } catch {
      return { kind: 'transient', why: wecomTexts.fileUnreadable() }
    }
  }

  return {
    /** Nothing was said to anybody yet when this fails. */
    async give(client: WSClient, file: FileRef, to: Chat): Promise<Media | SendResult> {
      let media = kept(file)
      if (media === undefined) {
        const bytes = await read(file)
        if ('kind' in bytes) return bytes
        // Somebody else's letter may have begun with it meanwhile.
        media = kept(file) ?? upload(client, file, bytes)
      }
      try {
        return await media
      } catch (reason) {
        const code = errcodeOf(reason)
        if (code !== undefined) return resultOf(code, to)
        return client.isConnected
          ? { kind: 'transient', why: wecomTexts.uploadFailed() }
          : { kind: 'account-offline' }
      }
    },
    /** WeCom does not know it any more. */
    forget: (sha256: string) => void shelf.delete(sha256),
  }
}

export type MediaShelf = ReturnType<typeof openMedia>

function typeOf(bytes: Uint8Array): WeComMediaType {
  const shown = SHOWN[sniff(bytes)?.mediaType ?? '']
  return shown !== undefined && bytes.length <= shown.mostBytes ? shown.type : 'file'
}

/** Shortened before its ending, so that it still opens. */
function fittingName(name: string): string {
  const plain = name.toWellFormed()
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : ''
  const stem = Array.from(plain.slice(0, plain.length - ending.length))
  while (Buffer.byteLength(stem.join('') + ending) > LONGEST_NAME_BYTES) stem.pop()
  return stem.join('') + ending
}
