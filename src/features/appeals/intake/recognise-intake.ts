import type { Reading } from '../../../conversation/feature.ts'
import { looksLikeConsumerMatter } from '../reading/consumer-matter.ts'
import { proposeUrgency } from '../reading/propose-urgency.ts'
import { readMatter } from '../reading/read-matter.ts'
import { wantsToBeSealed } from '../reading/sealing.ts'
import { readingOf } from '../reading-of.ts'

/** Words that state a trouble or ask for action; `quoted` is what they answer and leave to us. */
export function readAppeal(said: string, quoted = ''): readonly Reading[] {
  const told = quoted.trim() === '' ? undefined : readMatter(quoted)
  if (told !== undefined && told.score >= 0.3 && HANDS_ON.test(said)) {
    // 这个登记一下, said of somebody's trouble, is an order that can mean nothing else.
    const band = TAKE_DOWN.test(said) ? 'command' : 'appeal'
    return [readingOf('appeals.intake', band, 0.9, '登记诉求', ['引用', ...told.words])]
  }
  return readWords(said)
}

/** What somebody says who answers a trouble that was told, and wants it taken up. */
const HANDS_ON =
  /^[\s@＠]*$|登记|记(?:一?下|上|录)|反映|上报|报(?:一?下|上)|提(?:一?下|交)|帮|协调|解决|处理|跟进|管(?:一?下|管|不管)|催|看(?:一?下|看)|问(?:一?下|问)|诉求|这(?:个|件|条|事)|他(?:这|那|说)|办(?:一?下)?/

const TAKE_DOWN =
  /^.{0,12}(?:登记|记(?:一?下|上|录)|录(?:一?下|入|上)|立(?:个|一?下)?案|建(?:个|一)单).{0,6}$/su

function readWords(text: string): readonly Reading[] {
  if (looksLikeConsumerMatter(text.slice(0, 1_000)))
    return [readingOf('appeals.intake', 'appeal', 0.6, '登记诉求', ['消费'])]
  const matter = readMatter(text)
  if (matter.score >= 0.3) {
    const score = Math.min(0.95, matter.score + 0.05)
    const reading = readingOf('appeals.intake', 'appeal', score, '登记诉求', matter.words)
    return [proposeUrgency(text).urgency === 'critical' ? { ...reading, isPressing: true } : reading]
  }
  // Who asks not to be named has something to tell, whatever it is.
  if (wantsToBeSealed(text)) return [readingOf('appeals.intake', 'appeal', 0.6, '登记诉求', ['不署名'])]
  const wish = WISH.exec(text) ?? (ASKS.test(text) ? null : ANNOUNCED.exec(text))
  return wish === null ? [] : [readingOf('appeals.intake', 'appeal', 0.5, '登记诉求', [wish[0]])]
}

const WISH =
  /(?:登记|提交?|反映|上报|报|申请|写)(?:一?个|一?下|一?件|几个|些)?(?:诉求|问题|困难|情况|事情?)|^(?:我要|我想|想)?(?:提|报)?诉求$|求助|投诉|有(?:个|件|点|一个|一件)(?:小|急|难)?(?:事|情况|问题)(?:儿|情)?(?:想|要|得)?(?:麻烦|求|找|跟|向|请|说|讲|反映)|^(?:我|俺)?(?:想|要)?(?:跟您?|向您?|给您?)?(?:说|讲|反映)(?:个|件)事/
/** 我们有两个事: the matters come with the next lines. */
const ANNOUNCED =
  /(?:有|说|讲)(?:[两俩二三四五几2-5])(?:个|件|条|桩|点)?(?:事|难处|困难|麻烦)(?!务|先|实|项|没|未|还)/
const ASKS = /问|咨询|请教|打听|多少|哪|什么|啥|[?？]/
