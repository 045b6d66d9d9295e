import { z } from 'zod'
import { HouseError } from '../../../kernel/errors.ts'
import type { Enclosed } from './frame.ts'

const Ref = z.tuple([z.url({ protocol: /^https?$/ }), z.string()])
const TIMEOUT_MS = 30_000
/** A message waits for the names of its files no longer. */
const NAME_TIMEOUT_MS = 3_000
/** What the cipher adds at most. */
const PADDING_BYTES = 32

/** Where an enclosure lies, enciphered, and the key that is good for this address alone. Good for five minutes. */
export const refOf = ({ url, aeskey = '' }: Enclosed): string => JSON.stringify([url, aeskey])

/** @throws HouseError `platform`, without the address, when it cannot be had or is past the limit. */
export async function openEnclosure(ref: string, limitBytes: number): Promise<Uint8Array> {
  const [url, key] = Ref.parse(JSON.parse(ref))
  const enciphered = await download(url, limitBytes + PADDING_BYTES)
  const bytes = key === '' ? enciphered : await decipher(enciphered, key)
  if (bytes.length > limitBytes) throw tooLarge()
  return bytes
}

async function download(url: string, limitBytes: number): Promise<Uint8Array> {
  let response: Response
  const parts: Uint8Array[] = []
  let size = 0
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (response.ok) {
      for await (const part of response.body ?? []) {
        size += part.length
        // Leaving the loop ends the download.
        if (size > limitBytes) break
        parts.push(part)
      }
    } else await response.body?.cancel()
  } catch {
    throw new HouseError('platform', 'An enclosure could not be downloaded from WeCom.')
  }
  if (!response.ok)
    throw new HouseError('platform', `WeCom did not give an enclosure (HTTP ${response.status}).`)
  if (size > limitBytes) throw tooLarge()
  return Buffer.concat(parts)
}

async function decipher(bytes: Uint8Array, key: string): Promise<Uint8Array> {
  const { decryptFile } = await import('@wecom/aibot-node-sdk')
  try {
    return decryptFile(Buffer.from(bytes), key)
  } catch {
    throw new HouseError('platform', 'An enclosure from WeCom could not be deciphered.')
  }
}

const tooLarge = () => new HouseError('platform', 'An enclosure from WeCom is past the limit.')

/** A file's name stands only in the head of the answer to its download, which is broken off there. */
export async function nameOf(ref: string): Promise<string | undefined> {
  const [url] = Ref.parse(JSON.parse(ref))
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(NAME_TIMEOUT_MS) })
    await response.body?.cancel()
    return response.ok ? nameIn(response.headers.get('content-disposition') ?? '') : undefined
  } catch {
    return undefined
  }
}

function nameIn(disposition: string): string | undefined {
  const [, encoded] =
    /filename\*=(?:UTF-8)?'[^']*'([^;\s]+)/iu.exec(disposition) ??
    /filename="?([^";]+)"?/iu.exec(disposition) ??
    []
  if (encoded === undefined) return undefined
  // A name that means something else than it says is still a name; what it may look like is decided when it is kept.
  const name = decoded(encoded).replaceAll('\u0000', '').toWellFormed().trim()
  return name === '' ? undefined : name.slice(0, 200)
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
