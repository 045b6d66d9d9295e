/** 融资类占多少: a part beside the whole it is a part of. */
import { NOWHERE, type QuestionOf, type Where } from '../asking/question.ts'
import { type Asking, isWholeLine, lineBehind } from './asking.ts'
import type { Draft } from './draft.ts'
import { measureTexts, weightOf } from './measure.texts.ts'
import { shareTexts as texts } from './share.texts.ts'

/** What is dropped to get the whole: 农机商会里融资类占多少 is a part of the chamber's. The first that was named. */
const NARROWED = ['category', 'unit', 'company', 'trade', 'town', 'chamber', 'leader'] as const

export function wholeOf(where: Where): Where {
  const dropped = NARROWED.find((one) => where[one] !== null)
  return dropped === undefined ? where : { ...where, [dropped]: NOWHERE[dropped] }
}

export async function answerShare(
  { of, where, period }: QuestionOf<'share'>,
  asking: Asking,
): Promise<Draft> {
  const { measures, sight, work, directory } = asking
  const wide = { ...asking, sight: { ...sight, where: wholeOf(where) } }
  const part = await measures.measure(sight, { of, period }, work)
  const whole = await measures.measure(wide.sight, { of, period }, work)
  const name = texts.partName(where, directory)
  const asked = { of, period }
  const lines = [
    await lineBehind(name, part, asked, asking),
    await lineBehind(measureTexts.name(of), whole, asked, wide),
  ]
  return {
    head: texts.head(name, of, period.label, weightOf(part), weightOf(whole)),
    lines: [],
    after: [],
    definition: measureTexts.definition(of, true),
    figure: { lines, isWhole: lines.every(isWholeLine), shown: 0 },
  }
}
