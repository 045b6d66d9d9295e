/** A row of the charity's sheet, cell by cell as text; a column that is not there is empty. */
export interface SheetRow {
  readonly row: number
  readonly donor: string
  readonly amount: string
  readonly item: string
  readonly quantity: string
  readonly unit: string
  readonly worth: string
  readonly valuedBy: string
  readonly day: string
  readonly receipt: string
  readonly consent: string
  readonly pledge: string
  readonly age: string
  readonly note: string
  /** Of a sheet of uses. */
  readonly to: string
  readonly purpose: string
}

export type GiftSheet =
  | {
      readonly ok: true
      readonly kind: 'gifts' | 'uses'
      /** Amounts are in units of ten thousand yuan, as the heading says. */
      readonly inTenThousands: boolean
      readonly rows: readonly SheetRow[]
      /** What the sheet itself adds up to, and the row it says so in. */
      readonly total?: { readonly row: number; readonly words: string }
    }
  | { readonly ok: false; readonly reason: string }

/** 入账表: what reads the charity's workbook. Never throws for what is wrong with the file. */
export interface GiftBooks {
  read(bytes: Uint8Array, mostRows: number): Promise<GiftSheet>
}

/** A round waits for them to be read and written: some half a second for so many. More is the command line's. */
export const MOST_ROWS_IN_CHAT = 5_000
export const MOST_ROWS = 60_000
