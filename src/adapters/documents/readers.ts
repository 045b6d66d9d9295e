import type { FileContents, ReadingHands } from '../../features/policy/reading/document-reader.ts'

type Read = (bytes: Uint8Array, hands: ReadingHands) => Promise<FileContents | { readonly reason: string }>

/** By what the bytes are. Each library is loaded by the first file that needs it: together they take 150 MB. */
export const READERS: Readonly<Record<string, Read>> = {
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
