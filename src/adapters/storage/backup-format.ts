/**
 * One file holds a whole house: gzip over JSON Lines, so that it can be looked into with `zcat` on any machine.
 * First a header, then for each table a line that names its columns and an array for each row, last a line
 * with the counts and the SHA-256 of everything before it. A file without that last line was not finished.
 */
import { z } from 'zod'
import manifest from '../../../package.json' with { type: 'json' }

/** Raised when older programs could not read what newer ones write. */
export const BACKUP_FORMAT = 1
export const PRODUCT_VERSION: string = manifest.version

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const BackupHeader = z.object({
  kind: z.literal('niangjia.backup'),
  format: z.number().int().positive(),
  version: z.string(),
  /** ISO 8601 with +08:00. */
  createdAt: z.iso.datetime({ offset: true }),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  /** Which key opens the sealed fields; the key itself is never in here. */
  keyId: z.string(),
  /** The end of the audit chain as it stood in the same snapshot. */
  auditHead: z.object({ seq: z.number().int().nonnegative(), hash: Sha256 }),
})
export type BackupHeader = z.infer<typeof BackupHeader>

/** Values are PostgreSQL's own text (numbers of 64 bits keep every digit), bytes are base64, null is null. */
export const BackupTable = z.object({
  kind: z.literal('table'),
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })).min(1),
})
export type BackupTable = z.infer<typeof BackupTable>

export const BackupTrailer = z.object({
  kind: z.literal('end'),
  rows: z.record(z.string(), z.number().int().nonnegative()),
  /** Over every byte before this line, as it is before gzip. */
  sha256: Sha256,
})
export type BackupTrailer = z.infer<typeof BackupTrailer>
