import type { Clock } from '../../../kernel/clock.ts'
import type { Puppet } from './load-wechaty.ts'
import { within } from './time-limit.ts'

const DOWNLOAD_SECONDS = 60

/** The bytes of what a message encloses. Rejects when the puppet has it no more, and as soon as it is too large. */
export async function openEnclosure(
  puppet: Puppet,
  clock: Clock,
  messageId: string,
  limitBytes: number,
): Promise<Uint8Array> {
  const read = async (): Promise<Uint8Array> => {
    const box = await puppet.messageFile(messageId)
    const chunks: Uint8Array[] = []
    let size = 0
    // Leaving the loop ends the download.
    for await (const chunk of await box.toStream()) {
      const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      size += bytes.length
      if (size > limitBytes) throw new Error('the enclosure is larger than may be taken in')
      chunks.push(bytes)
    }
    return Buffer.concat(chunks)
  }
  return within(clock, DOWNLOAD_SECONDS, read)
}
