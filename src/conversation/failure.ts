import { HouseError } from '../kernel/errors.ts'

/** Another transaction was first: the same thing may be done again at once. */
const FASTER = /storage-conflict|P2034|deadlock detected|could not serialize/u

export const somebodyWasFaster = (error: unknown): boolean =>
  FASTER.test(`${codeOf(error)} ${messageOf(error)}`)

/**
 * A failure as the log may have it: its kind, its code and where in the house it happened. Messages of others
 * quote what somebody wrote, so only those of our own errors are taken.
 */
export function describeFailure(error: unknown): string {
  if (error instanceof HouseError) return `${error.code}: ${error.message}`
  if (!(error instanceof Error)) return typeof error
  const place = /\/src\/((?!adapters\/storage\/generated)[\w./-]+:\d+)/u.exec(error.stack ?? '')?.[1]
  return [error.name, codeOf(error), place === undefined ? '' : `at src/${place}`]
    .filter((part) => part !== '')
    .join(' ')
}

function codeOf(error: unknown): string {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: { code?: unknown } }
  return [code, meta?.code].filter((part) => typeof part === 'string').join(' ')
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : '')
