/** 防汛那次, 上次捐款: which drive is meant, and which days it stands for where no money is asked for. Pure. */
import { dayOf } from '../../../kernel/clock.ts'
import type { Occasion } from '../../../kernel/standing.ts'
import type { Period } from './question.ts'
import { pattern } from './words/marks.ts'

const newestFirst = (some: readonly Occasion[]) => [...some].sort((a, b) => b.from.localeCompare(a.from))

const LAST = /上次|最近|上一次|这次|刚才|刚刚/u

/** Of those that some words name; `several` where they do not tell them apart. */
export function occasionMeant(
  found: readonly Occasion[] | undefined,
  text: string,
): Occasion | 'several' | undefined {
  if (found === undefined) return undefined
  const meant = LAST.test(text) ? newestFirst(found).slice(0, 1) : found
  return meant.length > 1 ? 'several' : meant[0]
}

/** 上次捐款 without a name is the newest of all. */
export const lastDrive = (occasions: readonly Occasion[], text: string): number | null =>
  LAST.test(text) ? (newestFirst(occasions)[0]?.drive ?? null) : null

const OF_OCCASION = '^(?:抗灾|救灾|行动|活动|捐款|那次|那回|助学|募捐)*(?:结束|完|过|搞完|办完|收尾)?了?'
const AFTER = new RegExp(`${OF_OCCASION}(?:以后|之后|过后|后)`, 'u')
const BEFORE = new RegExp(`${OF_OCCASION}(?:开始)?(?:以前|之前|前)`, 'u')

const dayAfter = (day: string, days = 1) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** 防汛那阵子, 防汛以后, 防汛前; `marked` is the text with a mark where it was named. */
export function periodAround({ from, to, title }: Occasion, marked: string, at: Date): Period {
  const today = dayOf(at)
  const next = marked.slice(marked.search(pattern('{O}')) + 1)
  if (AFTER.test(next) && to !== null && to < today)
    return { from: dayAfter(to), to: today, label: `${title}以后` }
  if (BEFORE.test(next))
    return { from: `${from.slice(0, 4)}-01-01`, to: dayAfter(from, -1), label: `${title}前` }
  const isOn = to === null || /^.{0,8}(?:以来|开始|至今|到现在)/u.test(next)
  return { from, to: isOn ? today : to, label: title }
}
