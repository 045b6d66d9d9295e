/** 三率: what exactly counts, in one place. The storage side says the same in SQL; a test holds the two together. */
import type { Appeal } from '../appeal.ts'

export const rates = ['response', 'resolution', 'satisfaction'] as const
export type Rate = (typeof rates)[number]

export const rateLabels: Readonly<Record<Rate, string>> = {
  response: '响应率',
  resolution: '解决率',
  satisfaction: '满意率',
}

/** To the letter; stands beside every number that is shown. */
export const rateDefinitions: Readonly<Record<Rate, string>> = {
  response: '联系时限（重办的，按重办后的）落在本期且已到的诉求中，在时限前联系了诉求人的占比',
  resolution: '本期办结（已办结、已归档）的诉求中，诉求人说解决了的占比；没有答复的，按“已解决”归档才算解决',
  satisfaction: '本期办结的诉求中，诉求人作了评价的，评为满意的占比',
}

/** What belongs to no rate, said beside them. */
export const apartDefinition = '撤回、转法定渠道、并单的不计入三率，按登记时间另列'

/** What was registered but is no matter of the office's: it is in no rate. */
export const apartStates = ['withdrawn', 'referred', 'merged'] as const

/** From the first moment to the first that is no longer in it. */
export interface Span {
  readonly from: Date
  readonly before: Date
}

/** `for` is in the numerator and the denominator, `against` in the denominator only, `none` in neither. */
export type Standing = 'for' | 'against' | 'none'

const isIn = (at: Date | null, { from, before }: Span): at is Date => at !== null && at >= from && at < before

export function standingIn(rate: Rate, appeal: Appeal, span: Span, now: Date): Standing {
  if ((apartStates as readonly string[]).includes(appeal.status)) return 'none'
  if (rate === 'response') {
    const { contactDueAt, contactedAt } = appeal
    // Before its time is up it is neither kept nor missed, also where somebody called already.
    if (!isIn(contactDueAt, span) || contactDueAt > now) return 'none'
    return contactedAt !== null && contactedAt <= contactDueAt ? 'for' : 'against'
  }
  const isDone = appeal.status === 'resolved' || appeal.status === 'closed'
  if (!isDone || !isIn(appeal.resolvedAt, span)) return 'none'
  if (rate === 'satisfaction') {
    if (appeal.satisfaction === null) return 'none'
    return appeal.satisfaction === 'satisfied' ? 'for' : 'against'
  }
  if (appeal.outcome !== null) return appeal.outcome === 'solved' ? 'for' : 'against'
  return appeal.status === 'closed' && appeal.closeKind === 'fixed' ? 'for' : 'against'
}
