import { FEWEST_TO_RANK } from '../../../kernel/appeal-terms.ts'
import type { Grouping, Measure } from '../asking/question.ts'
import { isCounted, isRate } from '../measures/measure-kinds.ts'
import type { Measured } from '../measures/measures.store.ts'
import { groupingLabels } from './group-name.texts.ts'
import { measureTexts, sizeOf } from './measure.texts.ts'

interface Named {
  readonly label: string
  readonly value: Measured
}

/** Longer lists of names are no sentence any more. */
const MOST_NAMED = 8

const superlative = (of: Measure, order: 'most' | 'least') =>
  of === 'days'
    ? order === 'most'
      ? '最长'
      : '最短'
    : isRate(of)
      ? order === 'most'
        ? '最高'
        : '最低'
      : order === 'most'
        ? '最多'
        : '最少'

export const rankTexts = {
  head(
    of: Measure,
    by: Grouping,
    order: 'most' | 'least',
    ranked: readonly Named[],
    when: string,
    total: number,
    largest: number,
  ): string {
    const name = measureTexts.name(of)
    const [first, second] = ranked
    if (total === 0)
      return isCounted(of) ? `${measureTexts.headline(of, 0, when)}。` : `${when}${name}没有可算的（0 件）。`
    if (first === undefined)
      return `${when}各${groupingLabels[by]}的${name}都不足 ${FEWEST_TO_RANK} 件（最多 ${largest} 件），不排名。`
    const alike = second !== undefined && sizeOf(first.value) === sizeOf(second.value)
    const others = alike ? `和${second.label}一样` : ''
    const out = isRate(of) ? '' : `，一共 ${total} 件`
    if (ranked.length === 1 && largest === 0)
      return `${when}${name}只有${first.label}一个，${measureTexts.value(first.value)}${out}。`
    if (ranked.length === 1)
      return `${when}${name}够 ${FEWEST_TO_RANK} 件的只有${first.label}，${measureTexts.value(first.value)}${out}。`
    return `${when}${name}${superlative(of, order)}的是${first.label}，${measureTexts.value(first.value)}${others === '' ? '' : `，${others}`}${out}。`
  },
  whole: (of: Measure, by: Grouping) => `各${groupingLabels[by]}${measureTexts.name(of)}`,
  rest: (left: number) => `后面还有 ${left} 个，说“继续”看。`,
  /** `isSaid`: the head says already that there are too few to rank. */
  small: (groups: readonly Named[], isSaid = false) =>
    `${isSaid ? '' : `不足 ${FEWEST_TO_RANK} 件，不排名：`}${groups
      .slice(0, MOST_NAMED)
      .map(({ label, value }) => `${label} ${measureTexts.value(value)}`)
      .join('、')}${groups.length > MOST_NAMED ? `等 ${groups.length} 个` : ''}。`,
  /** Sealed ones are in no firm's or town's group, nor in a small chamber's. */
  inNoGroup: (n: number) => `另有 ${n} 件身份封存，不分到各组里。`,
  apart: (label: string, value: Measured) => `另有${label} ${measureTexts.value(value)}，不参加排名。`,
}
