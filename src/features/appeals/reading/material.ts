/** 补上材料, 那个我拍了, 对账单找到了: something that goes with what was told before. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { anyOf } from './any-of.ts'
import { forgive } from './forgive.ts'

const paper =
  '材料|资料|照片|相片|图片|图|视频|录像|截图|单子|单据|凭证|合同|协议|对账单|欠条|发票|回单|通知书?|公示|文件|证明|编号|文号|批文|清单|流水|证件|执照|判决书|验收单|结算单|收据'

const handedIn = anyOf([
  /补(?:充|一?下|上|个|交|几|两|份|张|点)|(?:再|还)(?:发|传|给|交|加)(?:你|您|您们|你们)?(?:一|几|两|个|张|份|点)?/,
  new RegExp(`(?:${paper}).{0,8}(?:找到|拍|发|传|给|有了|在这|来了|到了|下来|补|弄好|开好|整理好|好了|附上)`),
  new RegExp(`(?:拍|找到|附|传|发|整理|弄到|翻出来?|这是).{0,6}(?:${paper}|了)`),
  /(?:拍|照|录)(?:了|的|好了|下来)(?:几?张|个)?|截(?:了|个|好)?(?:图|屏)/,
])
/** Points back: the matter has been told. */
const pointsBack = anyOf([
  /(?:那个|那件|那笔|这个|这件|上次|上回|之前|前天|昨天|刚才|前面)(?:说的?|报的?|提的?|讲的?|反映的?|登记的?)?(?:那个|那件|的)?(?:事|问题|诉求)?/,
  /^(?:对了|还有|忘了说|忘说了|另外|补充)/,
])

export interface Material {
  /** It says that it belongs to something told before. */
  readonly pointsBack: boolean
  /** It speaks of papers or pictures handed in. */
  readonly handsIn: boolean
}

/** Undefined where the words are not about material at all. */
export function readMaterial(text: string): Material | undefined {
  const said = forgive(toHalfWidth(text.slice(0, 400)))
  const hands = handedIn.test(said)
  const back = pointsBack.test(said)
  return hands ? { handsIn: true, pointsBack: back } : undefined
}
