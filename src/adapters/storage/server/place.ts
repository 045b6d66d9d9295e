import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HouseError } from '../../../kernel/errors.ts'
import { chooseAccount, giveTo } from './account.ts'
import { type Binaries, copyBinaries, locateBinaries } from './binaries.ts'
import { type Account, runCommand } from './run-command.ts'
import { serverTexts } from './server.texts.ts'

/** Where one house's server lives and who runs it. */
export interface Place {
  home: string
  account: Account
  binaries: Binaries
}

export interface PlaceOptions {
  /** The house's data directory, existing. */
  dataDirectory: string
  /** Where data and programs go when PostgreSQL's user cannot reach them as root. */
  shelter: string
  /** The system user made for running as root. */
  userName: string
  say(line: string): void
}

/** The cluster itself, PostgreSQL's "data directory", inside a home. */
export const clusterOf = (home: string) => join(home, 'cluster')

const usualHome = (dataDirectory: string) => join(dataDirectory, 'postgres')
const pointerOf = (dataDirectory: string) => join(usualHome(dataDirectory), 'elsewhere.json')

/** One after another: whoever starts or stops this house's server claims this. Always in the data directory itself. */
export const claimsOf = (dataDirectory: string) => join(usualHome(dataDirectory), 'claims')

/**
 * The home of this data directory's server: in it, or where an earlier start moved it.
 * Throws `database` for a data directory that is a copy of one whose database lives elsewhere,
 * because the two would write into one database.
 */
export async function findHome(dataDirectory: string): Promise<string> {
  const pointer = pointerOf(dataDirectory)
  const text = await readFile(pointer, 'utf8').catch(() => undefined)
  if (text === undefined) return usualHome(dataDirectory)
  const { of: original, home } = JSON.parse(text) as { of: string; home: string }
  if (original !== (await realpath(dataDirectory))) {
    if (await exists(pointerOf(original)))
      throw new HouseError('database', serverTexts.copiedData(dataDirectory, original, pointer))
    await writePointer(dataDirectory, home)
  }
  return home
}

/** Settles where the server lives, makes the folder, and moves what its user cannot reach. Only under a claim. */
export async function settlePlace(options: PlaceOptions): Promise<Place> {
  const { dataDirectory, shelter, say } = options
  const home = await findHome(dataDirectory)
  const account = await chooseAccount(clusterOf(home), options.userName, say)
  let binaries = await locateBinaries()
  if (!(await runCommand(account, binaries.postgres, ['--version'])).ok && account !== undefined) {
    binaries = await copyBinaries(binaries, shelter, say).catch((cause: unknown) => {
      throw new HouseError('database', serverTexts.noShelter(dataDirectory, shelter, reason(cause)), {
        cause,
      })
    })
  }
  if (await canKeepIn(home, account)) return { home, account, binaries }
  return { home: await moveHome(options, home, account), account, binaries }
}

async function canKeepIn(home: string, account: Account): Promise<boolean> {
  await mkdir(home, { recursive: true })
  if (account === undefined) return true
  // A share that does not know owners (a mounted Windows folder) refuses here.
  const isGiven = await giveHome(account, home).then(
    () => true,
    () => false,
  )
  return isGiven && (await runCommand(account, 'test', ['-w', home])).ok
}

async function giveHome(account: Account, home: string): Promise<void> {
  const owner = await stat(home)
  const cluster = await stat(clusterOf(home)).catch(() => undefined)
  const isTheirs = owner.uid === account?.uid && (cluster === undefined || cluster.uid === account.uid)
  // A cluster that root copied here, say from a backup of the disk, still belongs to root.
  if (!isTheirs) await giveTo(account, home)
  await chmod(home, 0o700)
}

async function moveHome({ dataDirectory, shelter, say }: PlaceOptions, old: string, account: Account) {
  const real = await realpath(dataDirectory)
  const home = join(shelter, createHash('sha256').update(real).digest('hex').slice(0, 16))
  try {
    await mkdir(shelter, { recursive: true, mode: 0o755 })
    const isCopy = (await exists(clusterOf(old))) && !(await exists(clusterOf(home)))
    if (isCopy) await copyHome(old, home)
    await mkdir(home, { recursive: true })
    await giveTo(account, home)
    await chmod(home, 0o700)
    await writePointer(dataDirectory, home)
    say(serverTexts.sheltered(dataDirectory, home))
    if (isCopy) say(serverTexts.shelteredCopy(clusterOf(old), home))
    return home
  } catch (cause) {
    throw new HouseError('database', serverTexts.noShelter(dataDirectory, shelter, reason(cause)), { cause })
  }
}

async function copyHome(old: string, home: string): Promise<void> {
  const partial = `${home}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial)
  await cp(clusterOf(old), clusterOf(partial), { recursive: true, verbatimSymlinks: true })
  await cp(join(old, 'password'), join(partial, 'password'))
  await rename(partial, home)
}

async function writePointer(dataDirectory: string, home: string): Promise<void> {
  const pointer = pointerOf(dataDirectory)
  await mkdir(dirname(pointer), { recursive: true })
  await writeFile(pointer, `${JSON.stringify({ of: await realpath(dataDirectory), home }, null, 2)}\n`)
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
