import type { Addressed } from '../../inbox/arrival.ts'

/** How a line reads once the calls to us are taken out of it, and whether it was meant for us. */
export interface Heard {
  readonly text: string
  readonly addressed: Addressed
}

export interface Place {
  readonly isPrivate: boolean
  /** It answers a message of ours. */
  readonly isReplyToUs: boolean
}

/**
 * For platforms that write a mention as plain text: `@` and one of the bot's names, anywhere in the line.
 * People type no space after the name; where one name begins another (娘家, 娘家小助手) the longer one is
 * meant. An address like me@娘家.example is not a mention.
 */
export function addressingByName(names: readonly string[]): (text: string, place: Place) => Heard {
  const longestFirst = names
    .toSorted((a, b) => b.length - a.length)
    // After a name in Latin letters further ones make another name; after 娘家 they begin what is said.
    .map((name) => RegExp.escape(name) + (/[A-Za-z0-9]$/u.test(name) ? '(?![A-Za-z0-9])' : ''))
  const call = new RegExp(
    `(?<![A-Za-z0-9._%+-])[@＠](?:${longestFirst.join('|')})(?!\\.[A-Za-z0-9])[\\s\\u2005,，:：]*`,
    'giu',
  )
  return (text, { isPrivate, isReplyToUs }) => {
    const without = longestFirst.length === 0 ? text : text.replace(call, ' ')
    const isMentioned = without !== text
    const rest = isMentioned ? without.trim() : text
    if (isPrivate) return { text: rest, addressed: 'private' }
    if (isMentioned) return { text: rest, addressed: 'mention' }
    if (isReplyToUs) return { text, addressed: 'reply' }
    return { text, addressed: /^\s*[/／]/u.test(text) ? 'command' : 'none' }
  }
}
