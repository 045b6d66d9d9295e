import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { lawfulRouteTexts } from '../reading/lawful-route.texts.ts'
import type { LawfulRoute } from '../reading/lawful-route.ts'

export const referChoices: readonly Choice[] = [
  { id: 'yes', label: '确认转出' },
  { id: 'no', label: '不转' },
]

export const referTexts = {
  whichRoute: (number: string) =>
    `${number} 转哪个法定渠道？可以是：法院、仲裁、劳动仲裁、行政复议、信访、纪检监察、公安、款项支付投诉。`,
  why: (number: string, route: LawfulRoute) =>
    `${number} 为什么要转${lawfulRouteTexts[route].organ}？请说一句理由，会记在经过里。`,
  preview: (appeal: Appeal, route: LawfulRoute, words: string, unitName: string | null) =>
    [
      `要转出的是 ${appeal.number}（${appeal.summary}）`,
      `转到：${lawfulRouteTexts[route].organ}（${lawfulRouteTexts[route].basis}）`,
      `理由：${words}`,
      appeal.anonymous
        ? `诉求人完全匿名，用查询码来问时会看到：${lawfulRouteTexts[route].advice}`
        : `会告诉诉求人：${lawfulRouteTexts[route].advice}`,
      ...(unitName === null ? [] : [`${unitName}不用再办，也会收到通知。`]),
      '转出后不计时，单独统计；转错了说“收回 编号 理由”。确认转出吗？',
    ].join('\n'),
  referred: ({ number, anonymous }: Appeal, route: LawfulRoute) =>
    `${number} 已转法定渠道（${lawfulRouteTexts[route].organ}），${anonymous ? '诉求人用查询码来问时会看到' : '诉求人已收到说明'}。`,
  asker: (number: string, route: LawfulRoute) =>
    [
      `您的诉求 ${number} 依法由${lawfulRouteTexts[route].organ}处理（${lawfulRouteTexts[route].basis}），我们不能代办，也不再催办。`,
      lawfulRouteTexts[route].advice,
      '有别的困难，随时再说。',
    ].join('\n'),
  others: (appeal: Appeal, route: LawfulRoute, words: string) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）转法定渠道：${lawfulRouteTexts[route].organ}。理由：${words}`,
  note: (route: LawfulRoute, words: string) => `${lawfulRouteTexts[route].organ}：${words}`,
}
