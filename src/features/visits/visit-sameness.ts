import { createHash } from 'node:crypto'
import type { Visit } from './visit.ts'

/** The same for what was told twice: by the leader, the day, the kind and the places, in whatever order. */
export function sameness({
  leader,
  day,
  kind,
  companies,
  chambers,
}: Pick<Visit, 'day' | 'kind' | 'companies' | 'chambers' | 'leader'>): string {
  const told = [leader, day, kind, ...[...companies].sort(), '/', ...[...chambers].sort()]
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 24)
}
