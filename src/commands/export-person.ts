import { exportPersonData } from '../adapters/storage/person-data.storage.ts'
import { isoShanghai } from '../kernel/clock.ts'
import { printLine, say } from './command-line.ts'
import { personDataTexts as texts } from './person-data.texts.ts'
import { withHouse } from './with-house.ts'

/** `export person CODE`: everything held about somebody, as one JSON document. Gives the exit code. */
export async function exportPersonCommand({ code, demo }: { code: string; demo: boolean }): Promise<number> {
  return withHouse({ demo }, async ({ storage, clock }) => {
    const at = clock.now()
    const data = await storage.transactions.inOne(at, (work) => exportPersonData(code, storage, work))
    if (data === undefined) {
      say(texts.unknown(code))
      return 1
    }
    await printLine(JSON.stringify({ person: code, exportedAt: isoShanghai(at), ...data }, undefined, 2))
    say(texts.exported())
    return 0
  })
}
