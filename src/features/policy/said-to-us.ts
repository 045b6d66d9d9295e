/** What was said, without the names we were called by. */
export function withoutCalls(text: string): string {
  return text.replace(/[@＠][^\s@＠]{1,24}(?:\s|$)/gu, ' ').trim()
}
