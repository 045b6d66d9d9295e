import { refuse } from './answers.ts'
import { webChatTexts } from './web-chat.texts.ts'

export interface FoundFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
}

/** Pictures that every browser draws and that carry no script; everything else is handed over as a download. */
const SHOWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** A file by its digest. `name` is how this chat calls it; the same bytes may have come under several names. */
export async function serveFile(
  sha256: string,
  name: string | null,
  find: (sha256: string) => Promise<FoundFile | undefined>,
): Promise<Response> {
  const file = /^[0-9a-f]{64}$/.test(sha256) ? await find(sha256) : undefined
  if (file === undefined) return refuse(404, webChatTexts.noFile)
  const isShown = SHOWN.has(file.mediaType)
  // A view on memory that nobody else changes: Response does not take views on shared memory.
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': isShown ? file.mediaType : 'application/octet-stream',
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${quoted(name ?? file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      // The same digest is the same file for ever.
      'cache-control': 'private, max-age=31536000, immutable',
    },
  })
}

/** RFC 8187: percent-encoded UTF-8, these five as well. A lone surrogate has no encoding and becomes U+FFFD. */
function quoted(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  )
}
