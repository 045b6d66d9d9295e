/** 铸造行业、做灌溉设备的: trades as the roster writes them. */
import type { Marking } from './marking.ts'
import type { NameIndex } from './name-index.ts'

/** 做食品加工的企业 and 食品加工企业 are of a trade, though a chamber is called so too. */
export const isTradeHere = (text: string, at: number, word: string, { trades }: NameIndex) =>
  trades.some(({ code }) => code === word) &&
  (TRADE_NEXT.test(text.slice(at + word.length)) || TRADE_BEFORE.test(text.slice(0, at)))

const TRADE_NEXT =
  /^(?:行业|类企业|企业|厂|公司|那行|业的|业(?=还|有|企)|老板|这(?:个)?行|那(?:个)?行|这块|那块|口)/u

const TRADE_BEFORE = /(?:做|搞|干|从事|经营|开)$/u

/** 铸造行业, 做灌溉设备的: a trade as the roster writes it. */
export function markTrades(marking: Marking, names: NameIndex): void {
  // 食品企业 for 食品加工, where only one trade begins so.
  for (const { code } of names.trades) {
    const head = code.slice(0, 2)
    const alike = names.trades.filter((one) => one.code.startsWith(head))
    const at = marking.text.search(
      new RegExp(`${head}(?:行业|类企业|企业|行当)|(?<=做|搞|干|从事|经营)${head}(?:这行|那行)?的`, 'u'),
    )
    if (code.length > 2 && at >= 0) marking.take(head, alike, 'part', at)
  }
  for (const trade of names.trades) {
    const word = trade.code
    const at = marking.text.indexOf(word)
    if (at < 0) continue
    // 那家铸造厂 is one firm.
    if (/(?:那|这)(?:家|个)$/u.test(marking.text.slice(0, at))) continue
    if (TRADE_NEXT.test(marking.text.slice(at + word.length)) || TRADE_BEFORE.test(marking.text.slice(0, at)))
      marking.take(word, [trade], 'whole', at)
  }
}
