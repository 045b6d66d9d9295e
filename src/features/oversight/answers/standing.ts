/** What another feature keeps and tells of itself: a drive, a notice's receipts, visits owed. */

import type { ChartPicture } from '../../../kernel/picture.ts'
import type { Standing } from '../../../kernel/standing.ts'
import { LINES } from './asking.ts'
import type { Draft } from './draft.ts'
import { standingTexts as texts } from './standing.texts.ts'

export function answerStanding(standing: Standing): Draft {
  const { head, lines, definition } = standing
  const shown = Math.min(LINES, lines.length)
  return {
    head: /[。！？]$/u.test(head) ? head : `${head}。`,
    lines: lines.slice(0, shown),
    after: lines.length > shown ? [texts.rest(lines.length - shown)] : [],
    definition,
    figure: {
      lines: [head, ...lines].map((label) => ({ label, n: 0, of: null, numbers: [] })),
      isWhole: true,
      shown,
    },
  }
}

/** Drawn only where it is wished: three sums are said faster than they are drawn. */
export const standingChart = ({ chart }: Standing): ChartPicture | undefined =>
  chart && {
    kind: 'chart',
    title: chart.label,
    subtitle: '',
    points: chart.points,
    bars: [{ label: chart.label, values: chart.values }],
  }
