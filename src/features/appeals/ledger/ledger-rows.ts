/** The rows of the sheet that staff export, each with the mark by which an import sees what changed. */
import type { Directory } from '../../../kernel/directory.ts'
import type { LedgerRow } from './ledger-books.ts'
import { type LedgerEntry, ledgerColumns } from './ledger-columns.ts'
import { versionMark } from './ledger-mark.ts'

export async function* ledgerRows(
  entries: AsyncIterable<LedgerEntry>,
  directory: Directory,
): AsyncGenerator<LedgerRow> {
  let place = 0
  for await (const entry of entries) {
    place++
    yield {
      number: entry.appeal.number,
      version: versionMark(entry, directory),
      cells: ledgerColumns.map((column) => column.value(entry, place, directory)),
    }
  }
}
