import { openDesks } from '../../conversation/desk.ts'
import type { Feature } from '../../conversation/feature.ts'
import { dutiesDesk } from './duties/duties.desk.ts'
import type { DutiesParts } from './duties/duties-parts.ts'
import { recordsDesk } from './records.desk.ts'
import type { VisitsParts } from './visits-parts.ts'

/** 走访履责: where leaders were, what they found there, and what they still owe. */
export function visitsFeature(parts: VisitsParts & DutiesParts): Feature {
  return openDesks('visits', [dutiesDesk(parts), recordsDesk(parts)])
}
