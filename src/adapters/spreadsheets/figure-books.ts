import type { FigureBooks } from '../../features/oversight/figures/figure-books.ts'
import { figureSheets, standingSheet } from '../../features/oversight/figures/figure-sheets.ts'

/** exceljs takes a tenth of a second and 40 MB to load: only whoever asks for a sheet pays. */
export function figureBooks(): FigureBooks {
  return {
    async write(figure, entries, how) {
      const { writeSheets } = await import('./write-sheets.ts')
      return writeSheets(figureSheets(figure, entries, how))
    },
    async writeTable(title, note, table) {
      const { writeSheets } = await import('./write-sheets.ts')
      return writeSheets([standingSheet(title, note, table)])
    },
  }
}
