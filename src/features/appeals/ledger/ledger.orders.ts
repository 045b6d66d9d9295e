import { z } from 'zod'
import { Scope } from './scope.ts'

export const ExportOrder = z.object({
  /** As it was typed; read with the roster at hand. */
  text: z.string(),
  /** As it was understood, once it was. */
  scope: Scope.nullable(),
})
export type ExportOrder = z.infer<typeof ExportOrder>

export const ImportOrder = z.object({ sha256: z.string().nullable() })
export type ImportOrder = z.infer<typeof ImportOrder>

/** Beyond this somebody is asked first. */
export const PREVIEWED_ROWS = 200
/** A round waits for the sheet to be written: some half a second for so many. A whole ledger is the command line's. */
export const MOST_ROWS_IN_CHAT = 5_000
