import type { Measure, Period, Rate } from '../asking/question.ts'
import type { Measured } from '../measures/measures.store.ts'
import { measureTexts, sizeOf } from './measure.texts.ts'
import type { Moved } from './moved.ts'
import { shortLabel } from './period.texts.ts'

const GOT: Readonly<Record<Exclude<Rate, 'days'>, string>> = {
  response: '按时联系',
  resolution: '解决',
  satisfaction: '评满意',
  onTime: '按时办结',
}

/** 融资类 少解决 3 件: what a group has more or less of. Of a rate both sides, so that nobody reads half of it. */
function movedWords(of: Measure, { by, label, now, then }: Moved): string {
  const name = by === 'category' ? `${label}类` : label
  if (now.kind === 'rate' && then.kind === 'rate' && of !== 'days') {
    const counts = now.raw.n - then.raw.n
    const others = now.raw.of - now.raw.n - (then.raw.of - then.raw.n)
    const verb = GOT[of as Exclude<Rate, 'days'>]
    const parts = [
      ...(counts === 0 ? [] : [`${counts > 0 ? '多' : '少'}${verb} ${Math.abs(counts)} 件`]),
      ...(others === 0 ? [] : [`没${verb}的${others > 0 ? '多' : '少'} ${Math.abs(others)} 件`]),
    ]
    return `${name}${parts.length === 0 ? '没有变' : parts.join('、')}`
  }
  return `${name}${measureTexts.change(of, now, then).replace(/（[^）]*）/u, '')}`
}

export const whyTexts = {
  head(
    of: Measure,
    period: Period,
    now: Measured,
    before: Period,
    then: Measured,
    first: Moved | undefined,
  ): string {
    const change = measureTexts.change(of, now, then)
    if (sizeOf(now) === null) return `${shortLabel(period)}${measureTexts.none(of)}，没法比。`
    if (sizeOf(then) === null)
      return `${shortLabel(period)}${measureTexts.name(of)} ${measureTexts.raw(now)}，${shortLabel(before)}没有可算的（0 件），没法比。`
    const both = `${shortLabel(period)}${measureTexts.name(of)} ${measureTexts.raw(now)}，${shortLabel(before)} ${measureTexts.raw(then)}`
    if (first === undefined) return `${both}，${change}，各类别、各单位都没有大的变动。`
    return `${both}，${change}，主要是${movedWords(of, first)}。`
  },
  line: (of: Measure, one: Moved) =>
    sizeOf(one.then) === null || sizeOf(one.now) === null
      ? movedWords(of, one)
      : `${movedWords(of, one)}，${measureTexts.raw(one.then)} → ${measureTexts.raw(one.now)}`,
  rest: (left: number) => `还有 ${left} 处变动小一些，说“继续”看。`,
  numbersOnly: () => '这里只比数，原因要看具体的件。',
}
