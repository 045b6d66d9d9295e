import type { Work } from '../kernel/work.ts'

/** What a broadcast is about, as people may refuse it: 只收政策，不收活动. */
export const TOPICS = ['meeting', 'policy', 'activity', 'donation', 'other'] as const
export type Topic = (typeof TOPICS)[number]

/** A topic, or one donation drive by its id: `drive:3`. */
export type Refusable = Topic | `drive:${number}`

/**
 * What people do not want to get. It counts for letters to them alone: what a group reads, everybody in it reads.
 * Personal Information Protection Law art. 24: whoever is sent information may refuse it in an easy way.
 */
export interface RefusalsStore {
  /** Codes of those who refuse any of these. */
  listRefusing(topics: readonly Refusable[], work: Work): Promise<ReadonlySet<string>>
  listOf(person: string, work: Work): Promise<readonly Refusable[]>
  refuse(person: string, topic: Refusable, work: Work): void
  accept(person: string, topic: Refusable, work: Work): void
}
