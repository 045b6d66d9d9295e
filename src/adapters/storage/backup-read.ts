import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { HouseError } from '../../kernel/errors.ts'
import { backupTexts as texts } from './backup.texts.ts'
import { BACKUP_FORMAT, BackupHeader, BackupTable, BackupTrailer } from './backup-format.ts'

export type BackupItem =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'table'; readonly table: BackupTable }
  /** A JSON array as text, to be handed on to the database as it is. */
  | { readonly kind: 'row'; readonly json: string }
  | { readonly kind: 'trailer'; readonly trailer: BackupTrailer }

/**
 * Reads a backup from end to end, a row at a time. The trailer comes only when every byte before it is as
 * it was written; whoever acted on the rows before must be able to take it back.
 * Throws `import` for a file that is not a backup, only half of one, altered, or from a newer program.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupItem> {
  const hash = createHash('sha256')
  const rows: Record<string, number> = {}
  let header: BackupHeader | undefined
  let table: BackupTable | undefined
  let trailer: BackupTrailer | undefined
  for await (const line of linesOf(file)) {
    if (trailer !== undefined) throw new HouseError('import', texts.altered(file))
    if (header === undefined) {
      header = parseHeader(line, file)
      yield { kind: 'header', header }
    } else if (line.startsWith('[')) {
      if (table === undefined) throw new HouseError('import', texts.altered(file))
      rows[table.table] = (rows[table.table] ?? 0) + 1
      yield { kind: 'row', json: line }
    } else {
      const parsed = parse(line)
      const next = BackupTable.safeParse(parsed)
      if (next.success) {
        table = next.data
        rows[table.table] = 0
        yield { kind: 'table', table }
      } else {
        trailer = BackupTrailer.safeParse(parsed).data
        const isSame = trailer?.sha256 === hash.digest('hex') && isEqual(trailer.rows, rows)
        if (trailer === undefined || !isSame) throw new HouseError('import', texts.altered(file))
        continue
      }
    }
    hash.update(`${line}\n`)
  }
  if (header === undefined) throw new HouseError('import', texts.notABackup(file))
  if (trailer === undefined) throw new HouseError('import', texts.half(file))
  yield { kind: 'trailer', trailer }
}

/** The same without the rows: is it whole, whose is it, what is in it. */
export async function inspectBackup(file: string): Promise<{ header: BackupHeader; trailer: BackupTrailer }> {
  let header: BackupHeader | undefined
  for await (const item of readBackup(file)) {
    if (item.kind === 'header') header = item.header
    if (item.kind === 'trailer' && header !== undefined) return { header, trailer: item.trailer }
  }
  throw new HouseError('import', texts.half(file))
}

function parseHeader(line: string, file: string): BackupHeader {
  const parsed = parse(line) as { kind?: unknown; format?: unknown; version?: unknown } | undefined
  // A newer header may have another shape; its kind, format and version are promised for ever.
  if (parsed?.kind === 'niangjia.backup' && Number(parsed.format) > BACKUP_FORMAT)
    throw new HouseError('import', texts.newerFormat(file, String(parsed.version)))
  const header = BackupHeader.safeParse(parsed)
  if (!header.success) throw new HouseError('import', texts.notABackup(file))
  return header.data
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isEqual = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => a[key] === b[key])

/** Lines that have their end; a line may be as long as a file of a hundred megabytes. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  let pieces: Buffer[] = []
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        pieces.push(chunk.subarray(from, end))
        yield Buffer.concat(pieces).toString('utf8')
        pieces = []
        from = end + 1
      }
      if (from < chunk.length) pieces.push(chunk.subarray(from))
    }
  } catch (cause) {
    if (cause instanceof HouseError) throw cause
    throw new HouseError('import', reasonOf(cause, file), { cause })
  } finally {
    source.destroy()
  }
}

function reasonOf(cause: unknown, file: string): string {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return texts.half(file)
  if (message === 'incorrect header check') return texts.notABackup(file)
  if (code?.startsWith('Z_')) return texts.altered(file)
  return texts.unreadable(file, code ?? message)
}
