import type { CellValue } from './ledger-columns.ts'

/** A sheet as the office prints it. */
export interface LedgerHead {
  readonly title: string
  /** Period, scope, time and how many. */
  readonly subtitle: string
}

export interface LedgerRow {
  readonly number: string
  readonly version: string
  /** In the order of `ledgerColumns`. */
  readonly cells: readonly CellValue[]
}

/** A row of a sheet that came back, with its place in it counted from 1 as the program shows it. */
export interface ReturnedRow {
  readonly row: number
  readonly number: string
  readonly version: string
  /** The visible 编号 and 序号. */
  readonly shownNumber: string
  readonly place: string
  /** Of the columns that may be changed, those that are there; as text. */
  readonly cells: Readonly<Record<string, string>>
}

export type ReturnedSheet =
  | {
      readonly ok: true
      readonly rows: readonly ReturnedRow[]
      /** Headings of columns that may be changed and are not there. */
      readonly missingColumns: readonly string[]
      /** How many rows went out, as the sheet says above its headings. */
      readonly written: number | null
    }
  /** Why it cannot be read, in words for people. */
  | { readonly ok: false; readonly reason: string }

/** Port: workbooks. Nothing that is written ever becomes a formula. */
export interface LedgerBooks {
  /** @returns the workbook's bytes. */
  write(head: LedgerHead, rows: AsyncIterable<LedgerRow> | Iterable<LedgerRow>): Promise<Uint8Array>
  /** Never throws for what is wrong with the file. */
  read(bytes: Uint8Array, mostRows: number): Promise<ReturnedSheet>
}
