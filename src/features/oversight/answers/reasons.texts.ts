import type { Directory } from '../../../kernel/directory.ts'
import type { QuestionOf } from '../asking/question.ts'
import { ledgerLines, shortDay } from '../ledger-lines.texts.ts'
import type { Reason } from '../measures/measures.store.ts'
import { measureTexts } from './measure.texts.ts'

const WHOSE: Readonly<Record<QuestionOf<'reasons'>['of'], string>> = {
  sentBack: '单位的原话',
  paused: '等的是',
  unsatisfied: '企业的原话',
  excluded: '申请的理由',
}

export const reasonsTexts = {
  head: (of: QuestionOf<'reasons'>['of'], total: number, when: string) =>
    total === 0
      ? `${measureTexts.headline(of, 0, when)}。`
      : `${measureTexts.headline(of, total, when)}，${WHOSE[of]}：`,
  line: ({ number, at, words, unit }: Reason, company: string, now: Date, directory: Directory) =>
    `${number} ${company}（${unit === null ? '' : `${ledgerLines.unit(unit, directory)}，`}${shortDay(at, now)}）${words === null ? '没有写理由，或身份封存不显示' : `“${ledgerLines.result(words)}”`}`,
  rest: (left: number) => `还有 ${left} 件没列，说“继续”看其余。`,
  definition: () => '理由是当时写下的原话，没有归纳',
}
