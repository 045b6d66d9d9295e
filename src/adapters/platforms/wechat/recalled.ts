import { elementOf, looksLikeXml, unescaped } from './quote.ts'

/**
 * Which message was taken back: some puppets give its number as the text, those of the web protocol WeChat's own
 * notice, where `newmsgid` (or, without one, `msgid`) is what the message itself was called.
 */
export function recalledMessage(text: string): string | undefined {
  const notice = looksLikeXml(text) && !text.includes('<') ? unescaped(text) : text
  const number = looksLikeXml(notice)
    ? (elementOf(notice, 'newmsgid') ?? elementOf(notice, 'msgid'))
    : notice.trim()
  return number !== undefined && /^[\w:.@-]{1,128}$/u.test(number) ? number : undefined
}
