import type { Choice } from '../../../kernel/letter-draft.ts'
import { shortNumber } from '../appeal-number.ts'

export const progressChoices: readonly Choice[] = [
  { id: 'yes', label: '确认发出' },
  { id: 'no', label: '先不发' },
]

export const progressTexts = {
  notForYou: () => '报进展由承办单位和工商联工作人员操作。您可以说“到哪一步了”，看自己反映的诉求。',
  which: () => '要报哪一件的进展，请带上编号，例如“0012 进展 已联系企业，周五到场”。',
  notOpen: (number: string) => `${number} 已经不在办理中，没有记进展。`,
  whatHappened: (number: string) => `${number} 有什么进展？请说一两句，我会原样告诉诉求人。`,
  preview: (number: string, summary: string, words: string) =>
    `要报的进展：${number}（${summary}）\n${words}\n这段话会原样告诉诉求人和工商联工作人员。发吗？要改直接重说。`,
  previewContact: (number: string, summary: string) =>
    `要记下已联系诉求人：${number}（${summary}）\n诉求人会收到一句话，请他核对。确认吗？`,
  previewSupporter: (number: string, summary: string, words: string, lead: string) =>
    `要报的进展：${number}（${summary}）\n${words}\n这段话会转给主办单位${lead}和工商联工作人员，不直接发给诉求人。发吗？要改直接重说。`,
  left: () => '好的，没有发出。',
  timedOut: () => '刚才的进展放了一天没有确认，没有发出。要报请重新说一次。',

  noted: (number: string) => `${number} 的进展已经告诉诉求人。`,
  notedContact: (number: string) => `${number} 已记下：联系过诉求人。`,
  notedSupporter: (number: string, lead: string) => `${number} 的进展已转给${lead}和工商联工作人员。`,
  asker: (number: string, by: string, words: string) => `您的诉求 ${number} 有新进展，${by}说：${words}`,
  askerContact: (number: string, by: string) =>
    `您的诉求 ${number}：${by}说已经和您联系过。如果没有人联系您，回“催办 ${shortNumber(number)}”，我接着催。`,
  staff: (number: string, by: string, words: string) => `${number} 进展（${by}）：${words}`,
  lead: (number: string, by: string, words: string) => `${number} 协办单位${by}的进展：${words}`,
  contactNote: () => '已联系诉求人',
}
