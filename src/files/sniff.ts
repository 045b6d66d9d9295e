import { startsWith } from './bytes.ts'
import type { Kind } from './kind.ts'
import { isPlainText } from './plain-text.ts'
import { sniffIsoMedia, sniffOle, sniffZip } from './sniff-containers.ts'

const kind = (mediaType: string, extension: string): Kind => ({ mediaType, extension })

/** First bytes that say what a file is; the longer or surer ones come first. */
const MARKS: readonly (readonly [mark: string | readonly number[], kind: Kind])[] = [
  [[0xff, 0xd8, 0xff], kind('image/jpeg', 'jpg')],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], kind('image/png', 'png')],
  ['GIF87a', kind('image/gif', 'gif')],
  ['GIF89a', kind('image/gif', 'gif')],
  ['%PDF-', kind('application/pdf', 'pdf')],
  ['#!AMR-WB\n', kind('audio/amr-wb', 'awb')],
  ['#!AMR', kind('audio/amr', 'amr')],
  ['OggS', kind('audio/ogg', 'ogg')],
  ['ID3', kind('audio/mpeg', 'mp3')],
  // WeChat's voice messages are Silk, with or without a leading 0x02.
  ['#!SILK_V3', kind('audio/silk', 'silk')],
  ['\u0002#!SILK_V3', kind('audio/silk', 'silk')],
]

/**
 * What the bytes are, by the kinds people send to a front desk: pictures, office documents, voice,
 * video, plain text. Anything else is `undefined`, however its name ends.
 */
export function sniff(bytes: Uint8Array): Kind | undefined {
  for (const [mark, found] of MARKS) if (startsWith(bytes, mark)) return found
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return kind('image/webp', 'webp')
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WAVE', 8)) return kind('audio/wav', 'wav')
  if (isMpegAudio(bytes)) return kind('audio/mpeg', 'mp3')
  return sniffIsoMedia(bytes) ?? sniffZip(bytes) ?? sniffOle(bytes) ?? sniffText(bytes)
}

/** A bare MP3 begins with a frame: eleven set bits, layer III, and a bit rate and sample rate that exist. */
function isMpegAudio(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes
  const isLayerThree = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08
  const bitRate = third >> 4
  return isLayerThree && bitRate !== 0 && bitRate !== 15 && (third & 0x0c) !== 0x0c
}

function sniffText(bytes: Uint8Array): Kind | undefined {
  return isPlainText(bytes) ? kind('text/plain', 'txt') : undefined
}
