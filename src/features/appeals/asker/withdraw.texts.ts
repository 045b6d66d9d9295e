import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { appealsTexts } from '../appeals.texts.ts'

export const withdrawChoices: readonly Choice[] = [
  { id: 'yes', label: '确认撤回' },
  { id: 'no', label: '不撤回' },
]

export const withdrawTexts = {
  preview: (number: string, summary: string) =>
    `要撤回的是 ${number}（${summary}）。撤回后这件事就不再办理，已经在办的单位会收到通知。确认撤回吗？`,
  which: (own: readonly Appeal[]) =>
    [
      `您有几件在办，要撤回哪一件，请带上编号：`,
      ...own.map(({ number, summary }) => `${number} ${summary}`),
    ].join('\n'),
  nothingOpen: () => '您现在没有在办的诉求，不用撤回。',
  notOpen: (appeal: Appeal) => appealsTexts.cannot(appeal.number, appeal.status, '撤回'),
  kept: (number: string) => `好的，${number} 照常办理。`,
  keptSilently: (number: string) => `${number} 没有撤回，照常办理。`,
  done: (number: string) => `${number} 已撤回，不再办理。以后需要，随时再说。`,
  told: (appeal: Appeal) => `${appeal.number}（${appealsTexts.kind(appeal)}）的诉求人撤回了诉求，不再办理。`,
}
