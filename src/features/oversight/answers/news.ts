/** 昨天有啥新情况: how many matters each act touched, and which. */
import type { QuestionOf } from '../asking/question.ts'
import { ledgerLines } from '../ledger-lines.texts.ts'
import { type Asking, LINES } from './asking.ts'
import type { Draft } from './draft.ts'
import { newsTexts as texts } from './news.texts.ts'

const MOST_KEPT = 500

export async function answerNews({ period }: QuestionOf<'news'>, asking: Asking): Promise<Draft> {
  const { store, sight, work, at } = asking
  const news = await store.news(sight, period, { offset: 0, limit: MOST_KEPT }, work)
  const shown = Math.min(LINES, news.items.length)
  return {
    head: texts.head(news, period.label),
    lines: news.items.slice(0, shown).map(({ entry, event }) => ledgerLines.news(entry, event, at)),
    after: news.total > shown ? [texts.rest(news.total - shown)] : [],
    definition: news.total === 0 ? '' : texts.definition(),
    figure: {
      lines: [
        {
          label: texts.label(),
          n: news.total,
          of: null,
          numbers: news.items.map(({ entry }) => entry.number),
        },
      ],
      isWhole: news.items.length === news.total,
      shown,
    },
  }
}
