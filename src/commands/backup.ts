import { writeBackup } from '../adapters/storage/backup-write.storage.ts'
import { headText } from './audit.ts'
import { backupCommandTexts as texts } from './backup.texts.ts'
import { printJson, printLine, say } from './command-line.ts'
import { withHouse } from './with-house.ts'

export interface BackupCommandOptions {
  readonly file: string
  readonly force: boolean
  readonly json: boolean
  readonly demo: boolean
}

/** `backup FILE [--force]`: the whole house in one file, without its key. Gives the exit code. */
export async function backupCommand({ file, force, json, demo }: BackupCommandOptions): Promise<number> {
  return withHouse({ demo }, async ({ storage, clock }) => {
    const report = await writeBackup({
      url: storage.url,
      file,
      force,
      keyId: storage.codec.keyId,
      at: clock.now(),
    })
    if ('refused' in report) {
      say(texts.exists(file))
      return 1
    }
    const { header, trailer, bytes } = report
    const rows = Object.values(trailer.rows).reduce((sum, count) => sum + count, 0)
    // Everything was read out, which counts as a look; and `doctor` asks for the newest one.
    await storage.transactions.inOne(clock.now(), async (work) => {
      const detail = { rows, bytes, sha256: trailer.sha256, keyId: header.keyId }
      storage.audit.add(
        { at: work.at, actor: 'house', action: 'house.backup', subject: 'backup', detail },
        work,
      )
    })
    if (json) await printJson({ file, bytes, ...header, rows: trailer.rows, sha256: trailer.sha256 })
    else
      await printLine(
        texts.done(
          file,
          rows,
          bytes,
          header.auditHead.seq === 0 ? undefined : headText(header.auditHead),
          header.keyId,
        ),
      )
    return 0
  })
}
