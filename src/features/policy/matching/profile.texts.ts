/** What a company's people read about what is kept of it. */

import { factLines } from './company-facts.texts.ts'
import type { KnownProfile } from './matching.effects.ts'

export const profileTexts = {
  known: ({ company, facts }: KnownProfile, today: string) => {
    const lines = factLines(facts, today)
    const head =
      lines.length === 0
        ? `还没有记${company ?? '贵公司'}的情况。`
        : `我记着的${company ?? '贵公司'}的情况：\n${lines.join('\n')}`
    return `${head}\n${profileTexts.invite()}`
  },
  invite: () =>
    '要补充或者改，直接说，例如“小型企业，36个人，去年营收1200万，有出口，2018年5月成立，高新技术企业”。没有了就说“好了”。这些只用来对照申报条件。',
  goOn: () => '还有要补的接着说，没有了就说“好了”。',
  nothingRead: () =>
    '这一句里没有读到能记的情况。可以说规模、人数、参保人数、营收、纳税、研发费用、有没有出口、哪年成立、有什么资质。',
  done: () => '好的。想看能申请什么，说“我能申请哪些政策”。',
  withoutCompany: () => '企业资料由会员企业自己填。名册里还没有您的企业，请联系工商联工作人员。',
  confirmDropping: (label: string | undefined) =>
    label === undefined
      ? '要把我记着的贵公司情况全部删掉吗？名册里的信息不在内。'
      : `要把记着的“${label}”删掉吗？`,
  dropLabels: { yes: '删掉', no: '不删' },
  dropped: () => '删掉了。',
  kept: () => '好的，没有动。',
}
