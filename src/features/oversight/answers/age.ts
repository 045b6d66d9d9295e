/** 积压的都多久了: what is open by how long it is open. */
import type { QuestionOf } from '../asking/question.ts'
import type { FigureLine } from '../figures/figure.ts'
import { AGES } from '../measures/measures.store.ts'
import { ageTexts as texts } from './age.texts.ts'
import { type Asking, LINES, MOST_KEPT } from './asking.ts'
import { ageChart } from './charts.ts'
import type { Draft } from './draft.ts'
import { measureTexts } from './measure.texts.ts'

export async function answerAge(_question: QuestionOf<'age'>, asking: Asking): Promise<Draft> {
  const { measures, sight, work } = asking
  const { counts, overdue } = await measures.ages(sight, work)
  const asked = { of: 'open', period: null, order: 'oldest' } as const
  const { total, numbers } = await measures.behind(sight, asked, MOST_KEPT, work)
  const labels = counts.map((_, i) => texts.band(AGES[i - 1], AGES[i]))
  // The list begins with the oldest, so the bands are its stretches, from the last band to the first.
  let from = 0
  const bands: FigureLine[] = labels
    .map((label, i) => ({ label, n: counts[i] ?? 0 }))
    .toReversed()
    .map(({ label, n }) => {
      const line = { label, n, of: null, numbers: numbers.slice(from, from + n) }
      from += n
      return line
    })
  const told = bands
    .map((line, i) => ({ ...line, late: overdue[counts.length - 1 - i] ?? 0 }))
    .filter(({ n }) => n > 0)
  return {
    head: texts.head(
      total,
      overdue.reduce((sum, n) => sum + n, 0),
      told[0],
    ),
    lines: told.slice(0, LINES).map(({ label, n, late }) => texts.line(label, n, late)),
    after:
      told.length > LINES ? told.slice(LINES).map(({ label, n, late }) => texts.line(label, n, late)) : [],
    definition: total === 0 ? '' : measureTexts.definition('open', false),
    ...(total > 0 ? { chart: ageChart(labels, counts, overdue) } : {}),
    figure: {
      lines: [
        { label: texts.whole(), n: total, of: null, numbers, asked },
        ...bands.filter(({ n }) => n > 0),
      ],
      isWhole: numbers.length === total,
      shown: told.length,
    },
  }
}
