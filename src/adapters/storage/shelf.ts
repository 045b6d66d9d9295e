import type { Table } from './table.ts'

interface Wanted {
  readonly give: (row: object | undefined) => void
  readonly fail: (error: unknown) => void
}

/** What this transaction knows and owes of one table. */
export interface Shelf {
  readonly table: Table<object>
  /** Rows as this transaction sees them; undefined: looked for and not there. */
  readonly known: Map<string, object | undefined>
  readonly wanted: Map<string, Wanted[]>
  readonly added: Map<string, object>
  readonly changed: Map<string, object>
  readonly fresh: Set<string>
}

export function emptyShelf(table: Table<object>): Shelf {
  return {
    table,
    known: new Map(),
    wanted: new Map(),
    added: new Map(),
    changed: new Map(),
    fresh: new Set(),
  }
}
