import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { withDatabase, withScratchDatabase } from '../adapters/storage/backup-database.ts'
import { restoreBackup } from '../adapters/storage/backup-restore.storage.ts'
import { createPersonalCodec } from '../adapters/storage/personal-codec.ts'
import { loadOrCreateKey } from '../adapters/storage/personal-key.ts'
import { type Config, readConfig } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { backupCommandTexts as texts } from './backup.texts.ts'
import { printLine, say } from './command-line.ts'

export interface RestoreCommandOptions {
  readonly file: string
  /** Only a trial, in a database of its own that is removed again. */
  readonly verify: boolean
  /** `--moved`: the old house stood still since the backup and is not started again, so what waited is sent. */
  readonly moved: boolean
  readonly demo: boolean
}

/** `restore FILE [--verify]`: into an empty house only. Gives the exit code; throws what `restoreBackup` throws. */
export async function restoreCommand({ file, verify, moved, demo }: RestoreCommandOptions): Promise<number> {
  // Not through the house: it would make the newest tables and a new key before we could look.
  const config = readConfig({ demo })
  const at = systemClock().now()
  return withDatabase(config, say, async (url) => {
    if (verify) {
      const report = await withScratchDatabase(url, (scratch) =>
        restoreBackup({ url: scratch, file, at, isMove: moved }),
      )
      await printLine(texts.good(report))
      return 0
    }
    const report = await restoreBackup({ url, file, at, isMove: moved })
    await printLine(texts.restored(report))
    if (!moved) await printLine(texts.numbersMoved())
    const warning = keyWarning(config, report.header.keyId)
    if (warning !== undefined) say(warning)
    return 0
  })
}

function keyWarning(config: Config, wanted: string): string | undefined {
  const file = join(config.dataDirectory, 'key')
  if (config.personalKey === undefined && !existsSync(file)) return texts.keyMissing(wanted, file)
  const { keyId } = createPersonalCodec(loadOrCreateKey({ fromSetting: config.personalKey, file }))
  return keyId === wanted ? undefined : texts.keyDiffers(wanted, keyId)
}
