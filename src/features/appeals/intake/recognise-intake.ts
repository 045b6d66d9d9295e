import type { Reading } from '../../../conversation/feature.ts'
import { looksLikeConsumerMatter } from '../reading/consumer-matter.ts'
import { readMatter } from '../reading/read-matter.ts'
import { wantsToBeSealed } from '../reading/sealing.ts'
import { readingOf } from '../reading-of.ts'

/** Words that state a trouble or ask for action. */
export function readAppeal(text: string): readonly Reading[] {
  if (looksLikeConsumerMatter(text.slice(0, 1_000)))
    return [readingOf('appeals.intake', 'appeal', 0.6, '登记诉求', ['消费'])]
  const matter = readMatter(text)
  if (matter.score >= 0.3)
    return [
      readingOf('appeals.intake', 'appeal', Math.min(0.95, matter.score + 0.05), '登记诉求', matter.words),
    ]
  // Who asks not to be named has something to tell, whatever it is.
  if (wantsToBeSealed(text)) return [readingOf('appeals.intake', 'appeal', 0.6, '登记诉求', ['不署名'])]
  const wish = WISH.exec(text) ?? (ASKS.test(text) ? null : ANNOUNCED.exec(text))
  return wish === null ? [] : [readingOf('appeals.intake', 'appeal', 0.5, '登记诉求', [wish[0]])]
}

const WISH =
  /(?:登记|提交?|反映|上报|报|申请|写)(?:一?个|一?下|一?件|几个|些)?(?:诉求|问题|困难|情况|事情?)|^(?:我要|我想|想)?(?:提|报)?诉求$|求助|投诉/
/** 我们有两个事: the matters come with the next lines. */
const ANNOUNCED =
  /(?:有|说|讲)(?:[两俩二三四五几2-5])(?:个|件|条|桩|点)?(?:事|难处|困难|麻烦)(?!务|先|实|项|没|未|还)/
const ASKS = /问|咨询|请教|打听|多少|哪|什么|啥|[?？]/
