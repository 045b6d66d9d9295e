import type { KeepFile } from '../../../inbox/receive.ts'
import type { Counters } from '../../../kernel/counters.ts'
import type { LiveCalendar } from '../../../kernel/live-calendar.ts'
import type { QuietHours } from '../../../kernel/quiet-hours.ts'
import type { SignupBooks } from '../book/signup-books.ts'
import type { SignupsStore } from '../signups.store.ts'

export interface SignupsParts {
  readonly signups: SignupsStore
  readonly counters: Counters
  readonly workdays: LiveCalendar
  readonly quietHours: QuietHours
  readonly signupBooks: SignupBooks
  readonly keepFile: KeepFile
}
