import type { StoredArrival } from '../inbox/arrival.ts'

/**
 * A model that reads free words before the round begins; without one configured, the rules read alone.
 * It never throws and answers within its own time limit: undefined means that the rules decide.
 */
export interface FreeTextReader {
  read(burst: readonly StoredArrival[]): Promise<unknown>
}
