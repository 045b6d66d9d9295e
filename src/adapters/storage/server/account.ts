import { lchown, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HouseError } from '../../../kernel/errors.ts'
import { type Account, runCommand } from './run-command.ts'
import { serverTexts } from './server.texts.ts'

/** True as root, whom PostgreSQL refuses to run for. */
function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Who the server runs as: ourselves; or, where we are root, the owner of the cluster that is already there,
 * else the system user `name`, made on the spot where there is none. Throws `database` where it cannot be made.
 */
export async function chooseAccount(
  cluster: string,
  name: string,
  say: (line: string) => void,
): Promise<Account> {
  if (!isRoot()) return undefined
  const owner = await findOwner(cluster)
  if (owner !== undefined) return owner
  const known = await findUser(name)
  if (known !== undefined) return known
  const made = await runCommand(undefined, 'useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir=/nonexistent',
    '--shell=/usr/sbin/nologin',
    name,
  ])
  // Another start on this machine may have made the user in the same moment: look before giving up.
  const account = await findUser(name)
  if (account === undefined) throw new HouseError('database', serverTexts.noUser(name, made.output))
  if (made.ok) say(serverTexts.userMade(name))
  return account
}

/** As root: who owns this folder, unless that is root again; for anybody else undefined, "ourselves". */
export async function findOwner(path: string): Promise<Account> {
  if (!isRoot()) return undefined
  const owner = await stat(path).catch(() => undefined)
  return owner === undefined || owner.uid === 0 ? undefined : { uid: owner.uid, gid: owner.gid }
}

async function findUser(name: string): Promise<Account> {
  const [uid, gid] = await Promise.all([
    runCommand(undefined, 'id', ['-u', name]),
    runCommand(undefined, 'id', ['-g', name]),
  ])
  return uid.ok && gid.ok ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined
}

/** Hands a folder and all in it to the account; links themselves, not what they point to. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account === undefined) return
  await lchown(path, account.uid, account.gid)
  const below = await readdir(path, { recursive: true })
  for (const name of below) await lchown(join(path, name), account.uid, account.gid)
}
