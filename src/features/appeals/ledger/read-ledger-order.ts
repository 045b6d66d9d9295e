/** 导出 台账 10月 Excel, 把金融办的台账导出来, 导入台账: what staff want with the ledger as a file. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'

const THING = '(?:诉求)?(?:台账|台帐|清单|明细表|总表|表格)|诉求表|excel|xlsx|电子表(?:格)?'
const OUT = '导出来?|导一[份个下]|导(?:个|份)|导给|下载|生成|输出|打印'
const POLITE = '请|帮我|给我|麻烦|把|将|我要|我想|想要|需要'

const exports = new RegExp(
  `(?:${OUT})[^?？]{0,30}(?:${THING})|(?:${THING})[^?？]{0,20}(?:${OUT}|导一下|导(?:给|过来|$))|(?:发|给)(?:我)?(?:一[份个])?[^?？]{0,20}(?:台账|台帐|诉求)[^?？]{0,10}(?:excel|xlsx|表格|电子表)|(?:台账|台帐)[^?？]{0,12}(?:excel|xlsx|电子表)`,
  'iu',
)

/** What of the words is the order itself. */
export const EXPORT_WORDS = new RegExp(
  `${POLITE}|发|${OUT}|导一下|导|(?:诉求)?(?:台账|台帐|清单|明细表|总表|表格)|诉求表?|excel|xlsx|电子表(?:格)?|格式|文件|来|一份|一个|成|出|为|版`,
  'giu',
)

const imports =
  /(?:导入|导回|传回|回传|倒入|更新|上传|导进)(?:一下|到系统|系统|进来|进去|来|改好的?|填好的?|新的?|这[个份])*(?:的)?(?:诉求)?(?:台账|台帐)|(?:台账|台帐)[^?？\d]{0,8}(?:导入|导回|导进|回传|传回|传上|上传|改好了|填好了|更新)/u

export function isExportOrder(text: string): boolean {
  const said = toHalfWidth(text).trim()
  return said.length <= 80 && !/怎么|如何|吗[?？]?$|明细\s*\d/u.test(said) && exports.test(said)
}

export function isImportOrder(text: string): boolean {
  const said = toHalfWidth(text).trim()
  return said.length <= 40 && !/^(?:怎么|如何)|吗[?？]?$|[?？]$/u.test(said) && imports.test(said)
}

/** A ledger that is sent without a word: by the name that it was given when it went out. */
export const isLedgerFile = (name: string): boolean => /^诉求台账.*\.xlsx$/iu.test(name)
