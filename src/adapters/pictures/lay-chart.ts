import type { Node } from '@takumi-rs/core'
import type { ChartPicture } from '../../kernel/picture.ts'
import { column, drawing, present, text } from './boxes.ts'
import type { Sheet } from './canvas.ts'
import { drawPlot } from './draw-plot.ts'
import { emsOf, fittingSize } from './fit-text.ts'
import { SANS } from './fonts.ts'
import { pictureTexts as texts } from './pictures.texts.ts'
import { barColor, LINE_COLOR, type Plot } from './plot-style.ts'

const WIDTH = 780
const INNER = WIDTH - 2 * 30
const GREY = '#5b6472'

/** 图表: the heading, what the colours mean, and the plot; upright bars, or lying ones where the names are long. */
export async function layChart(picture: ChartPicture, write: (words: string) => string): Promise<Sheet> {
  const plot: Plot = {
    width: INNER,
    points: picture.points.map(write),
    bars: picture.bars.map((one) => ({
      ...one,
      label: write(one.label),
      ...(one.written === undefined ? {} : { written: one.written.map(write) }),
    })),
    ...(picture.along === undefined ? {} : { along: picture.along }),
    ...(picture.most === undefined ? {} : { most: picture.most }),
    ...(picture.line === undefined ? {} : { line: { ...picture.line, label: write(picture.line.label) } }),
  }
  const title = write(picture.title)
  const subtitle = write(picture.subtitle)
  const foot = write(picture.foot ?? '')
  return {
    width: WIDTH,
    root: column(
      {
        width: WIDTH,
        padding: '34px 30px 30px',
        backgroundColor: '#fff',
        color: '#1f2937',
        fontFamily: SANS,
        overflowWrap: 'anywhere',
      },
      text(title, {
        fontSize: fittingSize(title, { width: INNER, lines: 2, largest: 40, smallest: 30 }),
        fontWeight: 700,
        lineHeight: 1.3,
      }),
      ...present(
        subtitle === ''
          ? undefined
          : text(subtitle, { fontSize: 25, lineHeight: 1.45, color: GREY, marginTop: 8 }),
      ),
      legend(plot),
      await body(plot),
      ...present(
        foot === '' ? undefined : text(foot, { fontSize: 23, lineHeight: 1.45, color: GREY, marginTop: 12 }),
      ),
    ),
  }
}

function legend({ bars, line }: Plot): Node {
  const marks = bars.map(({ label }, at) =>
    mark(label, {
      width: 30,
      height: 20,
      borderRadius: 5,
      backgroundColor: barColor(at, bars.length, line !== undefined).bar,
    }),
  )
  const curve =
    line === undefined
      ? undefined
      : mark(line.label, { width: 34, height: 6, borderRadius: 3, backgroundColor: LINE_COLOR })
  return {
    type: 'container',
    style: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: 34,
      rowGap: 8,
      marginTop: 20,
      marginBottom: 8,
      fontSize: 24,
    },
    children: [...marks, ...present(curve)],
  }
}

const mark = (label: string, swatch: NonNullable<Node['style']>): Node => ({
  type: 'container',
  style: { display: 'flex', alignItems: 'center', gap: 12 },
  children: [{ type: 'container', style: swatch }, text(label, { maxWidth: INNER - 60 })],
})

async function body(plot: Plot): Promise<Node> {
  if (plot.points.length === 0)
    return text(texts.noPoints(), {
      width: INNER,
      padding: '120px 0',
      fontSize: 28,
      textAlign: 'center',
      color: GREY,
    })
  const { svg, height } = await drawPlot(plot, emsOf)
  return drawing(svg, { width: INNER, height })
}
