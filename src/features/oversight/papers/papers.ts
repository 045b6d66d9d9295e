import type { BriefSheet } from './brief-sheet.ts'
import type { Circular } from './circular.ts'

/** Port: pages for offices. Takes some tenths of a second, aside from the house's own work. */
export interface Papers {
  /**
   * PDF, A4: of these, from the fullest to the tersest, the fullest that stands on one page in a type that is read
   * easily, else in a smaller one; where none does, on as many pages as it takes. `chosen` is its place among them.
   */
  brief(
    sheets: readonly BriefSheet[],
  ): Promise<{ readonly bytes: Uint8Array; readonly pages: number; readonly chosen: number }>
  /** .docx, to be gone over by hand. */
  circular(circular: Circular): Promise<Uint8Array>
}
