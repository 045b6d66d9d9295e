import type { Query } from '../../../conversation/dialogue.ts'
import type { OrderEffect, Plan, PlanQuery } from '../../../conversation/previewed-order.ts'
import type { VisitKind } from '../visit.ts'
import type { RulesOrder } from './read-rules.ts'

export type DutiesEffect = OrderEffect<RulesOrder, 'visits.setRules'>

/** How visits stand, for the features that are asked: the fields of the question. */
export type StandingQuery = Query & {
  readonly ask: 'visits.standing'
  readonly of: 'owed' | 'done'
  readonly visit: VisitKind | null
  readonly where: {
    readonly leader: string | null
    readonly chamber: string | null
    readonly company: string | null
    readonly mine: boolean
  }
  /** Days, both included. What is owed is counted as of its last day, or today. */
  readonly period: { readonly from: string; readonly to: string; readonly label: string }
  /** Only what has to be done by this day; left out, also what may wait. */
  readonly endingBy?: string
}

export type DutiesQuery =
  | PlanQuery<RulesOrder, 'visits.planRules'>
  | StandingQuery
  /** The rules as they hold, in words. */
  | (Query & { readonly ask: 'visits.rules' })

export type RulesPlan = Plan<RulesOrder>
