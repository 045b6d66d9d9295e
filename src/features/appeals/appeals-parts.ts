import type { Counters } from '../../kernel/counters.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import type { AppealsStore } from './appeals.store.ts'
import type { ApplicationsStore } from './applications.ts'

/** What the desks of this feature work with. */
export interface AppealsParts {
  readonly store: AppealsStore
  readonly applications: ApplicationsStore
  readonly counters: Counters
  /** The working calendar as it stands now: years may be loaded while the house is open. */
  readonly calendar: Calendar
}
