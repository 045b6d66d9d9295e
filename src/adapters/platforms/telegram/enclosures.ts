import { z } from 'zod'
import type { Attachment } from '../../../inbox/arrival.ts'
import { HouseError } from '../../../kernel/errors.ts'
import type { Client } from './client.ts'
import { telegramTexts as texts } from './telegram.texts.ts'
import type { Message, TelegramFile } from './update.ts'

/** What is kept of an enclosure until it is wanted: never an address, for that carries the token. */
const Handle = z.object({ file: z.string().min(1), bytes: z.int().nonnegative().optional() })
const Found = z.object({ file_path: z.string().min(1), file_size: z.int().nonnegative().optional() })

export type OpenFile = (ref: string, limitBytes: number) => Promise<Uint8Array>

/** Fetches what a `ref` names, in two steps as the Bot API has it. */
export function openFiles(
  client: Client,
  seconds: { readonly call: number; readonly file: number },
): OpenFile {
  return async (ref, limitBytes) => {
    const { file, bytes = 0 } = Handle.parse(JSON.parse(ref))
    // Known before anything is asked for; a byte too many says so to whoever takes it in.
    if (bytes > limitBytes) return new Uint8Array(limitBytes + 1)
    const asked = await client.ask('getFile', { file_id: file }, { seconds: seconds.call })
    const found = asked.ok ? Found.safeParse(asked.result) : undefined
    if (!found?.success) throw notToBeHad()
    if ((found.data.file_size ?? 0) > limitBytes) throw tooLarge()
    const got = await client.download(found.data.file_path, { seconds: seconds.file, limitBytes })
    if (got.ok) return got.result
    throw got.failure.kind === 'lost' && got.failure.why === 'TOO_LARGE' ? tooLarge() : notToBeHad()
  }
}

const tooLarge = () => new HouseError('platform', 'The file is larger than what is taken in.')
const notToBeHad = () => new HouseError('platform', 'Telegram does not give the file; try again later.')

export function enclosuresOf(message: Message, open: OpenFile): readonly Attachment[] {
  const number = message.message_id
  const take = (file: TelegramFile | undefined, kind: Attachment['kind'], name: string): Attachment[] => {
    if (file === undefined) return []
    const size = file.file_size === undefined ? {} : { bytes: file.file_size }
    const ref = JSON.stringify({ file: file.file_id, ...size })
    return [{ kind, name, ref, open: (limitBytes) => open(ref, limitBytes) }]
  }
  const { document, animation, video, voice, audio } = message
  // The sizes of one photo, the largest last; sorted all the same.
  const photo = message.photo?.toSorted((a, b) => (a.file_size ?? 0) - (b.file_size ?? 0)).at(-1)
  const documentKind = document?.mime_type?.startsWith('image/') === true ? 'image' : 'file'
  return [
    ...take(photo, 'image', texts.photo(number)),
    // A moving picture comes as a document too, for old programs.
    ...(animation === undefined
      ? take(document, documentKind, document?.file_name ?? texts.document(number))
      : take(animation, 'video', animation.file_name ?? texts.video(number))),
    ...take(video, 'video', video?.file_name ?? texts.video(number)),
    ...take(message.video_note, 'video', texts.video(number)),
    ...take(voice, 'voice', texts.voice(number)),
    ...take(audio, 'voice', audio?.file_name ?? texts.audio(number)),
  ]
}
