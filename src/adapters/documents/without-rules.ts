/** Points of light as they are decoded: 1, 3 or 4 bytes each. */
export interface Picture {
  readonly data: Uint8ClampedArray | Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
}

/** Of the picture's width: no stroke of a letter is so long, and every table's edge is longer. */
const LONGEST_STROKE = 1 / 16
/** Thin rules are grey at the resolution of an office scanner. */
const DARK = 200

/**
 * The picture in grey without the rules of its tables, which a machine otherwise reads as letters. A letter that
 * touches a rule loses the points they share.
 */
export function withoutRules({ data, width, height, channels }: Picture): Uint8Array {
  const grey = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < grey.length; at++, from += channels) {
    const red = data[from] ?? 255
    grey[at] =
      channels === 1
        ? red
        : Math.round(red * 0.3 + (data[from + 1] ?? 255) * 0.59 + (data[from + 2] ?? 255) * 0.11)
  }
  const least = Math.max(40, Math.round(width * LONGEST_STROKE))
  const wipe = new Uint8Array(grey.length)
  const mark = (start: number, step: number, count: number) => {
    let run = 0
    for (let n = 0; n <= count; n++) {
      if (n < count && (grey[start + n * step] ?? 255) < DARK) {
        run++
        continue
      }
      if (run >= least) for (let back = 1; back <= run; back++) wipe[start + (n - back) * step] = 1
      run = 0
    }
  }
  for (let y = 0; y < height; y++) mark(y * width, 1, width)
  for (let x = 0; x < width; x++) mark(x, width, height)
  // A rule's edges are half dark: its neighbours go with it.
  for (let at = 0; at < grey.length; at++)
    if (wipe[at] === 1)
      for (const near of [0, 1, 2]) {
        for (const there of [at - near, at + near, at - near * width, at + near * width])
          if (there >= 0 && there < grey.length) grey[there] = 255
      }
  return grey
}
