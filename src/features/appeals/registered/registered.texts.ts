import { categoryLabels } from '../../../kernel/appeal-terms.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'

export const registeredChoices = [
  { id: 'yes', label: '由我跟进' },
  { id: 'no', label: '先不用' },
]

export const registeredTexts = {
  /** To the company's people: nobody of theirs brought it, and it is theirs to add to. */
  invitation: (number: string, told: string, words: string, category: Appeal['category']) =>
    [
      `${told}：“${words}”。`,
      `工商联已登记为诉求 ${number}（${categoryLabels[category]}）。`,
      '由您跟进的话，进展和结果直接告诉您，您也可以随时补充。要由您跟进吗？',
    ].join('\n'),
  followed: (number: string) =>
    `好的，${number} 由您跟进。有要补充的，说“补充 ${shortNumber(number)} …”；随时可以问“到哪一步了”。`,
  followedByOther: (number: string) => `${number} 已经有同事在跟进，进展会告诉他，办理照常进行。`,
  notFollowed: (number: string) => `好的，${number} 照常办理。之后想跟进，联系工商联就行。`,
  over: (number: string) => `${number} 已经办完，谢谢。`,
  staff: (appeal: Appeal, suggestedUnit: string | undefined) =>
    [
      `${appeal.number} 由走访线索登记（${categoryLabels[appeal.category]}）。`,
      `企业：${appeal.company?.name ?? ''}`,
      `事由：${appeal.summary}`,
      ...(suggestedUnit === undefined ? [] : [`建议派给：${suggestedUnit}`]),
      `派单说“派单 ${shortNumber(appeal.number)} 单位 天数”。`,
    ].join('\n'),
}
