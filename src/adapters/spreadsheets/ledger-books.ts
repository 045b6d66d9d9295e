import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { LedgerBooks } from '../../features/appeals/ledger/ledger-books.ts'

/** exceljs takes a tenth of a second and 40 MB to load: only whoever writes a ledger pays. */
export function ledgerBooks(): LedgerBooks {
  return {
    async write(head, rows) {
      const { writeLedger } = await import('./write-ledger.ts')
      const stream = new PassThrough()
      const [bytes] = await Promise.all([buffer(stream), writeLedger(head, rows, stream)])
      return bytes
    },
    async read(bytes, mostRows) {
      const { readLedger } = await import('./read-ledger.ts')
      return readLedger(bytes, mostRows)
    },
  }
}
