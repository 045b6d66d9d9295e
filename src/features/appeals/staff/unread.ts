/** Words between which nothing is lost: politeness, particles, punctuation. */
const FILLING =
  /请|麻烦|帮我?|一下|那个|这个|这件|那件|的|了|吧|啊|呢|把|给|要|就|和|及|与|[\s,，。.;；:：、!！?？#“”"'（）()《》【】\-—–~→>]+/gu

/**
 * What of a command nothing accounts for, so that it can be said instead of silently dropped.
 * @param understood what the reader went by, each as it occurs in the text.
 */
export function unread(text: string, understood: readonly (string | RegExp)[]): readonly string[] {
  let rest = text
  for (const words of understood) rest = rest.replace(words, '\n')
  return rest
    .split('\n')
    .map((part) => part.replace(FILLING, ' ').trim())
    .flatMap((part) => part.split(/\s+/u))
    .filter((word) => word !== '')
}
