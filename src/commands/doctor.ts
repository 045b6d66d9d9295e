import { withDatabase } from '../adapters/storage/backup-database.ts'
import { type DatabaseFacts, readDatabaseFacts } from '../adapters/storage/doctor-facts.storage.ts'
import { type Config, readConfig } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { bundledYears } from '../kernel/working-days.ts'
import { printJson, printLine, say, sentenceOf } from './command-line.ts'
import { doctorTexts as texts } from './doctor.texts.ts'
import {
  checkAccounts,
  checkBackup,
  checkChannels,
  checkClock,
  checkDatabase,
  checkLetters,
  checkMigrations,
  checkRoster,
} from './doctor-database.ts'
import type { Finding } from './doctor-finding.ts'
import { checkEmbeddings, checkModel, checkPrompts } from './doctor-knowledge.ts'
import {
  checkCalendar,
  checkDataDirectory,
  checkDisk,
  checkNode,
  inspectKey,
  judgeKey,
} from './doctor-machine.ts'
import { checkFonts } from './doctor-pictures.ts'

/** `doctor [--json]`: looks at everything the house stands on, one by one; 1 when anything fails. */
export async function doctorCommand({ json, demo }: { json: boolean; demo: boolean }): Promise<number> {
  let failures = 0
  async function tell(found: Finding): Promise<void> {
    if (found.ok === 'fail') failures += 1
    await (json ? printJson(found) : printLine(texts.line(found)))
  }
  await tell(checkNode(process.versions.node))
  const config = settings(demo)
  if ('wrong' in config) {
    await tell({ check: 'settings', ok: 'fail', message: config.wrong })
    return 1
  }
  for await (const found of findings(config)) await tell(found)
  if (!json) await printLine(texts.verdict(failures))
  return failures > 0 ? 1 : 0
}

function settings(demo: boolean): Config | { readonly wrong: string } {
  try {
    return readConfig({ demo })
  } catch (error) {
    return { wrong: sentenceOf(error) }
  }
}

async function* findings(config: Config): AsyncGenerator<Finding> {
  const now = systemClock().now()
  yield await checkDataDirectory(config.dataDirectory)
  // Before the database is opened: some other command may tidy the key file's mode meanwhile.
  const key = await inspectKey(config)
  const found = await lookAtDatabase(config)
  yield checkDatabase(found.facts, found.trouble)
  if (found.facts !== undefined) yield checkMigrations(found.facts)
  const house = found.facts?.house
  yield judgeKey(key, house?.sealedWith ?? [])
  for (const directory of new Set([config.dataDirectory, ...(found.directory ?? [])]))
    yield await checkDisk(directory)
  yield checkClock(now, found.facts)
  yield checkCalendar(now, [...bundledYears, ...(found.facts?.calendarYears ?? [])])
  if (house !== undefined) {
    yield checkRoster(house)
    yield checkChannels(config, house)
    yield* checkAccounts(config, house, now)
    yield checkLetters(house)
    yield checkBackup(house, now)
  }
  yield await checkPrompts()
  yield await checkModel(config.model)
  yield* await checkEmbeddings(config.embedding, house)
  yield await checkFonts()
}

interface Looked {
  readonly facts?: DatabaseFacts
  readonly directory?: readonly string[]
  readonly trouble?: string
}

async function lookAtDatabase(config: Config): Promise<Looked> {
  try {
    return await withDatabase(config, say, async (url, directory) => ({
      facts: await readDatabaseFacts(url),
      directory: directory === undefined ? [] : [directory],
    }))
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) }
  }
}
