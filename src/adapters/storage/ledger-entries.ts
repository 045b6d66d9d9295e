/** An appeal as leaders see it. */
import type { LedgerEntry } from '../../features/oversight/ledger-entry.ts'
import type { AppealState, Category, Urgency } from '../../kernel/appeal-terms.ts'
import { Prisma } from './generated/client.ts'

export interface EntryRow {
  readonly number: string
  readonly status: string
  readonly category: string
  readonly urgency: string
  readonly company: string | null
  readonly companyName: string | null
  readonly summary: string
  readonly sealed: boolean
  readonly filedAt: Date
  readonly dueAt: Date | null
  readonly resolvedAt: Date | null
  readonly unit: string | null
  readonly resolution: string | null
  readonly route: string | null
}

/** Named one by one: who asked and where they are answered is never read. */
export const ENTRY_COLUMNS = Prisma.sql`a."number", a."status", a."category", a."urgency", a."company", a."companyName",
  a."summary", a."sealed", a."filedAt", a."dueAt", a."resolvedAt", a."unit", a."resolution", a."route"`

export function toEntry(row: EntryRow): LedgerEntry {
  const { companyName, company, ...rest } = row
  return {
    ...rest,
    status: row.status as AppealState,
    category: row.category as Category,
    urgency: row.urgency as Urgency,
    company: row.sealed || companyName === null ? null : { code: company, name: companyName },
    summary: row.sealed ? null : row.summary,
    resolution: row.sealed ? null : row.resolution,
  }
}
