import { HouseError, isHouseError } from '../kernel/errors.ts'

/** Exit codes of every verb: 0 done, 1 refused or failed, 2 wrong usage. */
export function exitCodeOf(error: unknown): number {
  return isHouseError(error, 'usage') ? 2 : 1
}

/** What an operator reads when a command fails: one sentence that says what to do, never a stack trace. */
export function sentenceOf(error: unknown): string {
  if (error instanceof HouseError) return error.message
  return `Something unexpected happened: ${error instanceof Error ? error.message : String(error)}. Run it again with NIANGJIA_LOG=debug to see more.`
}

/** Whoever read a command's answers left early, as `head` does: no failure of the command. */
export class ReaderLeft extends Error {}

const isBrokenPipe = (error: Error) =>
  ['EPIPE', 'ERR_STREAM_DESTROYED'].includes(String((error as NodeJS.ErrnoException).code))

/** One JSON object a line on standard output; resolves when it is written, so that pipes are not overrun. */
export function printJson(value: unknown): Promise<void> {
  return printLine(JSON.stringify(value))
}

export function printLine(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => {
      if (error) reject(isBrokenPipe(error) ? new ReaderLeft() : error)
      else resolve()
    })
  })
}

/** Progress and explanations, which never mix with the command's own answer. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
