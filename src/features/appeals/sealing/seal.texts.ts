import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { appealsTexts } from '../appeals.texts.ts'

export const sealChoices: readonly Choice[] = [
  { id: 'yes', label: '封存身份' },
  { id: 'no', label: '不用了' },
]

export const sealTexts = {
  /** What can be taken back, and what cannot. */
  preview: (number: string, summary: string, unitName: string | null) =>
    [
      `要封存 ${number}（${summary}）里您的身份。`,
      '封存以后：工作人员、承办单位、领导和台账里都不再有您的姓名和企业，有进展我照常在这里告诉您。',
      unitName === null
        ? '工作人员已经看过您的姓名和企业，这一点收不回来；还没有单位看过。'
        : `收不回来的：工作人员和${unitName}已经看过您的姓名和企业，我会请他们不要再提起。`,
      '确认封存吗？',
    ].join('\n'),
  which: (own: readonly Appeal[]) =>
    [
      '您有几件在办，要封存哪一件，请带上编号，例如“封存 0012”：',
      ...own.map(({ number, summary }) => `${number} ${summary}`),
    ].join('\n'),
  sealedAlready: (number: string) => `${number} 本来就封存着，工作人员和承办单位看不到您的姓名和企业。`,
  nothingOpen: () =>
    '没有查到您名下在办的诉求，没有什么要封存的。要反映新的事，直接说就行，说“别说是我反映的”就会封存。',
  kept: (number: string) => `好的，${number} 照原样办。`,
  done: (number: string) =>
    `${number} 已封存。从现在起，看得到的内容里没有您的姓名和企业；之后我只在这里私下找您。`,
  staff: (appeal: Appeal) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）的诉求人要求保密，身份已封存。之前看过的，请不要再提起是谁反映的；再派单前要先核对给单位看的内容。`,
  unit: (number: string) =>
    `${number} 的诉求人要求保密。请不要向任何人提起是谁反映的，也不要打听；给您单位看的内容由工商联核对后再发。`,
}
