import type { Arrival, StoredArrival } from './arrival.ts'

/** How long the house listens before it answers, in milliseconds. */
export interface BurstSettings {
  /** Quiet after free text in a private chat. */
  readonly privateQuietMs: number
  /** Quiet after free text in a group, where people type in gusts. */
  readonly groupQuietMs: number
  /** Lines of the same speaker before they addressed us that still belong to what they say. */
  readonly lookBackMs: number
  /** Somebody who never pauses is answered after this long all the same. */
  readonly longestMs: number
}

export const DEFAULT_BURST: BurstSettings = {
  privateQuietMs: 1_500,
  groupQuietMs: 6_000,
  lookBackMs: 5 * 60_000,
  longestMs: 120_000,
}

/** A choice, a command or a number is a whole answer: nobody waits for a second half of it. */
const WHOLE = /^\s*(?:[/／]\S.*|[0-9０-９]{1,6}[.。、]?|[一二三四五六七八九十])\s*$/su

/** Whether this closes the burst it belongs to. */
export function isAnsweredAtOnce(arrival: Pick<Arrival, 'content'>): boolean {
  const { content } = arrival
  if (content.kind !== 'message') return true
  if ((content.files?.length ?? 0) + (content.later?.length ?? 0) > 0) return false
  return content.addressed === 'command' || WHOLE.test(content.text)
}

/** When a single arrival could be worked on if nothing followed. */
export function readyAt(arrival: Arrival, settings: BurstSettings): Date {
  if (isAnsweredAtOnce(arrival)) return arrival.at
  const quiet = arrival.chat.kind === 'private' ? settings.privateQuietMs : settings.groupQuietMs
  return new Date(arrival.at.getTime() + quiet)
}

/**
 * When the burst that these arrivals of one conversation form is complete: at the quiet after the last
 * one, at once when one of them is answered at once, at the latest `longestMs` after the first.
 */
export function burstReadyAt(
  arrivals: readonly Pick<StoredArrival, 'content' | 'readyAt' | 'at'>[],
  settings: BurstSettings,
): Date | undefined {
  const first = arrivals[0]
  if (first === undefined) return undefined
  const latest = first.at.getTime() + settings.longestMs
  let ready = 0
  for (const arrival of arrivals) {
    if (isAnsweredAtOnce(arrival)) return arrival.readyAt
    ready = Math.max(ready, arrival.readyAt.getTime())
  }
  return new Date(Math.min(ready, Math.max(latest, first.readyAt.getTime())))
}

/** Cuts one conversation's arrivals into things said: free text runs together, all else stands alone. */
export function intoBursts<T extends Pick<Arrival, 'content'>>(
  arrivals: readonly T[],
): readonly (readonly T[])[] {
  const bursts: T[][] = []
  let open: T[] | undefined
  for (const arrival of arrivals) {
    if (isAnsweredAtOnce(arrival)) {
      bursts.push([arrival])
      open = undefined
    } else if (open === undefined) {
      open = [arrival]
      bursts.push(open)
    } else open.push(arrival)
  }
  return bursts
}
