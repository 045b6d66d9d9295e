/** Why the house could not go on. Closed, so that a caller can handle every one and the compiler checks it. */
export type ErrorCode =
  /** The command line was wrong: exit code 2. */
  | 'usage'
  /** A setting is missing or contradicts another one. */
  | 'configuration'
  /** PostgreSQL cannot be reached or refused what we asked; trying again may help. */
  | 'database'
  /** The schema is half applied or newer than this program; no start until somebody has looked. */
  | 'migration'
  /** A deadline would lie beyond the official calendars that are loaded; we never guess one. */
  | 'calendar'
  /** A row changed between reading and writing more often than we retry. */
  | 'storage-conflict'
  /** A stored thing that must be there is not: a bug or a restore that was not complete. */
  | 'not-found'
  /** A document cannot be read, or nothing in it is text. */
  | 'document'
  /** A roster or another file handed in is not what it says it is. */
  | 'import'
  /** A platform refused our identity, or cannot be reached at start. */
  | 'platform'
  /** Another process holds this platform account. */
  | 'account-busy'
  /** Another process already runs on this data directory and would be disturbed. */
  | 'already-running'
  /** The key for personal fields is missing, malformed, or not the one they were sealed with. */
  | 'personal-key'
  /** The audit chain does not hold. */
  | 'audit'
  /** A model answered nothing usable or too late; the rules answer instead. */
  | 'model'
  /** What cannot happen, happened. */
  | 'internal'

/**
 * What the caller cannot mend on the spot. An expected refusal ("this appeal is already closed") is an
 * ordinary return value instead. The message is one sentence that says what to do, and is safe to log:
 * it never carries a name, a phone number, a key or a message's text.
 */
export class HouseError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'HouseError'
    this.code = code
  }
}

/** True for our own errors, also across `catch (error: unknown)`; with `code`, only for that one. */
export function isHouseError(error: unknown, code?: ErrorCode): error is HouseError {
  return error instanceof HouseError && (code === undefined || error.code === code)
}
