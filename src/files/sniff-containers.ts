/** Files that are boxes for other things: what is inside decides what they are. */
import { asciiAt, contains, startsWith, viewOf } from './bytes.ts'
import type { Kind } from './kind.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'

const IN_ZIP: readonly (readonly [folder: string, kind: Kind])[] = [
  ['word/', { mediaType: `${OFFICE}.wordprocessingml.document`, extension: 'docx' }],
  ['xl/', { mediaType: `${OFFICE}.spreadsheetml.sheet`, extension: 'xlsx' }],
  ['ppt/', { mediaType: `${OFFICE}.presentationml.presentation`, extension: 'pptx' }],
]

/** A zip counts only as an office document; a bare archive could hold anything and is not taken. */
export function sniffZip(bytes: Uint8Array): Kind | undefined {
  if (!startsWith(bytes, 'PK\u0003\u0004')) return undefined
  const names = namesInZip(bytes)
  if (!names.includes('[Content_Types].xml')) return undefined
  return IN_ZIP.find(([folder]) => names.some((name) => name.startsWith(folder)))?.[1]
}

/**
 * Names from the central directory, which is what programs open a zip by; local headers may lie.
 * Empty when the directory is cut off or does not fit the file.
 */
export function namesInZip(bytes: Uint8Array): string[] {
  const view = viewOf(bytes)
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
    'PK\u0005\u0006',
    undefined,
    'latin1',
  )
  if (end < 0 || end + 22 > bytes.length) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (!startsWith(bytes, 'PK\u0001\u0002', at) || at + 46 > bytes.length) break
    const nameLength = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

const IN_OLE: readonly (readonly [stream: string, kind: Kind])[] = [
  ['WordDocument', { mediaType: 'application/msword', extension: 'doc' }],
  ['Workbook', { mediaType: 'application/vnd.ms-excel', extension: 'xls' }],
  ['PowerPoint Document', { mediaType: 'application/vnd.ms-powerpoint', extension: 'ppt' }],
]

/** Office documents before 2007 (and WPS's own .wps, .et), told apart by the streams they hold. */
export function sniffOle(bytes: Uint8Array): Kind | undefined {
  if (!startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return undefined
  return IN_OLE.find(([stream]) => contains(bytes, stream, 'utf16le'))?.[1]
}

const BRANDS: Record<string, Kind> = {
  heic: { mediaType: 'image/heic', extension: 'heic' },
  heix: { mediaType: 'image/heic', extension: 'heic' },
  mif1: { mediaType: 'image/heic', extension: 'heic' },
  'M4A ': { mediaType: 'audio/mp4', extension: 'm4a' },
  'M4B ': { mediaType: 'audio/mp4', extension: 'm4a' },
  'qt  ': { mediaType: 'video/quicktime', extension: 'mov' },
}

const VIDEO_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|3gp[4-9]|3g2a|dash)$/

/** HEIC, M4A, MP4 and their kin share one box format and say in their first box which they are. */
export function sniffIsoMedia(bytes: Uint8Array): Kind | undefined {
  if (!startsWith(bytes, 'ftyp', 4)) return undefined
  const brand = asciiAt(bytes, 8, 4)
  return (
    BRANDS[brand] ?? (VIDEO_BRANDS.test(brand) ? { mediaType: 'video/mp4', extension: 'mp4' } : undefined)
  )
}
