/** 0312和0298: numbers of matters become marks; those of notices, figures and visits are left. */
import { shanghaiTime } from '../../../../kernel/clock.ts'
import { findAskedNumber } from '../../../../kernel/spoken-number.ts'
import { signOf } from './marks.ts'

interface NumbersSaid {
  readonly text: string
  /** Candidates of the first, then of the next. */
  readonly numbers: readonly string[]
  readonly words: readonly string[]
}

const MOST_NUMBERS = 8

/** Numbers of matters; those of notices, figures and visits are none. */
export function markNumbers(plain: string, at: Date): NumbersSaid {
  // 0298分别 is no time of day.
  let text = plain.replaceAll('分别', '各')
  const numbers: string[] = []
  const words: string[] = []
  if (/通知|回执|公告|明细|走访|拍砖|慰问/u.test(plain)) return { text, numbers, words }
  for (let n = 0; n < MOST_NUMBERS; n++) {
    const found = findAskedNumber(text, at) ?? aboveDays(text, at)
    if (found === undefined) break
    // A number that was read out in words stands in the text in words.
    const spoken = text.includes(found.words) ? found.words : (READ_OUT.exec(text)?.[0] ?? '')
    if (spoken === '') break
    text = text.replace(spoken, signOf('N', n))
    numbers.push(...ofYear(found.numbers, plain.slice(0, plain.indexOf(spoken)), at))
    words.push(found.words)
  }
  return { text, numbers, words }
}

/** 去年的0298号 leaves no choice. */
function ofYear(numbers: readonly string[], before: string, at: Date): readonly string[] {
  const said = /(去年|今年|前年|20\d\d年)(?:度)?(?:的)?(?:第|编号|那个|那件)?$/u.exec(before)?.[1]
  if (said === undefined) return numbers
  const { year } = shanghaiTime(at)
  const named = /\d/u.test(said) ? Number(said.slice(0, 4)) : year - ['今年', '去年', '前年'].indexOf(said)
  return numbers.slice(0, 1).map((number) => `${named}${number.slice(4)}`)
}

const READ_OUT = /[零〇][零〇一二三四五六七八九幺]{3,5}号?/u

/** 89号什么情况: no day of a month, so the number of a matter. */
function aboveDays(text: string, at: Date): ReturnType<typeof findAskedNumber> {
  const found = /(?<![\d月./-])(\d{2,5})号(?=什么|怎么|情况|在|呢|那)/u.exec(text)
  const asked = found === null || Number(found[1]) <= 31 ? undefined : findAskedNumber(`编号${found[1]}`, at)
  return asked === undefined || found === null ? undefined : { ...asked, words: found[0] }
}
