/** 编号: how people who read the ledger name one matter by its number: 2026-0312, 0312到哪了, 312号那件. Dates and amounts are none. */
import { findHanDigit, readNumber, toHalfWidth } from './chinese-numbers.ts'
import { shanghaiTime } from './clock.ts'

const RULES: readonly RegExp[] = [
  /(?<![\d-])(20\d\d)\s?[-—–]\s?(\d{3,6})(?![\d-])/u,
  // The serial with its zeros; an area code and its telephone are not one.
  /(?<![\d.:/+-]|电话|区号)()(0\d{3,5})(?![\d.:]|\s?\d{6,8}|[年月日点时分元万%])/u,
  /(?:编号|单号|诉求号?|案号|尾号|第)(?:是|为|[:：#\s])*()(\d{1,6})(?![\d.]|\s?(?:件|个|条|家|页|万|元|天|季度|月))/u,
  // A small number before 号 may be a day, so what follows has to speak of a matter.
  /(?<![\d月./:-])()(\d{1,6}|[一二三四五六七八九十百]{1,5})\s?号(?=\s*(?:诉求|单|案|事项|那[个件单]|这[个件单]|的事|到哪|办|处理|解决|咋|怎|现在|谁|进|转|交|督办|批))/u,
  /^[\s#]*()(\d{3,6})\s?号?[\s?？。]*$/u,
]

/** 零三一二号 as people say it. */
const readOut = (text: string) =>
  text.replace(/[零〇一二三四五六七八九幺]{4,6}/gu, (run) =>
    /^[零〇]/u.test(run) ? [...run].map(findHanDigit).join('') : run,
  )

export interface FoundNumber {
  /** Candidates as `YYYY-NNNN`, the likelier first: this year's, then last year's where no year was said. */
  readonly numbers: readonly string[]
  readonly words: string
}

export function findAskedNumber(text: string, at: Date): FoundNumber | undefined {
  const said = readOut(toHalfWidth(text))
  for (const rule of RULES) {
    const found = rule.exec(said)
    const serial = readNumber(found?.[2] ?? '') ?? 0
    if (found === null || serial === 0) continue
    const { year } = shanghaiTime(at)
    const years = found[1] ? [Number(found[1])] : [year, year - 1]
    return { numbers: years.map((one) => `${one}-${String(serial).padStart(4, '0')}`), words: found[0] }
  }
  return undefined
}
