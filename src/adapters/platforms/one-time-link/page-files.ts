import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'page')
const TYPES: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'once.css': 'text/css; charset=utf-8',
  'once.js': 'text/javascript; charset=utf-8',
  'unit.html': 'text/html; charset=utf-8',
  'unit.js': 'text/javascript; charset=utf-8',
  'talk.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

/** Nothing but our own files, no other page around it, and no trace of the address elsewhere. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

export type PageFiles = (name: string) => Response | undefined

/** The page's own files, read once: what is not in the list does not exist, so no path leads elsewhere. */
export async function readPageFiles(): Promise<PageFiles> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const name of Object.keys(TYPES)) files.set(name, new Uint8Array(await readFile(join(FOLDER, name))))
  return (name) => {
    const bytes = files.get(name)
    if (bytes === undefined) return undefined
    return new Response(bytes, { headers: { ...HEADERS, 'content-type': TYPES[name] as string } })
  }
}
