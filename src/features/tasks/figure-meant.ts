/** 明细12-3, or 超期的 said to a digest: which told number an instruction is about. Pure. */
import { toHalfWidth } from '../../kernel/chinese-numbers.ts'

export interface FigureMeant {
  readonly number: number
  /** Null: the whole of it. */
  readonly line: number | null
}

const CODE = /明细\s?(\d{1,7})(?:\s?[-—–－之]\s?(\d{1,3}))?/gu
/** What a digest counts, as it calls it; said to it these words choose the line. */
const KINDS = /新增|新超期|超期|办结|不满意|没解决|特急|紧急|退单|暂停|到期/gu

export function figureMeant(said: string, answered: string | undefined): FigureMeant | undefined {
  const [named] = codesIn(said)
  if (named !== undefined) return named
  const lines = (answered ?? '').split('\n').map((line) => ({ line, codes: codesIn(line) }))
  const codes = distinct(lines.flatMap((one) => one.codes))
  if (codes.length <= 1) return codes[0]
  const kinds = said.match(KINDS) ?? []
  const fitting = distinct(
    lines.filter(({ line }) => kinds.some((kind) => line.includes(kind))).flatMap((one) => one.codes),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

const codesIn = (text: string): readonly FigureMeant[] =>
  [...toHalfWidth(text).matchAll(CODE)].map(([, number, line]) => ({
    number: Number(number),
    line: line === undefined ? null : Number(line),
  }))

const distinct = (codes: readonly FigureMeant[]): readonly FigureMeant[] =>
  codes.filter(
    (one, i) => codes.findIndex(({ number, line }) => number === one.number && line === one.line) === i,
  )
