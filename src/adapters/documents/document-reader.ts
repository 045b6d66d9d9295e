import type { DocumentReader, ReadFile } from '../../features/policy/reading/document-reader.ts'
import { contains, startsWith } from '../../files/bytes.ts'
import { sniff } from '../../files/sniff.ts'
import { documentTexts as texts } from './documents.texts.ts'
import { readAside } from './read-aside.ts'
import { READERS } from './readers.ts'

const LARGEST_BYTES = 60 * 1024 * 1024
/** A scanned booklet of a hundred pages takes some minutes; what takes longer does not end. */
const LONGEST_MS = 15 * 60_000
/** Without a sign of life: the largest workbook that is read keeps a thread busy for some seconds. */
const MOST_SILENT_MS = 120_000

export function documentReader({ mostSilentMs = MOST_SILENT_MS } = {}): DocumentReader {
  const patience = { longestMs: LONGEST_MS, mostSilentMs }
  return {
    async read({ name, bytes }, hands = {}): Promise<ReadFile> {
      if (bytes.length > LARGEST_BYTES)
        return { ok: false, reason: texts.tooLarge(Math.round(LARGEST_BYTES / 1024 / 1024)) }
      const mediaType = mediaTypeOf(name, bytes)
      if (!Object.hasOwn(READERS, mediaType)) return { ok: false, reason: whyNot(mediaType, bytes) }
      const outcome = await readAside({ mediaType, bytes }, hands, patience)
      if (outcome.kind === 'refused') return { ok: false, reason: outcome.reason }
      return { ok: true, mediaType, contents: outcome.contents }
    },
  }
}

function mediaTypeOf(name: string, bytes: Uint8Array): string {
  const found = sniff(bytes)?.mediaType ?? ''
  const isPage = /\.x?html?$/iu.test(name) || /<(?:!doctype\s+html|html)[\s>]/iu.test(head(bytes))
  return (found === '' || found === 'text/plain') && isPage ? 'text/html' : found
}

const head = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).toString('latin1')

function whyNot(mediaType: string, bytes: Uint8Array): string {
  if (mediaType === 'application/vnd.ms-excel') return texts.oldWorkbook()
  if (mediaType.includes('powerpoint') || mediaType.includes('presentation')) return texts.slides()
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]) && contains(bytes, 'EncryptedPackage', 'utf16le'))
    return texts.locked()
  if (startsWith(bytes, 'PK') || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return texts.broken('Office')
  return texts.unknown()
}
