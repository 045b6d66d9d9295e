import { TOLD_ACTS } from '../ledger-entry.ts'
import { actLabels } from '../ledger-lines.texts.ts'
import type { News } from '../oversight.store.ts'

export const newsTexts = {
  head(news: News, when: string): string {
    const parts = TOLD_ACTS.flatMap((act) => {
      const n = news.touched[act] ?? 0
      return n === 0 ? [] : [`${actLabels[act]} ${n} 件`]
    })
    if (news.fellOverdue > 0) parts.push(`到了时限没办完 ${news.fellOverdue} 件`)
    return parts.length === 0 ? `${when}没有新情况。` : `${when}：${parts.join('，')}。`
  },
  label: () => '有动静的',
  rest: (left: number) => `还有 ${left} 件没列，说“继续”看其余。`,
  definition: () => '同一件在这段时间里有几个动作，各算一次',
}
