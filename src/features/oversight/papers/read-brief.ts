/** 给 0312 0298 出一页协调会材料: which matters a page is wanted of. Pure. */
import { z } from 'zod'
import { findHanDigit, readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { shanghaiTime } from '../../../kernel/clock.ts'

export const BriefAsked = z.object({
  /** Of each matter named the candidates, the likelier first: this year's, then last year's where no year was said. */
  numbers: z.array(z.array(z.string())),
  /** 明细12, 明细12-3. */
  figure: z.object({ number: z.number().int(), line: z.number().int() }).nullable(),
  /** 前五件 */
  top: z.number().int().positive().nullable(),
  /** 第二件和第四件 */
  picks: z.array(z.number().int().positive()),
  /** 待上会的 */
  awaiting: z.boolean(),
  /** 超期的那几件, whatever was told last. */
  of: z.enum(['overdue', 'unassigned', 'unsatisfied', 'open']).nullable().default(null),
  /** 这几件: what was told last. */
  last: z.boolean(),
})
export type BriefAsked = z.infer<typeof BriefAsked>

const MAKING = '(?:出|做|弄|整理?|生成|打印?|准备|写|编|拟|排|搞|备|汇总|要|来|给我|发我|拿)'
const PAPER =
  /(?:协调会|协调|会议|上会|开会|会上|议题|汇报|会前)用?的?(?:材料|资料|稿子?|单子)|一页(?:纸|材料|资料|汇报)|出(?:个|成)?一页(?=$|[，,。吧呗])|(?:材料|资料)一页|一页(?:的|A4)/iu
/** 出个材料: a plain word, which is meant only right after the making. */
const PLAIN = new RegExp(`${MAKING}(?:一?[份个页张套])?(?:简单)?的?材料(?!.*(?:补|缺|齐|不全))`, 'u')
const MADE = new RegExp(MAKING, 'u')
/** Told to somebody else it is an instruction, and what firms or units have to hand in is none of ours. */
const OTHERS =
  /(?:转给?|交给?|让|叫|督促|安排|责成|要求|通知|(?<![没未])派单?给?|请)\s*[^我\s，,]{1,12}(?:出|做|写|准备|报|提交|整理)|[转交]给(?!我)|转.{1,8}阅|补(?:充|交|正)?.{0,4}材料|申[请报领]|提交|企业.{0,6}材料|等.{0,6}材料/u
/** The likelier first: 超期没办完的 are overdue. */
const OF = [
  ['overdue', /(?:超期|逾期|超时|过期)(?:未|没)?(?:办结?|办完)?的/u],
  ['unassigned', /(?:没|未|还没)(?:派单?|派出去|人管)的/u],
  ['unsatisfied', /不满意的/u],
  ['open', /(?:没|未|还没)(?:办完|办结|办好|解决|弄完)的|在办的/u],
] as const satisfies readonly (readonly [BriefAsked['of'], RegExp])[]
const AWAITING = /会议清单|上会清单|(?:待|等着?|要|该)上会|待协调/u
const LAST =
  /这[几些]|那[几些]|这两?件|那两?件|上面|刚才|刚刚|列出来|列的|它们?|这[个批]|那[个批]|清单|名单|明细/u
/** A number longer than any that was told is none, and not the beginning of one. */
const FIGURE = /明细\s*(\d{1,15})(?:\s*[-—–]\s*(\d{1,3}))?/u
const NUMBER = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const TOP = new RegExp(`(?:前面?|头|最[^，,]{1,3}的)\\s*(${NUMBER})\\s*[件个条]`, 'u')
const PICK = new RegExp(`第\\s*(${NUMBER})(?=\\s*(?:[件个条]|[、,，和跟及与]\\s*第?))`, 'gu')
const DATES = /\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|\d{1,2}\s*[:：点]\s*\d{0,2}|20\d\d\s*年/gu
const MATTER = /(?<![\d-])(?:(20\d\d)\s?[-—–]\s?(\d{3,6})|(\d{3,6})|(\d{1,2})(?=\s*号))(?![\d-])/gu
const LONGEST = 120

/** 零三一二 as people say it. */
const readOut = (text: string) =>
  text.replace(/[零〇一二三四五六七八九幺]{4,6}/gu, (run) =>
    /^[零〇]/u.test(run) ? [...run].map(findHanDigit).join('') : run,
  )

/** `answered`: our letter that these words reply to; what it names need not be said again. */
export function readBrief(text: string, at: Date, answered = ''): BriefAsked | undefined {
  const said = readOut(toHalfWidth(text.trim()))
  if (said.length > LONGEST || OTHERS.test(said)) return undefined
  const isPaper = PAPER.test(said)
  if (!(isPaper ? MADE.test(said) : PLAIN.test(said))) return undefined
  const replied = toHalfWidth(answered)
  const own = numbersIn(said, at)
  const named = FIGURE.exec(said)
  const top = readNumber(TOP.exec(said)?.[1] ?? '') ?? null
  const picks = [...said.matchAll(PICK)].flatMap(([, words = '']) => readNumber(words) ?? [])
  const awaiting = AWAITING.test(said)
  const of = OF.find(([, words]) => own.length === 0 && named === null && words.test(said))?.[0] ?? null
  const isNothingNamed = own.length === 0 && named === null && !awaiting && of === null
  const figure = named ?? (isNothingNamed ? FIGURE.exec(replied) : null)
  const numbers = isNothingNamed && figure === null ? numbersIn(replied, at) : own
  const last =
    isNothingNamed &&
    figure === null &&
    numbers.length === 0 &&
    (top !== null || picks.length > 0 || LAST.test(said))
  const isAnything = numbers.length > 0 || figure !== null || awaiting || of !== null || last
  // 会议材料 alone may be anything; a page for a coordinating meeting is ours, and then we ask which.
  if (!isAnything && !/协调会|一页/u.test(said)) return undefined
  return {
    numbers: [...numbers],
    figure:
      figure === null
        ? null
        : { number: Number(figure[1]), line: figure[2] === undefined ? 0 : Number(figure[2]) },
    top,
    picks,
    awaiting,
    of,
    last,
  }
}

function numbersIn(words: string, at: Date): readonly string[][] {
  const bare = words
    .replace(new RegExp(FIGURE, 'gu'), ' ')
    .replace(new RegExp(TOP, 'gu'), ' ')
    .replace(PICK, ' ')
    .replace(DATES, ' ')
  const { year } = shanghaiTime(at)
  const found = [...bare.matchAll(MATTER)].map(([, dated, long, short, day]) => {
    const serial = String(Number(long ?? short ?? day ?? '0')).padStart(4, '0')
    return (dated === undefined ? [year, year - 1] : [Number(dated)]).map((one) => `${one}-${serial}`)
  })
  const seen = new Set<string>()
  return found.filter(([first = '']) => !seen.has(first) && seen.add(first))
}
