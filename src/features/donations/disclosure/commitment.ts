import { createHash } from 'node:crypto'

/** A keyed digest (the personal codec's): salts come from it, so that what was previewed is to the byte what is issued. */
export type Digest = (plain: string, purpose: string) => string

/** A name that may be shown, and what proves that an edition meant it. */
export interface NameBehind {
  readonly digest: string
  readonly name: string
  readonly salt: string
}

const PURPOSE = 'disclosure.salt'

/** SHA-256 over salt and name. Without the salt nobody can try names on it. */
export const commitmentOf = (salt: string, name: string): string =>
  createHash('sha256').update(salt, 'utf8').update(name, 'utf8').digest('hex')

/** The same gift under the same name has the same commitment in every edition; two gifts of one donor differ. */
export function nameBehind(gift: string, name: string, digest: Digest): NameBehind {
  const salt = digest(`${gift}\n${name}`, PURPOSE)
  return { digest: commitmentOf(salt, name), name, salt }
}
