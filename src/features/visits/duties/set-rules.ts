/** 走访要求: what setting or ending would make of the rules, and doing it. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { Work } from '../../../kernel/work.ts'
import type { RulesPlan } from './duties.effects.ts'
import { type Duty, type DutyRule, holdsOn } from './duties.store.ts'
import { dutiesTexts as texts } from './duties.texts.ts'
import type { DutiesParts } from './duties-parts.ts'
import { dayAfter } from './duty-period.ts'
import { type RulesOrder, WITHOUT_EVERY } from './read-rules.ts'

/** Holding now or later. */
export async function standingRules({ duties }: DutiesParts, work: Work): Promise<readonly DutyRule[]> {
  const today = dayOf(work.at)
  return (await duties.listRules(work)).filter(
    (rule) => holdsOn(rule, today) || (rule.from > today && (rule.until === null || rule.until >= rule.from)),
  )
}

const isSame = (a: Duty, b: Duty) => a.kind === b.kind && a.per === b.per
const isEqual = (a: Duty, b: Duty) => isSame(a, b) && a.every === b.every && a.count === b.count

interface Change {
  readonly from: string
  /** What holds afterwards, as far as it held before. */
  readonly stays: readonly DutyRule[]
  readonly ends: readonly DutyRule[]
  readonly begins: readonly Duty[]
}

/** A duty of a kind towards the same sort of place replaces the one before; others stay. */
function changeOf(order: RulesOrder, rules: readonly DutyRule[], today: string): Change {
  const from = order.from !== null && order.from > today ? order.from : today
  const begins = order.sets.filter((one) => !rules.some((rule) => isEqual(rule, one)))
  const ends = rules.filter(
    (rule) => order.ends.includes(rule.kind) || begins.some((one) => isSame(rule, one)),
  )
  return { from, ends, begins, stays: rules.filter((rule) => !ends.includes(rule)) }
}

/** Pure: what is said to the order, with the rules that stand. */
export function planOf(order: RulesOrder, rules: readonly DutyRule[], today: string): RulesPlan {
  if (order.unread.includes(WITHOUT_EVERY)) return { kind: 'refused', text: texts.withoutEvery() }
  if (order.unread.length > 0) return { kind: 'refused', text: texts.unread(order.unread) }
  if (order.sets.length + order.ends.length === 0) return { kind: 'asking', question: texts.askRules() }
  const { from, stays, ends, begins } = changeOf(order, rules, today)
  if (ends.length + begins.length === 0)
    return {
      kind: 'refused',
      text: order.sets.length > 0 ? texts.isSoAlready(rules, today) : texts.nothingToEnd(),
    }
  const gone = ends.filter((rule) => !begins.some((one) => isSame(rule, one)))
  return { kind: 'ready', order, preview: texts.previewRules([...stays, ...begins], gone, from, today) }
}

export async function planRules(order: RulesOrder, parts: DutiesParts, doing: Doing): Promise<RulesPlan> {
  if (!may(doing.by.person, 'duty.set')) return { kind: 'refused', text: texts.rulesNotForYou() }
  return planOf(order, await standingRules(parts, doing.work), dayOf(doing.work.at))
}

export async function setRules(order: RulesOrder, parts: DutiesParts, doing: Doing): Promise<void> {
  const { duties } = parts
  const { work, by } = doing
  if (!may(by.person, 'duty.set')) return
  const today = dayOf(work.at)
  const { from, ends, begins } = changeOf(order, await standingRules(parts, work), today)
  for (const rule of ends) await duties.endRule(rule.id, dayAfter(from, -1), work)
  for (const [n, duty] of begins.entries())
    duties.addRule(
      {
        ...duty,
        id: `duty:${doing.turnKey}:${n}`,
        version: 1,
        from,
        until: null,
        setBy: by.person.code ?? '',
        setAt: work.at,
      },
      work,
    )
  doing.audit('visits.setRules', 'duties', { begun: begins.length, ended: ends.length, from })
  const text = texts.rulesSet(await standingRules(parts, work), today)
  doing.post(`${doing.turnKey}:rules`, { to: by.home, text, origin: 'automatic' })
}
