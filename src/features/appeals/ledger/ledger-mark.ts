import { createHash } from 'node:crypto'
import type { Directory } from '../../../kernel/directory.ts'
import { cellText, type LedgerEntry, ledgerColumns } from './ledger-columns.ts'

export const correctableColumns = ledgerColumns.filter(({ correctable }) => correctable === true)

/** What stands in the cells that may be changed, by column. */
export type CorrectableCells = Readonly<Record<string, string>>

export function cellsOf(entry: LedgerEntry, directory: Directory): CorrectableCells {
  return Object.fromEntries(
    correctableColumns.map((column) => [column.key, String(column.value(entry, 0, directory) ?? '')]),
  )
}

/** The digest by which a row is known to come back as it went out, whatever happened here meanwhile. */
export function digestOf(cells: CorrectableCells): string {
  const inOrder = correctableColumns.map(({ key }) => cellText(cells[key] ?? ''))
  return createHash('sha256').update(JSON.stringify(inOrder)).digest('hex').slice(0, 12)
}

/** `7-3f9ac0d1e2b4`: the appeal's version as it was written out, and the digest of what may be changed. */
export function versionMark(entry: LedgerEntry, directory: Directory): string {
  return `${entry.appeal.version}-${digestOf(cellsOf(entry, directory))}`
}

export function readVersionMark(
  mark: string,
): { readonly version: number; readonly digest: string } | undefined {
  const found = /^(\d{1,9})-([0-9a-f]{12})$/u.exec(mark.trim())
  return found === null ? undefined : { version: Number(found[1]), digest: found[2] ?? '' }
}
