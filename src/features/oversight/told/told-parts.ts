import type { LiveCalendar } from '../../../kernel/live-calendar.ts'
import type { QuietHours } from '../../../kernel/quiet-hours.ts'
import type { FiguresParts } from '../figures/keep-figure.ts'
import type { MeasuresStore } from '../measures/measures.store.ts'
import type { ToldStore } from './told.store.ts'

export interface ToldParts extends FiguresParts {
  readonly told: ToldStore
  readonly measures: MeasuresStore
  readonly workdays: LiveCalendar
  readonly quietHours: QuietHours
}
