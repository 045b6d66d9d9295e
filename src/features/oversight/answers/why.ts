/** 为啥跌了: where two periods differ, by category and by unit. Numbers only: causes are for people to name. */
import type { Grouping, QuestionOf } from '../asking/question.ts'
import { type Asking, isWholeLine, LINES, lineBehind, lineOnly } from './asking.ts'
import type { Draft } from './draft.ts'
import { groupName } from './group-name.texts.ts'
import { measureTexts, sizeOf } from './measure.texts.ts'
import { type Moved, movedGroups } from './moved.ts'
import { whyTexts as texts } from './why.texts.ts'

const BY: readonly Grouping[] = ['category', 'unit']

export async function answerWhy(
  { of, period, with: before }: QuestionOf<'why'>,
  asking: Asking,
): Promise<Draft> {
  const { measures, sight, work, directory } = asking
  const [now, then] = await measures.measureAll(
    sight,
    [
      { of, period },
      { of, period: before },
    ],
    work,
  )
  if (now === undefined || then === undefined) throw new Error('A measure was not answered.')
  const moved: Moved[] = []
  for (const by of BY) {
    const here = await measures.grouped(sight, { of, period, by, among: [] }, work)
    const there = await measures.grouped(sight, { of, period: before, by, among: [] }, work)
    for (const one of movedGroups(here, there, then))
      moved.push({ ...one, by, label: groupName(by, one.code, directory) })
  }
  const sign = (sizeOf(now) ?? 0) >= (sizeOf(then) ?? 0) ? 1 : -1
  // What pulled the same way as the whole comes first, the strongest before the others.
  const isComparable = sizeOf(now) !== null && sizeOf(then) !== null
  const told = (isComparable ? moved : [])
    .filter(({ part }) => part * sign > 0)
    .sort((a, b) => Math.abs(b.part) - Math.abs(a.part))
  const lines = []
  for (const [i, { label, now: value, by, code }] of told.entries()) {
    const asked = { of, period, by: { grouping: by, code } }
    lines.push(i < LINES ? await lineBehind(label, value, asked, asking) : lineOnly(label, value, asked))
  }
  const whole = await lineBehind(measureTexts.name(of), now, { of, period }, asking)
  const shown = Math.min(LINES, told.length)
  return {
    head: texts.head(of, period, now, before, then, told[0]),
    lines: told.slice(0, shown).map((one) => texts.line(of, one)),
    after: [
      ...(told.length > shown ? [texts.rest(told.length - shown)] : []),
      ...(told.length === 0 ? [] : [texts.numbersOnly()]),
    ],
    definition: measureTexts.definition(of, true),
    figure: { lines: [whole, ...lines], isWhole: [whole, ...lines].every(isWholeLine), shown },
  }
}
