import type { Doing } from '../../../conversation/feature.ts'
import { accept } from '../../../files/accept.ts'
import type { FilesStore } from '../../../files/files.store.ts'
import type { Work } from '../../../kernel/work.ts'
import type { AskEffect } from '../ask.effects.ts'
import type { MeasuresStore, Sight } from '../measures/measures.store.ts'
import type { Figure } from './figure.ts'
import type { FigureBooks } from './figure-books.ts'
import type { FiguresStore } from './figures.store.ts'
import { handedTexts as texts } from './handed.texts.ts'
import { withNumbers } from './see-figure.ts'
import { mayOpen, sightDayOf } from './sight-day.ts'

interface Parts {
  readonly figures: FiguresStore
  readonly measures: MeasuresStore
  readonly files: FilesStore
  readonly figureBooks: FigureBooks
}

/** 给我表格: within the turn's transaction, so that the file, its letter and the audit's entry are there together. */
export async function writeSheet(
  { figure: number, table }: Extract<AskEffect, { kind: 'oversight.sheet' }>,
  { figures, measures, files, figureBooks }: Parts,
  doing: Doing,
): Promise<void> {
  const { work, by } = doing
  const kept = await figures.find(number, work)
  if (kept === undefined || !mayOpen(kept, by.person)) return
  const directory = await doing.directory()
  const figure = await withMatters(
    kept,
    { person: by.person, day: sightDayOf(kept, work.at) },
    measures,
    work,
  )
  const numbers = [...new Set(figure.lines.flatMap((line) => line.numbers))]
  const seer = { person: by.person, day: sightDayOf(figure, work.at) }
  const entries = numbers.length === 0 ? [] : await measures.entries(seer, numbers, work)
  const hidden = numbers.length - entries.length
  const bytes =
    table === undefined
      ? await figureBooks.write(figure, entries, { directory, at: work.at, hidden })
      : await figureBooks.writeTable(figure.said, texts.asOf(work.at), table)
  const accepted = accept(bytes, texts.fileName(number), Number.POSITIVE_INFINITY)
  if (!accepted.ok) throw new Error('A workbook of our own was not recognised as one.')
  const { sha256, mediaType, size, name } = accepted
  await files.put(accepted.bytes, { sha256, mediaType, size, name }, work)
  doing.post(`${doing.turnKey}:sheet`, {
    to: by.home,
    text: texts.sheet(number, table === undefined ? entries.length : table.rows.length, hidden),
    origin: 'automatic',
    files: [{ sha256, name, kind: 'file' }],
  })
  doing.audit('oversight.exportFigure', figure.id, { rows: entries.length, hidden, sha256 })
}

/** A sheet has all the matters in it, also where a line kept none: of the first line, which is the whole, in one look. */
async function withMatters(
  figure: Figure,
  sight: Pick<Sight, 'person' | 'day'>,
  measures: MeasuresStore,
  work: Work,
): Promise<Figure> {
  const [whole, ...lines] = figure.lines
  if (whole === undefined) return figure
  return { ...figure, lines: [await withNumbers(whole, figure, sight, measures, work), ...lines] }
}
