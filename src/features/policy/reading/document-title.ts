/** Which of the first lines are the title, and which stand around it: number, dates, who issued it. */

import { DATE_PATTERN } from './chinese-dates.ts'
import { labelOf } from './outline.ts'
import { TABLE_MARK } from './source-table.ts'

export type Opening = {
  title: string | undefined
  /** Lines around the title, above the first line of running text. */
  front: string[]
  body: string[]
}

/** What a rule's title ends with. */
export const KINDS =
  '通知|通告|通报|公告|公报|办法|条例|规定|规则|意见|细则|方案|决定|法|措施|批复|函|指南|解释|章程|倡议书|政策|清单|说明|汇编|问答|目录|标准|制度|计划|纲要'
const TITLE = new RegExp(`(?:${KINDS})(?:[（(][^）)]{1,30}[）)])*$`, 'u')
const NO_TITLE = new RegExp(`${DATE_PATTERN}|号$|文件$|签发人|^[A-Za-z\\d\\s]+$`, 'u')
const MOST_FRONT_LINES = 10
const LONGEST_LINE = 60
const MOST_TITLE_LINES = 3

/** `lines` are paragraphs without blank ones; the title may run over up to three of them. */
export function readOpening(lines: readonly string[]): Opening {
  const heading = lines.findIndex((line) => /^#\s+\S/.test(line))
  const end = frontEnd(lines)
  if (heading !== -1 && heading <= end) {
    const title = (lines[heading] ?? '').replace(/^#\s+/, '').trim()
    // Some files say the title twice, as a heading and as a line.
    const rest = lines.filter((line, at) => at !== heading && (at > heading + 6 || line.trim() !== title))
    const front = rest.slice(0, frontEnd(rest))
    return { title, front, body: rest.slice(front.length) }
  }
  const front = lines.slice(0, end)
  for (let first = 0; first < front.length; first += 1) {
    for (let count = 1; count <= MOST_TITLE_LINES && first + count <= front.length; count += 1) {
      const candidates = front.slice(first, first + count)
      if (candidates.some((line) => NO_TITLE.test(line.trim()))) break
      if (!TITLE.test(candidates.join('').trim())) continue
      return cutOut(lines, front, first, count)
    }
  }
  return { title: undefined, front: [...front], body: lines.slice(end) }
}

function cutOut(lines: readonly string[], front: readonly string[], first: number, count: number): Opening {
  return {
    title: front
      .slice(first, first + count)
      .map((line) => line.trim())
      .join(''),
    front: [...front.slice(0, first), ...front.slice(first + count)],
    body: lines.slice(front.length),
  }
}

/** Where running text begins: the first numbered part, sentence, address (各镇人民政府：) or long line. */
function frontEnd(lines: readonly string[]): number {
  const at = lines.findIndex((line, index) => {
    if (/^#\s/.test(line)) return false
    return (
      index >= MOST_FRONT_LINES ||
      line.length > LONGEST_LINE ||
      line.includes(TABLE_MARK) ||
      /[。；：:;！？…]$/u.test(line) ||
      labelOf(line) !== undefined
    )
  })
  return at === -1 ? Math.min(lines.length, MOST_FRONT_LINES) : at
}
