/** 走访12, 走访12-1, 走访12第一条: how people name a visit and a problem of it. Pure. */
import { readNumber, toHalfWidth } from '../../kernel/chinese-numbers.ts'

export interface NamedVisit {
  readonly number: number
  /** Which of its problems; none: the visit as a whole. */
  readonly n: readonly number[]
  readonly words: string
}

const NAMED =
  /(?:走访|调研|拍砖|慰问|会议)(?:记录)?\s*#?\s*(\d{1,6})(?!\d|[家次个天人件年月日])\s*号?(?:\s*[-—–]\s*(\d{1,2}(?:\s*[、,，和]\s*\d{1,2}(?!\d))*)|(?:的|里)?\s*第\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:条|个|项|点)(?:问题)?)?/u

export function findVisitNumber(text: string): NamedVisit | undefined {
  const found = NAMED.exec(toHalfWidth(text))
  const number = Number(found?.[1] ?? 0)
  if (found === null || number === 0) return undefined
  const listed = found[2]?.split(/[、,，和]/u).map((one) => Number(one.trim())) ?? []
  const counted = found[3] === undefined ? [] : [readNumber(found[3]) ?? 0]
  return { number, n: [...listed, ...counted].filter((n) => n > 0), words: found[0] }
}
