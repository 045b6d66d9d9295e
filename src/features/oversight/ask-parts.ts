import type { FilesStore } from '../../files/files.store.ts'
import type { LiveCalendar } from '../../kernel/live-calendar.ts'
import type { Painter } from '../../kernel/picture.ts'
import type { QuestionModel } from './asking/question-model.port.ts'
import type { FigureBooks } from './figures/figure-books.ts'
import type { FigureDoor } from './figures/issue-link.ts'
import type { FiguresParts } from './figures/keep-figure.ts'
import type { MeasuresStore } from './measures/measures.store.ts'
import type { OversightStore } from './oversight.store.ts'

/** What questions are answered with. */
export interface AskParts extends FiguresParts {
  readonly store: OversightStore
  readonly measures: MeasuresStore
  readonly files: FilesStore
  readonly painter: Painter
  readonly figureBooks: FigureBooks
  readonly figureDoor: FigureDoor
  readonly workdays: LiveCalendar
  /** Where one is configured. */
  readonly questionModel?: QuestionModel | undefined
}
