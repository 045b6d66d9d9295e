import type { House } from '../app.ts'
import { driveLines } from '../features/donations/drive-lines.ts'
import { noticeLines } from '../features/notices/notice-lines.ts'
import type { Work } from '../kernel/work.ts'
import { printJson, printLine } from './command-line.ts'
import { withHouse } from './with-house.ts'

interface Options {
  readonly json: boolean
  readonly demo: boolean
}

interface Line {
  readonly number: number
  readonly title: string
  readonly state: string
  readonly letters: Readonly<Record<string, number>>
}

/** `notices`: every notice with its letters and receipts. Gives the exit code. */
export function noticesCommand(options: Options): Promise<number> {
  return print(options, ({ storage }, work) => noticeLines(storage, work))
}

/** `drives`: every donation drive with what is missing and what arrived. Gives the exit code. */
export function drivesCommand(options: Options): Promise<number> {
  return print(options, ({ storage }, work) => driveLines(storage, work))
}

function print(
  options: Options,
  read: (house: House, work: Work) => Promise<readonly Line[]>,
): Promise<number> {
  return withHouse(options, async (house) => {
    const lines = await house.storage.transactions.inOne(house.clock.now(), (work) => read(house, work))
    for (const line of lines) await (options.json ? printJson(line) : printLine(asText(line)))
    return 0
  })
}

function asText({ number, title, state, letters }: Line): string {
  const counts = Object.entries(letters)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${name} ${n}`)
  return `${number}  ${state}  ${title}  ${counts.join(', ')}`
}
