import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'page')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export type PageFiles = (name: string, request: Request) => Response | undefined

/** The page's own files, read once: what is not in the list does not exist, so no path leads elsewhere. */
export async function readPageFiles(): Promise<PageFiles> {
  const files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string; etag: string }>()
  for (const name of await readdir(FOLDER)) {
    const type = TYPES[extname(name)]
    if (type === undefined) continue
    const bytes = new Uint8Array(await readFile(join(FOLDER, name)))
    files.set(name, { bytes, type, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"` })
  }
  return (name, request) => {
    const file = files.get(name === '' ? 'index.html' : name)
    if (file === undefined) return undefined
    // Asked for anew each time and mostly answered "unchanged": after an upgrade no page is half old.
    const headers = { etag: file.etag, 'cache-control': 'no-cache' }
    if (request.headers.get('if-none-match') === file.etag)
      return new Response(null, { status: 304, headers })
    return new Response(file.bytes, { headers: { ...headers, 'content-type': file.type } })
  }
}
