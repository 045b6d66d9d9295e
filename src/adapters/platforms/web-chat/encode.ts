import type { Arrival } from '../../../inbox/arrival.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Entry, Shown } from './entry.ts'
import type { PastLetter } from './history.ts'
import { strangerName } from './personas.ts'

/** How somebody is shown by their id on this platform: by the roster, a stranger by a made-up short name. */
export function shownAs(id: string, directory: Directory | undefined): Shown {
  return { id, name: directory?.people.get(id)?.name ?? strangerName(id) }
}

export function letterEntry(letter: PastLetter, directory: Directory | undefined): Entry {
  const { id, text, choices, mention, replyTo, files, edits } = letter
  return {
    kind: 'letter',
    id,
    at: letter.at.getTime(),
    text,
    ...(choices?.length ? { choices } : {}),
    ...(mention?.length ? { mention: mention.map((one) => shownAs(one, directory)) } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(files?.length ? { files } : {}),
    ...(edits === undefined ? {} : { edits }),
  }
}

/** Nothing for what the house says to itself and for what a page does not show. */
export function arrivalEntry(arrival: Arrival, botName: string, directory: Directory): Entry | undefined {
  const { messageId: id, content } = arrival
  const from = shownAs(arrival.from.id, directory)
  const at = arrival.at.getTime()
  if (content.kind === 'choice') {
    const { choice, prompt } = content
    return { kind: 'choice', id, at, from, choice, ...(prompt === undefined ? {} : { prompt }) }
  }
  if (content.kind !== 'message') return undefined
  const { text, addressed, replyTo, files, unread } = content
  return {
    kind: 'line',
    id,
    at,
    from,
    // The house was handed the words without the name; the room sees them as they were said.
    text: addressed === 'mention' ? `@${botName} ${text}`.trim() : text,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(files?.length ? { files } : {}),
    ...(unread?.length ? { unread } : {}),
  }
}
