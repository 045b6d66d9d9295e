import { addressingByName, type Heard } from '../addressing.ts'

export interface Said {
  readonly isPrivate: boolean
  /** It quotes something. */
  readonly isAnswer: boolean
}

/** A name behind an @, with the space that WeCom's own list of names puts after it. Longer is more than a name. */
const CALL = /(?<=^|\s)[@＠]\S{1,20}(?=\s|$)/gu

/**
 * Takes the call to us out of a line. WeCom hands a bot only those lines of a group that are meant for it, so all of
 * them are; when none of our names is found the bot is called otherwise there, and the first or last call is ours.
 */
export function callsTo(names: readonly string[], onUnknownName: () => void) {
  const hear = addressingByName(names)
  return (text: string, { isPrivate, isAnswer }: Said): Heard => {
    const heard = hear(text, { isPrivate, isReplyToUs: isAnswer })
    if (heard.addressed !== 'none' && heard.addressed !== 'reply') return heard
    const without = withoutUnknownCall(text)
    if (without !== undefined) {
      onUnknownName()
      return { text: without, addressed: 'mention' }
    }
    return { text, addressed: isAnswer ? 'reply' : 'mention' }
  }
}

function withoutUnknownCall(text: string): string | undefined {
  const calls = [...text.matchAll(CALL)]
  const [first] = calls
  const last = calls.at(-1)
  if (first === undefined || last === undefined) return undefined
  const isFirst = text.slice(0, first.index).trim() === ''
  const isLast = text.slice(last.index + last[0].length).trim() === ''
  if (!isFirst && !isLast && calls.length > 1) return undefined
  const ours = isFirst || !isLast ? first : last
  return `${text.slice(0, ours.index).trimEnd()} ${text.slice(ours.index + ours[0].length).trimStart()}`.trim()
}
