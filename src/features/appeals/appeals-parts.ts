import type { FilesStore } from '../../files/files.store.ts'
import type { Counters } from '../../kernel/counters.ts'
import type { CalendarYearsStore, LiveCalendar } from '../../kernel/live-calendar.ts'
import type { AppealsStore } from './appeals.store.ts'
import type { ApplicationsStore } from './applications.ts'
import type { TermsCalendar } from './deadlines.ts'
import type { NudgesStore } from './ladder/nudges.store.ts'
import type { LedgerStore } from './ledger/ledger.store.ts'
import type { LedgerBooks } from './ledger/ledger-books.ts'
import type { WakingStore } from './life/waking.store.ts'
import type { UnitDoor, UnitLinkStore } from './links/unit-links.store.ts'
import type { MeetingsStore } from './meetings/meetings.store.ts'
import type { RatesStore } from './rates/rates.store.ts'
import type { SealingStore } from './sealing/sealing.store.ts'
import type { TermsStore } from './terms/terms.store.ts'
import type { TwiceStore } from './twice/twice.store.ts'

/** What the desks of this feature work with. */
export interface AppealsParts {
  readonly store: AppealsStore
  readonly applications: ApplicationsStore
  readonly unitLinks: UnitLinkStore
  /** Undefined where people cannot open pages of this server from outside. */
  readonly unitDoor?: UnitDoor
  readonly counters: Counters
  /** The working calendar as it stands now: years may be loaded while the house is open. */
  readonly calendar: TermsCalendar
  readonly workdays: LiveCalendar
  readonly calendarYears: CalendarYearsStore
  readonly nudges: NudgesStore
  readonly termsStore: TermsStore
  readonly twice: TwiceStore
  readonly ledger: LedgerStore
  readonly ledgerBooks: LedgerBooks
  readonly rates: RatesStore
  readonly files: FilesStore
  readonly waking: WakingStore
  readonly meetings: MeetingsStore
  readonly sealing: SealingStore
}
