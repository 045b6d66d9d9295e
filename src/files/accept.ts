import { isDangerous } from './dangerous.ts'
import { digest } from './digest.ts'
import type { StoredFile } from './file.ts'
import { safeName } from './name.ts'
import { sniff } from './sniff.ts'
import { stripMetadata } from './strip-metadata.ts'

export type Refusal =
  | 'empty'
  | 'too-large'
  /** Programs, scripts, web pages, SVG, office documents with macros. */
  | 'dangerous'
  /** Nothing a front desk works with, or nothing we recognise. */
  | 'unknown-type'
  /** A picture or film so damaged that what it gives away about its maker cannot be taken out. */
  | 'damaged'

export type Acceptance =
  | ({ readonly ok: true; readonly bytes: Uint8Array; readonly orientation?: number } & StoredFile)
  | { readonly ok: false; readonly refused: Refusal }

/**
 * Everything that must be true of a file before it is stored: small enough, of a kind we know by its
 * bytes, harmless, and free of metadata. `limitBytes` counts what was handed in. Never throws.
 */
export function accept(bytes: Uint8Array, name: string, limitBytes: number): Acceptance {
  if (bytes.length === 0) return { ok: false, refused: 'empty' }
  if (bytes.length > limitBytes) return { ok: false, refused: 'too-large' }
  if (isDangerous(bytes, name)) return { ok: false, refused: 'dangerous' }
  const kind = sniff(bytes)
  if (!kind) return { ok: false, refused: 'unknown-type' }
  const { isWhole, ...clean } = stripMetadata(bytes, kind.mediaType)
  if (!isWhole) return { ok: false, refused: 'damaged' }
  return {
    ok: true,
    ...clean,
    sha256: digest(clean.bytes),
    mediaType: kind.mediaType,
    size: clean.bytes.length,
    name: safeName(name, kind.extension),
  }
}
