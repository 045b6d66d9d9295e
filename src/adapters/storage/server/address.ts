import { readFile, rename, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { HouseError } from '../../../kernel/errors.ts'
import { serverTexts } from './server.texts.ts'

/** The one role and the one database of the embedded server. */
export const houseName = 'niangjia'

/** How to reach a server; loopback only. */
export interface Address {
  port: number
  password: string
}

export const passwordFileOf = (home: string) => join(home, 'password')
const portFileOf = (home: string) => join(home, 'server.json')

/**
 * What the last start wrote down; undefined before the first. Throws `database` where the files belong to
 * another system user: without the password nobody may join.
 */
export async function findAddress(home: string): Promise<Address | undefined> {
  try {
    const password = (await readFile(passwordFileOf(home), 'utf8')).trim()
    const { port } = JSON.parse(await readFile(portFileOf(home), 'utf8')) as { port: number }
    return { port, password }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'EACCES') throw new HouseError('database', serverTexts.notYours(home), { cause })
    if (code === 'ENOENT' || cause instanceof SyntaxError) return undefined
    throw cause
  }
}

/** Written whole or not at all: another process may read it in the same moment. */
export async function writePort(home: string, port: number): Promise<void> {
  const partial = `${portFileOf(home)}.partial`
  await writeFile(partial, `${JSON.stringify({ port })}\n`)
  await rename(partial, portFileOf(home))
}

/** For Prisma and pg. `sslmode=disable` because an operator's PGSSLMODE would otherwise apply to loopback too. */
export function urlOf({ port, password }: Address, database = houseName): string {
  return `postgresql://${houseName}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
}

/** The preferred port where nobody listens on it, else any free one. */
export async function findFreePort(preferred: number | undefined): Promise<number> {
  return (
    (preferred !== undefined && (await tryPort(preferred))) || (await tryPort(0)) || findFreePort(undefined)
  )
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const bound = probe.address()
      probe.close(() => resolve(bound !== null && typeof bound === 'object' ? bound.port : undefined))
    })
  })
}
