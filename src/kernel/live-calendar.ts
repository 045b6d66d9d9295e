/** The working calendar of a house that stays open while next year's notice is loaded. */
import type { CalendarYear } from './calendar-year.ts'
import type { Work } from './work.ts'
import { bundledYears, type Calendar, loadCalendar, type OfficeHours } from './working-days.ts'

export interface LoadedYear {
  readonly data: CalendarYear
  /** A roster code, or `command-line`. */
  readonly loadedBy: string
  readonly loadedAt: Date
}

/** Port: the years that somebody loaded. Each replaces the bundled one of the same number. */
export interface CalendarYearsStore {
  /** Another one after every change. Asked by key, so it is gathered with what else a round looks up. */
  version(work: Work): Promise<string>
  list(work: Work): Promise<readonly LoadedYear[]>
  save(year: CalendarYear, loadedBy: string, work: Work): Promise<void>
}

export interface LiveCalendar {
  /** Always as it was refreshed last, also where it was handed over long ago. */
  readonly calendar: Calendar
  /** Reads the loaded years again if somebody changed them since, in this process or another. */
  refresh(work: Work): Promise<void>
  /** Of what `calendar` was made of; empty before the first refresh. */
  version(): string
}

export function liveCalendar(store: CalendarYearsStore, hours: OfficeHours): LiveCalendar {
  let current = loadCalendar(bundledYears, hours)
  let version = ''
  return {
    calendar: {
      get years() {
        return current.years
      },
      get off() {
        return current.off
      },
      get makeUp() {
        return current.makeUp
      },
      hours,
    },
    version: () => version,
    async refresh(work) {
      const latest = await store.version(work)
      if (latest === version) return
      const loaded = await store.list(work)
      current = loadCalendar([...bundledYears, ...loaded.map(({ data }) => data)], hours)
      version = latest
    },
  }
}
