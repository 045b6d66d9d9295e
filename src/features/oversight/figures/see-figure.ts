import type { Directory } from '../../../kernel/directory.ts'
import type { Person } from '../../../kernel/person.ts'
import type { Work } from '../../../kernel/work.ts'
import { NOWHERE } from '../asking/question.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import type { MeasuresStore, Sight } from '../measures/measures.store.ts'
import { type Figure, type FigureLine, MOST_KEPT } from './figure.ts'
import type { FiguresStore } from './figures.store.ts'
import { mayOpen, sightDayOf } from './sight-day.ts'

export interface SeeingParts {
  readonly figures: FiguresStore
  readonly measures: MeasuresStore
  directory(work: Work): Promise<Directory>
}

export interface FigureSeen {
  readonly figure: Figure
  readonly line: FigureLine
  /** Its matters as they stand now, in the order they were told. */
  readonly entries: readonly LedgerEntry[]
  /** How many of the line's matters this person may not see now. */
  readonly hidden: number
  readonly directory: Directory
}

/**
 * What is behind a figure, or behind one line of it (from 1; 0 the number itself), to this person now. Undefined where
 * there is no such figure or line, or it is not theirs.
 */
export async function seeFigure(
  number: number,
  line: number,
  person: Person,
  { figures, measures, directory }: SeeingParts,
  work: Work,
): Promise<FigureSeen | undefined> {
  const figure = await figures.find(number, work)
  const asked = figure?.lines[line]
  if (figure === undefined || asked === undefined || !mayOpen(figure, person)) return undefined
  const sight = { person, day: sightDayOf(figure, work.at) }
  const shown = await withNumbers(asked, figure, sight, measures, work)
  const entries = await measures.entries(sight, shown.numbers, work)
  return {
    figure,
    line: shown,
    entries,
    hidden: shown.numbers.length - entries.length,
    directory: await directory(work),
  }
}

/** A line that keeps no matters is counted anew by what it was counted by; of one of several lines all theirs. */
export async function withNumbers(
  line: FigureLine,
  { question, lines }: Figure,
  sight: Pick<Sight, 'person' | 'day'>,
  measures: MeasuresStore,
  work: Work,
): Promise<FigureLine> {
  if (line.numbers.length > 0) return line
  if (line.asked === undefined)
    return {
      ...line,
      numbers: line === lines[0] ? [...new Set(lines.flatMap(({ numbers }) => numbers))] : [],
    }
  const where = 'where' in question ? question.where : NOWHERE
  const { numbers, counted } = await measures.behind({ ...sight, where }, line.asked, MOST_KEPT, work)
  return { ...line, numbers, ...(counted === null ? {} : { counted }) }
}
