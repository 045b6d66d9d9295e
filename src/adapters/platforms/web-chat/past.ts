import type { Directory } from '../../../kernel/directory.ts'
import { arrivalEntry, letterEntry } from './encode.ts'
import type { Entry } from './entry.ts'
import type { WebChatHistory } from './history.ts'

export interface Past {
  readonly entries: readonly Entry[]
  /** Whether there is something before the first of them. */
  readonly more: boolean
}

/**
 * The newest entries of a chat up to `until`, at least `limit` where there are as many. Where one of the two
 * lists was cut off, the other is cut at the same moment: no entry is shown without what was said between.
 */
export async function readPast(
  history: WebChatHistory,
  chat: string,
  names: { readonly directory: Directory; readonly botName: string },
  until: Date | undefined,
  limit: number,
): Promise<Past> {
  const [letters, arrivals] = await Promise.all([
    history.listLetters(chat, until, limit),
    history.listArrivals(chat, until, limit),
  ])
  const said = letters.map((letter) => letterEntry(letter, names.directory))
  const heard = arrivals.flatMap((arrival) => arrivalEntry(arrival, names.botName, names.directory) ?? [])
  const beginnings = [
    letters.length >= limit ? letters[0]?.at : undefined,
    arrivals.length >= limit ? arrivals[0]?.at : undefined,
  ].flatMap((at) => at?.getTime() ?? [])
  const from = Math.max(...beginnings, Number.NEGATIVE_INFINITY)
  const entries = mergeByTime(said, heard).filter(({ at }) => at >= from)
  return { entries, more: beginnings.length > 0 }
}

/** Each list keeps its own order, whatever its times say; an answer comes after what it answers. */
function mergeByTime(letters: readonly Entry[], lines: readonly Entry[]): Entry[] {
  const merged: Entry[] = []
  let next = 0
  for (const letter of letters) {
    for (let line = lines[next]; line !== undefined && line.at <= letter.at; line = lines[next]) {
      merged.push(line)
      next++
    }
    merged.push(letter)
  }
  return merged.concat(lines.slice(next))
}
