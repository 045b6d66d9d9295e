/** 模板: a text that staff use again, with gaps to fill. Pure. */
import type { Topic } from '../../../mailings/topics.ts'

export interface NoticeTemplate {
  readonly name: string
  readonly version: number
  readonly text: string
  readonly topic: Topic
  /** Code of whoever kept it last. */
  readonly by: string
  readonly at: Date
}

export const LONGEST_NAME = 20

/** {时间}, 【时间】, and 时间：____, whose name stands in front. A heading such as 【会议通知】 is no gap. */
const GAP =
  /[{｛]\s*([^{}｛｝\n]{1,12}?)\s*[}｝]|【\s*([^【】\n]{1,8}?)\s*】|(?<=(\p{Script=Han}{2,6})[:：]\s?)[_＿]{2,}/gu
const HEADING = /(?:通知|通告|公告|公示|提示|提醒|须知|预告|紧急|重要|更正|撤回|转发|温馨|注意)$/u

interface Gap {
  readonly name: string
  readonly at: number
  readonly length: number
}

function gapsIn(text: string): readonly Gap[] {
  return [...text.matchAll(GAP)].flatMap((found) => {
    const [whole, braced, bracketed, label] = found
    const name = braced ?? bracketed ?? label ?? ''
    const isHeading = bracketed !== undefined && HEADING.test(bracketed)
    return isHeading ? [] : [{ name, at: found.index, length: whole.length }]
  })
}

/** Names of the gaps, each once, in their order. */
export const gapsOf = (text: string): readonly string[] => [...new Set(gapsIn(text).map(({ name }) => name))]

/** The text with its gaps filled; one that has no filling stays as it is. */
export function filled(text: string, fillings: Readonly<Record<string, string>>): string {
  let whole = ''
  let from = 0
  for (const { name, at, length } of gapsIn(text)) {
    whole += text.slice(from, at) + (fillings[name] ?? text.slice(at, at + length))
    from = at + length
  }
  return whole + text.slice(from)
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** 时间=周五15:00 地点=二楼, on one line or several. An answer without a name fills the one gap that was asked for. */
export function readFillings(
  words: string,
  gaps: readonly string[],
  asked?: string,
): Readonly<Record<string, string>> {
  if (gaps.length === 0) return {}
  const longestFirst = [...gaps].sort((a, b) => b.length - a.length).map(escaped)
  const names = new RegExp(
    `(?:^|[\\s,，;；。])(${longestFirst.join('|')})\\s*(?:[=＝:：]|是|为|改成)\\s*`,
    'gu',
  )
  const found = [...words.matchAll(names)]
  const fillings: Record<string, string> = {}
  found.forEach((one, n) => {
    const value = words.slice(one.index + one[0].length, found[n + 1]?.index ?? words.length)
    const trimmed = value.trim().replace(/[,，;；]+$/u, '')
    if (trimmed !== '') fillings[one[1] as string] = trimmed
  })
  const plain = words.trim()
  return found.length === 0 && asked !== undefined && plain !== '' ? { [asked]: plain } : fillings
}
