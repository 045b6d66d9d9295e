import type { VisitsParts } from '../visits-parts.ts'
import type { DutiesStore } from './duties.store.ts'

export interface DutiesParts extends Pick<VisitsParts, 'visits' | 'workdays' | 'quietHours'> {
  readonly duties: DutiesStore
}
