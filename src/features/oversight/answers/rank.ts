/** 哪个部门最慢, 反映最多的是啥: groups in order, where there is enough in each to compare. */

import { FEWEST_TO_RANK } from '../../../kernel/appeal-terms.ts'
import type { QuestionOf } from '../asking/question.ts'
import type { FigureLine } from '../figures/figure.ts'
import { isCounted } from '../measures/measure-kinds.ts'
import type { Group } from '../measures/measures.store.ts'
import { type Asking, isWholeLine, LINES, lineBehind, lineOnly } from './asking.ts'
import { rankingChart } from './charts.ts'
import type { Draft } from './draft.ts'
import { groupingLabels, groupName } from './group-name.texts.ts'
import { measureTexts, sizeOf, weightOf } from './measure.texts.ts'
import { rankTexts as texts } from './rank.texts.ts'

/** More lines are no picture for a phone. */
const MOST_DRAWN = 12
const FEWEST_DRAWN = 3

interface Named extends Group {
  readonly label: string
}

export async function answerRanking(
  { of, by, order, among, period }: QuestionOf<'ranking'>,
  asking: Asking,
): Promise<Draft> {
  const { measures, sight, work, directory } = asking
  const groups = await measures.grouped(sight, { of, period, by, among }, work)
  const named = withMissing(groups, among).map((group) => ({
    ...group,
    label: groupName(by, group.code, directory),
  }))
  const ranked = rank(
    named.filter(({ code, value }) => code !== null && weightOf(value) >= FEWEST_TO_RANK),
    order,
  )
  // In the roster's order: by size it would be a ranking all the same.
  const small = named
    .filter(({ code, value }) => code !== null && weightOf(value) < FEWEST_TO_RANK)
    .sort((a, b) => (a.code ?? '').localeCompare(b.code ?? ''))
  const nobodys = named.filter(({ code, value }) => code === null && weightOf(value) > 0)
  const lines: FigureLine[] = []
  for (const [i, { label, value, code }] of [...ranked, ...small, ...nobodys].entries()) {
    const asked = { of, period, by: { grouping: by, code } }
    // What is compared by name is few, and its whole is nothing but these.
    const isKept = i < Math.min(ranked.length, LINES) || (among.length > 0 && code !== null)
    lines.push(isKept ? await lineBehind(label, value, asked, asking) : lineOnly(label, value, asked))
  }
  const inGroups = named.reduce((sum, { value }) => sum + weightOf(value), 0)
  const label = texts.whole(of, by)
  const whole =
    among.length > 0
      ? { label, n: inGroups, of: null, numbers: [...new Set(lines.flatMap(({ numbers }) => numbers))] }
      : lineOnly(label, await measures.measure(sight, { of, period }, work), { of, period })
  const total = whole.of ?? whole.n
  const shown = Math.min(LINES, ranked.length)
  const when = period?.label ?? ''
  return {
    head: texts.head(
      of,
      by,
      order,
      ranked,
      when,
      total,
      Math.max(0, ...small.map(({ value }) => weightOf(value))),
    ),
    lines: ranked.slice(0, LINES).map(({ label, value }) => `${label} ${measureTexts.value(value)}`),
    after: [
      ...(ranked.length > shown ? [texts.rest(ranked.length - shown)] : []),
      ...(small.length === 0 ? [] : [texts.small(small, ranked.length === 0)]),
      ...nobodys.map((one) => texts.apart(one.label, one.value)),
      ...(isCounted(of) && total > inGroups ? [texts.inNoGroup(total - inGroups)] : []),
    ],
    definition: measureTexts.definition(of, period !== null),
    ...(ranked.length >= FEWEST_DRAWN
      ? {
          chart: rankingChart(
            of,
            groupingLabels[by],
            when,
            ranked.slice(0, MOST_DRAWN),
            small.length === 0 ? '' : texts.small(small),
          ),
        }
      : {}),
    figure: {
      lines: [whole, ...lines],
      isWhole: [whole, ...lines].every(isWholeLine),
      shown,
    },
  }
}

/** Whoever was named and has nothing has nought: A 和 B 哪个多 is answered for both. */
function withMissing(groups: readonly Group[], among: readonly string[]): readonly Group[] {
  const there = new Set(groups.map(({ code }) => code))
  const kind = groups[0]?.value.kind ?? 'count'
  const nought =
    kind === 'count'
      ? ({ kind, n: 0 } as const)
      : kind === 'rate'
        ? ({ kind, raw: { n: 0, of: 0 }, after: { n: 0, of: 0 } } as const)
        : ({ kind, mean: null, of: 0 } as const)
  return [...groups, ...among.filter((code) => !there.has(code)).map((code) => ({ code, value: nought }))]
}

/** Equal ones by how many they speak of, then as the roster has them: nobody is first by chance. */
function rank(groups: readonly Named[], order: 'most' | 'least'): readonly Named[] {
  const sign = order === 'most' ? -1 : 1
  return [...groups].sort(
    (a, b) =>
      sign * ((sizeOf(a.value) ?? 0) - (sizeOf(b.value) ?? 0)) || weightOf(b.value) - weightOf(a.value),
  )
}
