import { spawn } from 'node:child_process'

/** The system user a program runs as; undefined: whoever we are. */
export type Account = { uid: number; gid: number } | undefined

export interface CommandResult {
  ok: boolean
  /** Both streams together, trimmed: PostgreSQL's tools write their reasons to either. */
  output: string
}

// A clean environment: an operator's PGDATA, PGPORT or LC_ALL must not reach the server,
// and initdb's messages must be in a language we can read back.
const environment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Runs a program to its end, in a session of its own (a Ctrl-C meant for the bot does not reach it) and
 * from `/` (the account may not be able to enter our working directory). Never throws: what could not be
 * started is `ok: false` with the reason.
 */
export function runCommand(
  account: Account,
  program: string,
  args: readonly string[],
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: '/',
      detached: true,
      windowsHide: true,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...account,
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trim() }))
  })
}
