import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type House, openHouse } from '../app.ts'
import { openChannels } from '../channels.ts'
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
  const web = await openOnce(house, addressFile)
  await writeFile(addressFile, `${web.url}\n`)
  await printLine(texts.running(web.url))
  if (isStandingBy(house)) await printLine(texts.standingBy())
  for (const name of await openChannels(house, web, say)) await printLine(texts.channel(name))
  void house.readDocuments()
  house.keepMeaning()
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

const isStandingBy = (house: House) => !house.desk.accounts().includes('web-chat:web')

/** On the same data directory a second start is a mistake; on another machine's it stands by. */
async function openOnce(house: House, addressFile: string): Promise<Web> {
  const first = (await readFile(addressFile, 'utf8').catch(() => undefined))?.trim()
  const refusal = (cause?: unknown) =>
    new HouseError('already-running', texts.alreadyRunning(first), cause === undefined ? {} : { cause })
  const web = await openWeb(house).catch((error: unknown) => {
    throw isHouseError(error, 'account-busy') ? refusal(error) : error
  })
  if (first === undefined || !isStandingBy(house) || !(await answers(first))) return web
  await web.close()
  throw refusal()
}

/** Whether somebody is there; after a crash the address is still written down, and nobody is. */
async function answers(url: string): Promise<boolean> {
  const asked = fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2_000) })
  return asked.then(
    () => true,
    () => false,
  )
}

/** Where no roster was imported and no platform is set, the demonstration is what there is to see. */
async function openConfigured(demo: boolean): Promise<House> {
  if (!demo) {
    const config = readConfig()
    const hasChannel = [config.telegram, config.wechat, config.wecom].some((one) => one !== undefined)
    const hasData = config.databaseUrl !== undefined || existsSync(join(config.dataDirectory, 'postgres'))
    if (hasData || hasChannel) {
      const house = await open(config)
      const directory = await house.storage.transactions.inOne(house.clock.now(), (work) =>
        house.people.directory(work),
      )
      if (directory.people.size > 0 || hasChannel) return house
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
