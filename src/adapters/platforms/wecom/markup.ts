/** Draws nothing and is no white space: between two marks it keeps them from becoming one. */
const NOTHING = '\u200b'

/** Addresses stay as they are, so that they can be clicked and copied. */
const ADDRESS = /https?:\/\/[\w\-.~:/?#@!$&'+,;=%]+/gu

/** What a line must begin with to become a heading, a list, a quote, code, a rule, or a table. */
const OPENS_BLOCK = /^(?:[ \t]|[#>\-+=|:[]|\d{1,9}[.)])/u

/**
 * Plain words as WeCom's Markdown, so that they read as they were written: nothing in them becomes a link, a mention,
 * a heading or bold, and every line stays a line. WeCom documents no escape, so marks that stand by themselves become
 * their wide twins, and those that only mean something together are parted by nothing.
 */
export function asMarkdown(text: string): string {
  const lines = text
    .toWellFormed()
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(plainLine)
  return lines
    .map((line, n) => (n === lines.length - 1 ? line : `${line}${line && lines[n + 1] ? '  ' : ''}\n`))
    .join('')
}

function plainLine(line: string): string {
  if (line.trim() === '') return ''
  let plain = ''
  let done = 0
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    plain += plainWords(line.slice(done, index)) + address
    done = index + address.length
  }
  plain += plainWords(line.slice(done))
  return OPENS_BLOCK.test(plain) ? NOTHING + plain : plain
}

const plainWords = (words: string): string =>
  words
    .replaceAll('*', '＊')
    .replaceAll('`', '｀')
    .replaceAll('~', '～')
    // Inside a word or a number an underscore draws nothing.
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '＿')
    .replaceAll(/<(?=[\p{L}/!?@])|\](?=[([:])|&(?=[#\p{L}])|\\(?=[!-/:-@[-`{-~])/gu, `$&${NOTHING}`)

/** Wide marks that nobody types for their own sake; the wide ～ is one that people do. */
const TWINS: Readonly<Record<string, string>> = { '＊': '*', '＿': '_', '｀': '`' }

/** Words of ours that come back, quoted, without what only kept them plain. */
export function asPlain(markdown: string): string {
  return markdown
    .replaceAll(NOTHING, '')
    .replaceAll(/[＊＿｀]/gu, (twin) => TWINS[twin] ?? twin)
    .replace(/^(?:<@[^<>\s]+>\s*)+/u, '')
    .replaceAll(/ +$/gmu, '')
    .trim()
}
