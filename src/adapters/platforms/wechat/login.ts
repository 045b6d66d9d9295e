import { createHash } from 'node:crypto'

/**
 * Names one login of the account. Where ids are only good for one, every id carries it, so that what an earlier
 * login left behind matches nothing. It says when the login began, in milliseconds to base 36, and whose it is: web
 * puppets give the account itself another id each time, and then a session that came back is known for what it is.
 */
export function newLogin(at: Date, self: string, last: string | undefined): string {
  const began = last === undefined ? undefined : beganAt(last)
  // A clock that stands or was set back must not make two logins one.
  const time = began === undefined ? at.getTime() : Math.max(at.getTime(), began.getTime() + 1)
  return `${time.toString(36)}${markOf(self)}`
}

export function isLoginOf(login: string, self: string): boolean {
  return beganAt(login) !== undefined && login.endsWith(markOf(self))
}

export function beganAt(login: string): Date | undefined {
  const time = login.slice(0, -MARK_LENGTH)
  return /^[0-9a-z]{6,10}$/.test(time) ? new Date(Number.parseInt(time, 36)) : undefined
}

const MARK_LENGTH = 4

function markOf(self: string): string {
  return createHash('sha256').update(self).digest('hex').slice(0, MARK_LENGTH)
}

/** How the puppet's ids become the house's and back. */
export interface Ids {
  readonly stability: 'permanent' | 'session'
  ours(id: string): string
  /** Undefined: it is from another login, and nobody can say whose it is now. */
  theirs(id: string): string | undefined
}

const SEPARATOR = '~'

export function idsOf(login: string, stability: 'permanent' | 'session'): Ids {
  const prefix = stability === 'session' ? `${login}${SEPARATOR}` : ''
  return {
    stability,
    ours: (id) => prefix + id,
    theirs(id) {
      if (stability === 'session') return id.startsWith(prefix) ? id.slice(prefix.length) : undefined
      // Left over from when ids were thought to be good for one login only.
      return id.includes(SEPARATOR) ? undefined : id
    },
  }
}
