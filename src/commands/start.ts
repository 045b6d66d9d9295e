import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type House, openHouse } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { HouseError, isHouseError } from '../kernel/errors.ts'
import { openLog } from '../log.ts'
import { openWeb, type Web } from '../web.ts'
import { printLine, say } from './command-line.ts'
import { prepareDemonstration } from './demonstration.ts'
import { startTexts as texts } from './start.texts.ts'

/** `start`: everything configured, until Ctrl-C. Gives the exit code. */
export async function startCommand(options: { demo: boolean; worker: boolean }): Promise<number> {
  const house = await openConfigured(options.demo)
  try {
    if (options.worker) {
      house.desk.help()
      await printLine(texts.worker())
      await untilTold()
      return 0
    }
    return await serve(house)
  } finally {
    await house.close()
  }
}

async function serve(house: House): Promise<number> {
  const addressFile = join(house.config.dataDirectory, 'address')
  let web: Web
  try {
    web = await openWeb(house)
  } catch (error) {
    if (!isHouseError(error, 'account-busy')) throw error
    const url = await readFile(addressFile, 'utf8').catch(() => undefined)
    throw new HouseError('already-running', texts.alreadyRunning(url?.trim()), { cause: error })
  }
  await writeFile(addressFile, `${web.url}\n`)
  await printLine(texts.running(web.url))
  if (house.config.isDemo) {
    await printLine(texts.demonstration())
    for (const line of texts.tryThese(house.config.botNames[0] ?? '')) await printLine(line)
  }
  await untilTold()
  say(texts.stopping())
  await web.close()
  await rm(addressFile, { force: true })
  say(texts.stopped())
  return 0
}

/** Where no roster was imported and no platform is set, the demonstration is what there is to see. */
async function openConfigured(demo: boolean): Promise<House> {
  if (!demo) {
    const config = readConfig()
    const hasData = config.databaseUrl !== undefined || existsSync(join(config.dataDirectory, 'postgres'))
    if (hasData) {
      const house = await open(config)
      const directory = await house.storage.transactions.inOne(house.clock.now(), (work) =>
        house.people.directory(work),
      )
      if (directory.people.size > 0) return house
      await house.close()
    }
  }
  const config = readConfig({ demo: true })
  const house = await open(config)
  await prepareDemonstration(house)
  return house
}

function open(config: Config): Promise<House> {
  return openHouse({
    config,
    clock: systemClock(),
    log: openLog(config.logLevel === 'info' ? 'warn' : config.logLevel),
    say,
  })
}

/** Ctrl-C, or a service manager's stop. A second one is not waited for any more. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let told = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (told) process.exit(1)
        told = true
        resolve()
      })
    }
  })
}
