import { spawn } from 'node:child_process'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Places {
  /** The folder of `.prisma` files. */
  schema: string
  /** The folder of migrations. */
  migrations: string
  /** A running PostgreSQL, for the scratch database in which the migrations are played through. */
  url: string
}

/** The SQL that leads from the migrations to the schema; undefined where they already agree. */
export async function findSchemaDiff({ schema, migrations, url }: Places): Promise<string | undefined> {
  await ensureLockFile(migrations)
  const verb = ['migrate', 'diff', '--script', '--exit-code']
  const paths = ['--from-migrations', resolve(migrations), '--to-schema', resolve(schema)]
  const { code, output, complaint } = await runPrisma([...verb, ...paths], url)
  if (code === 0) return undefined
  if (code === 2) return output
  throw new Error(complaint || output || `prisma migrate diff ended with ${code}`)
}

/** Prisma's command line with our engine and no way out to the network. Works in the project's root. */
export function runPrisma(
  args: readonly string[],
  url: string,
): Promise<{ code: number | null; output: string; complaint: string }> {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const child = spawn(process.execPath, [prisma, ...args], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // The engine's first line asks for `node`: the one we run under, not an older one of the machine.
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      DATABASE_URL: url,
      PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(new URL('schema-engine.mjs', import.meta.url)),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      NO_COLOR: '1',
    },
  })
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done({ code, output, complaint }))
  })
}

/** Prisma wants to be told which database a folder of migrations is for, even an empty one. */
async function ensureLockFile(migrations: string): Promise<void> {
  const path = join(migrations, 'migration_lock.toml')
  if (await stat(path).catch(() => undefined)) return
  await mkdir(migrations, { recursive: true })
  await writeFile(
    path,
    '# Which database these migrations are for; Prisma reads it.\nprovider = "postgresql"\n',
  )
}
