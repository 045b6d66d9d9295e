import type { Addressed } from '../../inbox/arrival.ts'

/** How a line of a group reads once the calls to us are taken out of it. */
export interface Heard {
  readonly text: string
  readonly addressed: Addressed
}

/** For platforms that write a mention as plain text: `@` and one of the bot's names, anywhere in the line. */
export function addressingByName(names: readonly string[]): (text: string, isReplyToUs: boolean) => Heard {
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  const call = new RegExp(`[@＠](?:${longestFirst.map((name) => RegExp.escape(name)).join('|')})[ \\u2005\\u3000]*`, 'gu')
  return (text, isReplyToUs) => {
    const without = text.replace(call, ' ').trim()
    if (without !== text.trim()) return { text: without, addressed: 'mention' }
    if (isReplyToUs) return { text, addressed: 'reply' }
    return { text, addressed: /^\s*[/／]/u.test(text) ? 'command' : 'none' }
  }
}
