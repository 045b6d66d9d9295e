/** 10月通报: of which month staff want the draft. Pure. */
import { z } from 'zod'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { findPeriod } from '../../../kernel/spoken-period.ts'
import { monthBefore, monthOf, periodOfMonth } from './month.ts'

export const CircularAsked = z.object({ month: z.string() })
export type CircularAsked = z.infer<typeof CircularAsked>

const CIRCULAR =
  /通报(?:的)?(?:草稿|初稿|稿子?|材料)?(?:给我|给我看看?|出来|发我|看看?|来看看?|一下|一份|吧|呢|了吗|[。？?！!])*$/u
const BEGINS =
  /^(?:请|麻烦|帮我?|给我|帮忙|那个|呃|嗯|小[娘葛]|@\S+|[,，\s])*(?:(?:出|写|拟|做|起草|来|弄|生成|看看?|要|整|搞|准备|重出|再出)(?:一?[份个下篇])?)?/u
/** What may stand between the month and the word itself. */
const ABOUT = /^(?:[份的]|月度|每月|本月|企业|诉求|反映|问题|办理|办结|工作|情况|服务|进展|一?[份个篇])*$/u
const LONGEST = 40

export function readCircular(text: string, at: Date): CircularAsked | undefined {
  const said = toHalfWidth(text.trim())
  if (said.length > LONGEST || !CIRCULAR.test(said) || /批评|转发|群发|发给|发到/u.test(said))
    return undefined
  const before = said.replace(CIRCULAR, '').replace(BEGINS, '')
  const found = findPeriod(before, at)
  const rest = found === undefined ? before : before.replace(found.words, '')
  if (!ABOUT.test(rest.replace(/\s/gu, ''))) return undefined
  // Nothing said: the last month that is over.
  if (found === undefined) return { month: monthBefore(monthOf(at)) }
  const month = found.period.from.slice(0, 7)
  const { from, to } = periodOfMonth(month, at)
  return found.period.from === from && found.period.to === to && month <= monthOf(at) ? { month } : undefined
}
