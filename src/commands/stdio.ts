import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseLine } from '../adapters/platforms/stdio/protocol.ts'
import { openStdio } from '../adapters/platforms/stdio/stdio.platform.ts'
import { manualClock, systemClock } from '../kernel/clock.ts'
import { HouseError } from '../kernel/errors.ts'
import { withHouse } from './with-house.ts'

/** `stdio`: the line protocol on standard input and output. Gives the exit code. */
export async function stdioCommand(options: {
  manual: boolean
  now: string | undefined
  demo: boolean
}): Promise<number> {
  const start = options.now === undefined ? undefined : new Date(options.now)
  if (start !== undefined && Number.isNaN(start.getTime())) {
    throw new HouseError(
      'usage',
      '--now takes an ISO 8601 time with offset, for example 2026-03-02T09:00:00+08:00.',
    )
  }
  if (start !== undefined && !options.manual) throw new HouseError('usage', '--now needs --clock manual.')
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]()
  const first = options.manual && start === undefined ? await lines.next() : undefined
  const manual = options.manual ? manualClock(start ?? timeIn(first?.value) ?? new Date()) : undefined
  return withHouse({ demo: options.demo, clock: manual ?? systemClock() }, async (house) => {
    const stdio = openStdio({
      input: after(first, lines),
      output: process.stdout,
      botNames: house.config.botNames,
      now: () => house.clock.now(),
      manual,
      settle: house.desk.settle,
      closeBursts: house.desk.closeBursts,
      readFile: house.files.find,
      // Whoever reads the lines may open the files after this process has ended.
      filesDirectory: join(house.config.dataDirectory, 'out'),
    })
    await house.desk.open(stdio.platform)
    const failures = await stdio.run()
    return failures > 0 ? 1 : 0
  })
}

/** A standing clock that was not told the time begins where the first line says it is. */
function timeIn(line: string | undefined): Date | undefined {
  const parsed = parseLine(line ?? '')
  if (!('line' in parsed)) return undefined
  const { line: first } = parsed
  return first.kind === 'clock' ? first.to : 'at' in first ? first.at : undefined
}

async function* after(
  first: IteratorResult<string> | undefined,
  rest: AsyncIterator<string>,
): AsyncIterable<string> {
  for (let next = first ?? (await rest.next()); next.done !== true; next = await rest.next()) yield next.value
}
