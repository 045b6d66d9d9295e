import { type House, openHouse } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { type Clock, systemClock } from '../kernel/clock.ts'
import { openLog } from '../log.ts'
import { say } from './command-line.ts'

export interface HouseArguments {
  readonly demo: boolean
  readonly clock?: Clock
  /** Told at once, before the database is up. */
  readonly onConfig?: (config: Config) => void
}

/** Opens the house for one command and closes it whatever happens. */
export async function withHouse<T>(options: HouseArguments, act: (house: House) => Promise<T>): Promise<T> {
  const config = readConfig({ demo: options.demo })
  options.onConfig?.(config)
  const house = await openHouse({
    config,
    clock: options.clock ?? systemClock(),
    log: openLog(config.logLevel),
    say,
  })
  try {
    return await act(house)
  } finally {
    await house.close()
  }
}
