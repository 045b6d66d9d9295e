import type { Counters } from '../../kernel/counters.ts'
import type { LiveCalendar } from '../../kernel/live-calendar.ts'
import type { QuietHours } from '../../kernel/quiet-hours.ts'
import type { TasksStore } from './tasks.store.ts'

/** What this feature works with. */
export interface TasksParts {
  readonly tasks: TasksStore
  readonly counters: Counters
  /** As it stands now: years may be loaded while the house is open. */
  readonly workdays: LiveCalendar
  /** Reminders wait for the morning; what somebody says goes at once. */
  readonly quietHours: QuietHours
}
