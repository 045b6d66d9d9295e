/** 谁包谁 on a day, looked up at once for very many visits. Pure. */
import { type Directory, isInForce, type Responsibility } from '../../kernel/directory.ts'

export interface Answering {
  /** A chamber as a whole. */
  readonly chambers: ReadonlyMap<string, Responsibility>
  /** A company's own responsibility comes before its chamber's. */
  company(code: string): Responsibility | undefined
}

interface Known {
  /** Days on which anything changes, in order. */
  readonly changes: readonly string[]
  readonly since: Map<string, Answering>
}

/** The roster stays the same between its changes, and a responsibility between its days: 10,000 visits are 10,000 look-ups. */
const known = new WeakMap<Directory, Known>()

export function answeringOn(directory: Directory, day: string): Answering {
  const of = known.get(directory) ?? { changes: changesOf(directory), since: new Map() }
  known.set(directory, of)
  const since = of.changes.findLast((change) => change <= day) ?? ''
  const found = of.since.get(since) ?? indexOf(directory, day)
  of.since.set(since, found)
  return found
}

function changesOf({ responsibilities }: Directory): readonly string[] {
  const days = responsibilities.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [from]),
    ...(until === undefined ? [] : [dayAfter(until)]),
  ])
  return [...new Set(days)].sort()
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

function indexOf(directory: Directory, day: string): Answering {
  const companies = new Map<string, Responsibility>()
  const chambers = new Map<string, Responsibility>()
  for (const one of directory.responsibilities) {
    const key = one.company ?? one.chamber
    if (key === undefined || !isInForce(one, day)) continue
    const of = one.company === undefined ? chambers : companies
    const before = of.get(key)
    if (before === undefined || (one.from ?? '') > (before.from ?? '')) of.set(key, one)
  }
  return {
    chambers,
    company: (code) => companies.get(code) ?? chambers.get(directory.companies.get(code)?.chamber ?? ''),
  }
}
