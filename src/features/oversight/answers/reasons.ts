/** 为什么退单: what units and askers said themselves, never what one might suppose. */
import type { QuestionOf } from '../asking/question.ts'
import { ledgerLines } from '../ledger-lines.texts.ts'
import { type Asking, LINES } from './asking.ts'
import type { Draft } from './draft.ts'
import { measureTexts } from './measure.texts.ts'
import { reasonsTexts as texts } from './reasons.texts.ts'

/** Kept by number; of more the newest are. */
const MOST_KEPT = 500

export async function answerReasons({ of, period }: QuestionOf<'reasons'>, asking: Asking): Promise<Draft> {
  const { measures, sight, work, at, directory } = asking
  const { total, items } = await measures.reasons(
    sight,
    { of, period },
    { offset: 0, limit: MOST_KEPT },
    work,
  )
  const shown = Math.min(LINES, items.length)
  const when = period?.label ?? ''
  const told = items.slice(0, shown)
  const entries = await measures.entries(
    sight,
    told.map(({ number }) => number),
    work,
  )
  const companyOf = new Map(entries.map((entry) => [entry.number, ledgerLines.company(entry)]))
  return {
    head: texts.head(of, total, when),
    lines: told.map((reason) => texts.line(reason, companyOf.get(reason.number) ?? '', at, directory)),
    after: total > shown ? [texts.rest(total - shown)] : [],
    definition: total === 0 ? '' : texts.definition(),
    figure: {
      lines: [
        {
          label: measureTexts.name(of),
          n: total,
          of: null,
          numbers: items.map(({ number }) => number),
        },
      ],
      isWhole: items.length === total,
      shown,
    },
  }
}
