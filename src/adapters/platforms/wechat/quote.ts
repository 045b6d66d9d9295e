/** What somebody answered, as far as WeChat says: words and whose they are, seldom a number. */
export interface Quoted {
  readonly name: string
  /** Empty where something else than words was quoted. */
  readonly words: string
  /** The platform's own numbers, in the XML form only. */
  readonly of?: string
  readonly by?: string
  /** What they said to it. */
  readonly text: string
}

/** 「张三：原文」, a line of dashes, and what is said to it; puppets of the web protocol and WeChat's own copy. */
const PLAIN = /^「([^：\n]{1,64})：([\s\S]*?)」\n(?:- ?){6,}\n?([\s\S]*)$/u

const LONGEST_XML = 200_000

export function readQuote(text: string): Quoted | undefined {
  const plain = PLAIN.exec(text)
  if (plain !== null) {
    const [, name = '', words = '', said = ''] = plain
    return { name, words: words.trim(), text: said }
  }
  return text.length <= LONGEST_XML && text.includes('<refermsg>') ? readXml(text) : undefined
}

/** A message of the kind 57: what is said stands in its title, what is answered in `refermsg`. */
function readXml(text: string): Quoted | undefined {
  const from = text.indexOf('<refermsg>')
  const to = text.indexOf('</refermsg>', from)
  if (to < 0) return undefined
  const answered = text.slice(from, to)
  const around = text.slice(0, from) + text.slice(to)
  const said = elementOf(around, 'title')
  if (said === undefined) return undefined
  const words = elementOf(answered, 'content') ?? ''
  const of = elementOf(answered, 'svrid')
  const by = elementOf(answered, 'chatusr') || elementOf(answered, 'fromusr')
  return {
    name: elementOf(answered, 'displayname') ?? '',
    words: looksLikeXml(words) ? '' : words.trim(),
    ...(of ? { of } : {}),
    ...(by ? { by } : {}),
    text: said,
  }
}

/** The text of the first element of this name. Nothing here is trusted: it is only ever shown as words. */
export function elementOf(xml: string, name: string): string | undefined {
  const open = xml.indexOf(`<${name}>`)
  if (open < 0) return undefined
  const begin = open + name.length + 2
  const end = xml.indexOf(`</${name}>`, begin)
  if (end < 0) return undefined
  const inside = xml.slice(begin, end).trim()
  const verbatim = /^<!\[CDATA\[([\s\S]*)\]\]>$/u.exec(inside)
  return verbatim?.[1] ?? unescaped(inside)
}

export function looksLikeXml(text: string): boolean {
  return /^\s*(?:<|&lt;)[?!a-z]/iu.test(text)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
}

export function unescaped(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|apos|#39|amp);/gu, (entity) => ENTITIES[entity] ?? entity)
}
