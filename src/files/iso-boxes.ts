import { asciiAt, viewOf } from './bytes.ts'

/** A box of HEIC and MP4: length, name, content; offsets count from the file's beginning. */
export type Box = {
  readonly type: string
  readonly at: number
  readonly content: number
  readonly end: number
}

/** The boxes side by side in a stretch; `undefined` where they do not fill it. */
export function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] | undefined {
  const view = viewOf(bytes)
  const boxes: Box[] = []
  let at = from
  while (at < to) {
    if (at + 8 > to) return undefined
    const short = view.getUint32(at)
    const isLong = short === 1
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short
    const content = at + (isLong ? 16 : 8)
    if (content > at + size || at + size > to) return undefined
    boxes.push({ type: asciiAt(bytes, at + 4, 4), at, content, end: at + size })
    at += size
  }
  return boxes
}
