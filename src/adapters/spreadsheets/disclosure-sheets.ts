import type { DisclosureSheets } from '../../features/donations/disclosure/sheets.ts'
import { csvOf } from './sheet-csv.ts'

/** exceljs takes a tenth of a second and 40 MB to load: only whoever asks for a workbook pays. */
export function disclosureSheets(): DisclosureSheets {
  return {
    async workbook(sheets) {
      const { writeSheets } = await import('./write-sheets.ts')
      return writeSheets(sheets)
    },
    csv: csvOf,
  }
}
