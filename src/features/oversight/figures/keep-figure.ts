/** Keeps a number that is being told, with what is behind it, so that its code opens exactly that. */
import type { Counters } from '../../../kernel/counters.ts'
import type { Work } from '../../../kernel/work.ts'
import { type Figure, figureId } from './figure.ts'
import type { FiguresStore } from './figures.store.ts'

export interface FiguresParts {
  readonly figures: FiguresStore
  readonly counters: Counters
}

/** The name of the counter: 明细12 is the twelfth number that the house told anybody. */
const COUNTER = 'figure'

export type NewFigure = Omit<Figure, 'id' | 'version' | 'number' | 'at' | 'lastAt'>

export async function keepFigure(
  { figures, counters }: FiguresParts,
  told: NewFigure,
  work: Work,
): Promise<Figure> {
  const number = await counters.next(COUNTER, work)
  const figure: Figure = { ...told, id: figureId(number), version: 1, number, at: work.at, lastAt: work.at }
  figures.add(figure, work)
  return figure
}
