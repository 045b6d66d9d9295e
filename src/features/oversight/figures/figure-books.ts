import type { Directory } from '../../../kernel/directory.ts'
import type { Standing } from '../../../kernel/standing.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import type { Figure } from './figure.ts'

/** What a sheet is made with besides what it shows. */
export interface BookAt {
  /** The roster's names for codes. */
  readonly directory: Directory
  readonly at: Date
  /** How many of the figure's matters the reader may not see now. */
  readonly hidden: number
}

/** Port: bytes of an `.xlsx` for an office's printer. */
export interface FigureBooks {
  /** A told number with its lines, and the matters behind it as they stand now, in the order given. */
  write(figure: Figure, entries: readonly LedgerEntry[], how: BookAt): Promise<Uint8Array>
  /** What no matters stand behind: a drive, receipts, visits owed. */
  writeTable(title: string, note: string, table: NonNullable<Standing['table']>): Promise<Uint8Array>
}
