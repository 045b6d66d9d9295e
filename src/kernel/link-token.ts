/** The secret in a link that opens a page without anybody signing in. */
import { createHash, randomBytes } from 'node:crypto'

/** 192 bits: nobody guesses it, so nothing has to be counted on its account. */
const TOKEN_BYTES = 24
export const TOKEN = /^[\w-]{32}$/u

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** A stolen database opens nothing: the token itself is random enough for a plain digest. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')
