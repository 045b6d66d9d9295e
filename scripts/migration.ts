// Migrations for maintainers:
//   npm run migration -- make NAME   writes what prisma/schema has and the migrations lack
//   npm run migration -- drift       exit code 1, with the difference, where the two disagree
// Uses DATABASE_URL for a scratch database, or a server of its own in a temporary folder.
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbeddedServer } from '../src/adapters/storage/server/embedded-server.ts'
import { findSchemaDiff, type Places } from './schema-diff.ts'

/** Writes the next migration and gives its folder; undefined where there is nothing to write. */
export async function makeMigration(name: string, at: Date, places: Places): Promise<string | undefined> {
  const diff = await findSchemaDiff(places)
  if (diff === undefined) return undefined
  const stamp = at.toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const words = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
  const folder = join(places.migrations, `${stamp}_${words}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), diff)
  return folder
}

async function withServer<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL)
  const dataDirectory = await mkdtemp(join(tmpdir(), 'niangjia-migration-'))
  // As root the server runs as another user, who must get in; its own folder inside stays closed.
  await chmod(dataDirectory, 0o755)
  try {
    const server = await startEmbeddedServer({ dataDirectory, say: () => undefined })
    try {
      return await work(server.url)
    } finally {
      await server.release()
    }
  } finally {
    await rm(dataDirectory, { recursive: true, force: true })
  }
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      schema: { type: 'string', default: 'prisma/schema' },
      migrations: { type: 'string', default: 'prisma/migrations' },
    },
  })
  const [verb, name] = positionals
  if (verb === 'make' && name !== undefined) {
    const folder = await withServer((url) => makeMigration(name, new Date(), { ...values, url }))
    console.log(
      folder ? `Written: ${folder}/migration.sql. Read it before you commit it.` : 'Nothing to migrate.',
    )
    return 0
  }
  if (verb === 'drift') {
    const diff = await withServer((url) => findSchemaDiff({ ...values, url }))
    if (diff === undefined) return 0
    console.error(
      'The schema and the migrations disagree. Run `npm run migration -- make NAME`, or undo the change:',
    )
    console.error(diff)
    return 1
  }
  console.error('npm run migration -- make NAME | drift [--schema DIR] [--migrations DIR]')
  return 2
}

if (import.meta.main) process.exitCode = await run()
