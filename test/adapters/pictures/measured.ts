import type { MeasuredNode } from '@takumi-rs/core'

export interface Line {
  readonly words: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where every line of text stands on a sheet that was measured, in its units. */
export function linesOn({ transform, runs, children }: MeasuredNode): readonly Line[] {
  const [, , , , x, y] = transform
  const own = runs.map((run) => ({
    words: run.text,
    left: x + run.x,
    top: y + run.y,
    right: x + run.x + run.width,
    bottom: y + run.y + run.height,
  }))
  return [...own, ...children.flatMap(linesOn)]
}

/** A sheet as a drawing in words: a line each, with its place in whole units. */
export function asPlan(sheet: MeasuredNode): string {
  const lines = linesOn(sheet).map(
    ({ words, left, top, right, bottom }) =>
      `${[left, top, right - left, bottom - top].map((one) => String(Math.round(one)).padStart(5)).join('')}  ${words}`,
  )
  return [`${Math.round(sheet.width)} x ${Math.round(sheet.height)}`, ...lines, ''].join('\n')
}
