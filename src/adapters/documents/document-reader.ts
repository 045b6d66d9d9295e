import type {
  DocumentReader,
  FileContents,
  ReadFile,
  ReadingHands,
} from '../../features/policy/reading/document-reader.ts'
import { contains, startsWith } from '../../files/bytes.ts'
import { sniff } from '../../files/sniff.ts'
import { documentTexts as texts } from './documents.texts.ts'

const LARGEST_BYTES = 60 * 1024 * 1024
/** A scanned booklet of a hundred pages takes some minutes; what takes longer does not end. */
const LONGEST_MS = 15 * 60_000

type Read = (bytes: Uint8Array, hands: ReadingHands) => Promise<FileContents | { readonly reason: string }>

/** By what the bytes are. Each library is loaded by the first file that needs it: together they take 150 MB. */
const READERS: Readonly<Record<string, Read>> = {
  'application/pdf': async (bytes, hands) => (await import('./read-pdf.ts')).readPdf(bytes, hands),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async (bytes) =>
    (await import('./read-docx.ts')).readDocx(bytes),
  'application/msword': async (bytes) => (await import('./read-word.ts')).readWord(bytes),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': async (bytes) =>
    (await import('./read-workbook.ts')).readWorkbook(bytes),
  'text/html': async (bytes) => (await import('./read-html.ts')).readHtml(bytes),
  'image/png': async (bytes, hands) => (await import('./read-scan.ts')).readPicture(bytes, hands),
  'image/jpeg': async (bytes, hands) => (await import('./read-scan.ts')).readPicture(bytes, hands),
  'image/webp': async (bytes, hands) => (await import('./read-scan.ts')).readPicture(bytes, hands),
}

export function documentReader(): DocumentReader {
  return {
    async read({ name, bytes }, hands = {}): Promise<ReadFile> {
      if (bytes.length > LARGEST_BYTES)
        return { ok: false, reason: texts.tooLarge(Math.round(LARGEST_BYTES / 1024 / 1024)) }
      const mediaType = mediaTypeOf(name, bytes)
      const read = READERS[mediaType]
      if (read === undefined) return { ok: false, reason: whyNot(mediaType, bytes) }
      const timeout = AbortSignal.timeout(LONGEST_MS)
      const signal = hands.signal === undefined ? timeout : AbortSignal.any([hands.signal, timeout])
      try {
        const contents = await read(bytes, { ...hands, signal })
        return 'reason' in contents ? { ok: false, ...contents } : { ok: true, mediaType, contents }
      } catch (error) {
        hands.signal?.throwIfAborted()
        if (timeout.aborted) return { ok: false, reason: texts.tooLong() }
        if (error instanceof RangeError) return { ok: false, reason: texts.tooMuchInside() }
        return { ok: false, reason: texts.broken('这个') }
      }
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
