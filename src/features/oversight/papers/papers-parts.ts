import type { FilesStore } from '../../../files/files.store.ts'
import type { LiveCalendar } from '../../../kernel/live-calendar.ts'
import type { Painter } from '../../../kernel/picture.ts'
import type { QuietHours } from '../../../kernel/quiet-hours.ts'
import type { FiguresStore } from '../figures/figures.store.ts'
import type { MeasuresStore } from '../measures/measures.store.ts'
import type { ToldStore } from '../told/told.store.ts'
import type { PapersStore } from './papers.store.ts'
import type { Papers } from './papers.ts'

export interface PapersParts {
  readonly paperFacts: PapersStore
  readonly papers: Papers
  readonly measures: MeasuresStore
  readonly figures: FiguresStore
  readonly told: ToldStore
  readonly files: FilesStore
  readonly painter: Painter
  readonly workdays: LiveCalendar
  readonly quietHours: QuietHours
}
