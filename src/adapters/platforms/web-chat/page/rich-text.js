import { make } from './dom.js'

const ADDRESS = /https?:\/\/[^\s<>"'，。；）】》、]+/gu
const BOLD = /\*\*([^*\n]+)\*\*/gu

/**
 * Puts words into an element as text, with the addresses in them to be clicked, the names that are called
 * (@娘家) marked, and `**…**` bold: that is all the form a letter may have.
 */
export function writeWords(element, words, names) {
  const called = names.length === 0 ? undefined : new RegExp(`[@＠](?:${names.map(escaped).join('|')})`, 'gu')
  const marks = [
    ...matches(words, ADDRESS, ([found]) => addressLink(found)),
    ...matches(words, BOLD, ([, inner]) => make('strong', { text: inner })),
    ...(called ? matches(words, called, ([found]) => make('span', { class: 'called', text: found })) : []),
  ].sort((a, b) => a.from - b.from)
  let at = 0
  for (const { from, to, node } of marks) {
    if (from < at) continue
    element.append(words.slice(at, from), node)
    at = to
  }
  element.append(words.slice(at))
}

function matches(words, pattern, draw) {
  return [...words.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    node: draw(match),
  }))
}

function addressLink(address) {
  return make('a', { href: address, target: '_blank', rel: 'noopener noreferrer', text: address })
}

const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
