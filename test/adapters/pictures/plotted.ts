import { emsOf } from '../../../src/adapters/pictures/fit-text.ts'

/** A text of a plot, where it stands, in the plot's units. */
export interface PlotText {
  readonly words: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1]
const movedBy = (tag: string) => {
  const [, x = '0', y = '0'] = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/u.exec(tag) ?? []
  return { x: Number(x), y: Number(y) }
}

/** Its size is reckoned as the layout reckons it: what has no place by that has none. */
export function textsOf(svg: string): readonly PlotText[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/gu)].map(([, tag = '', words = '']) => {
    const moved = movedBy(tag)
    const size = Number(/(\d+)px/u.exec(attribute(tag, 'style') ?? '')?.[1] ?? 22)
    const width = emsOf(words) * size
    const x = moved.x + Number(attribute(tag, 'x') ?? 0)
    const y = moved.y + Number(attribute(tag, 'y') ?? 0)
    const anchor = attribute(tag, 'text-anchor')
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x
    return { words, left, right: left + width, top: y - size / 2, bottom: y + size / 2 }
  })
}

/** Bars and points: which one of which series it is, and how high (bars) or where (points) it stands. */
function marksOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<path([^>]*)>/gu)].flatMap(([, tag = '']) => {
    const series = attribute(tag, 'ecmeta_series_index')
    const index = attribute(tag, 'ecmeta_data_index')
    if (series === undefined || index === undefined) return []
    const { x, y } = movedBy(tag)
    const path = attribute(tag, 'd') ?? ''
    const across = [...path.matchAll(/[ML]([-\d.]+) ([-\d.]+)/gu)]
    const xs = across.map(([, one]) => Number(one) + x)
    const ys = across.map(([, , one]) => Number(one) + y)
    const place = (values: readonly number[]) =>
      `${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}`
    return [`${series}.${index}  ${place(xs)} x ${place(ys)}`]
  })
}

/** A plot in words: every text with its middle, every bar and point with its extent. */
export function asPlotPlan({ svg, height }: { readonly svg: string; readonly height: number }): string {
  const texts = textsOf(svg).map(
    ({ words, left, right, top, bottom }) =>
      `${Math.round((left + right) / 2)},${Math.round((top + bottom) / 2)}  ${words}`,
  )
  return [`high ${height}`, ...marksOf(svg), ...texts, ''].join('\n')
}
