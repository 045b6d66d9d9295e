import { type AudienceSpec, nobody } from './audience.ts'
import { type Phrase, readPhrase, selectionOf } from './audience-phrase.ts'
import type { Selection } from './audience-selection.ts'
import { type Meant, type Spellings, spellingsOf } from './audience-spellings.ts'
import type { Directory } from './directory.ts'

/** What somebody's words say about whom a broadcast is for. */
export type HeardAudience =
  /** `rest` is what follows the names, verbatim. */
  | { readonly kind: 'read'; readonly spec: AudienceSpec; readonly rest: string }
  /** Names that the roster does not have. */
  | { readonly kind: 'unknown'; readonly words: string }
  /** A part of several names, or a name of several people: the caller asks which. */
  | { readonly kind: 'ambiguous'; readonly words: string; readonly names: readonly string[] }
  | { readonly kind: 'none' }

const LEAD = /^(?:发送?(?:给|到|往)|给|向|对象|范围|发送范围|名单)\s*[:：]?\s*/u
const EXCEPT =
  /^[\s,，、。;；（(]*(?:但|只|不过)?(?:是)?(?:除了?|不含|不包括|不包含|不用?发给?|不要|去掉|除开|排除|剔除)\s*/u
const EXCEPT_END = /^\s*(?:以外|之外|除外|外)?(?:都发)?的?[)）]?/u
/** 佳和食品除外: said after the name. */
const LEFT_OUT = /^\s*(?:除外|不在内|不算|(?:就|也)?不用?发(?:了|给他们)?)[)）]?/u
const BETWEEN = /^[^\S\n]*(?:[,，、;；]|和|与|及|以及|跟|还有|加上)?[^\S\n]*/u
/** A pasted list: a name a line, numbered or not. */
const BETWEEN_LINES = /^\s*(?:[,，、;；]|和|与|及|以及|跟|还有|加上)?\s*(?:[(（]?\d{1,3}[.、)）]\s*)?/u
/** After a space 和 may begin a word: 建筑机械商会 和谐劳动关系培训. */
const JOINS = /^(?:\s*、|和|与|以?及|跟|还有|加上)/u
/** 就行, 即可: the end of an answer. */
const CLOSING = /^[\s,，。.]*(?:就行|就可以|即可|吧|就好|这几个|这些人?|就这些)*(?:了|吧)?[\s。.]*$/u

interface Names {
  readonly all: boolean
  readonly phrases: readonly (readonly Meant[])[]
  /** Of them, those said to be left out. */
  readonly except: readonly (readonly Meant[])[]
  readonly end: number
}

type Read = Names | Exclude<HeardAudience, { kind: 'read' | 'none' }>

/** Phrases one after another. With `isWhole` every word has to be a name, and all that are not are said back together. */
function readNames(
  text: string,
  from: number,
  spellings: Spellings,
  isWhole: boolean,
  mayBeAll: boolean,
): Read {
  const phrases: (readonly Meant[])[] = []
  const except: (readonly Meant[])[] = []
  const unknown: string[] = []
  let all = false
  let end = from
  let isListed = true
  let isJoined = false
  for (let at = from; at < text.length; ) {
    if (end > from && EXCEPT.test(text.slice(end))) break
    const before = isListed ? undefined : listedKind(phrases.at(-1))
    const how = { isWhole, isListed, isJoined, ...(before === undefined ? {} : { before }) }
    const phrase: Phrase = readPhrase(spellings, text, at, how)
    if (phrase.kind === 'none' || (phrase.kind === 'all' && !mayBeAll)) break
    if (phrase.kind === 'ambiguous') return phrase
    if (phrase.kind === 'unknown') {
      if (isWhole && CLOSING.test(text.slice(at))) break
      unknown.push(phrase.words)
    } else if (phrase.kind === 'all') all = true
    end = phrase.end
    const left = phrase.kind === 'meant' ? LEFT_OUT.exec(text.slice(end))?.[0].length : undefined
    if (phrase.kind === 'meant') (left === undefined ? phrases : except).push(phrase.meant)
    end += left ?? 0
    const between = (isWhole ? BETWEEN_LINES : BETWEEN).exec(text.slice(end))?.[0] ?? ''
    // After a mere space the notice may have begun: 建筑机械商会 明天到商会 开会.
    isListed = isWhole || between.trim() !== ''
    isJoined = JOINS.test(between)
    at = end + between.length
  }
  if (unknown.length > 0) return { kind: 'unknown', words: unknown.join('、') }
  return { all, phrases, except, end }
}

const listedKind = (phrase: readonly Meant[] | undefined) =>
  phrase === undefined ? undefined : (['person', 'company'] as const).find((kind) => isOnly(phrase, kind))
const isOnly = (phrase: readonly Meant[], kind: Meant['kind']) => phrase.every((one) => one.kind === kind)
const codesOf = (phrases: readonly (readonly Meant[])[], kind: Meant['kind']) => [
  ...new Set(phrases.filter((one) => isOnly(one, kind)).flatMap((one) => one.map(({ code }) => code))),
]
/** A list of names is one selection, however it was typed. */
function picked(phrases: readonly (readonly Meant[])[]): readonly Selection[] {
  const lists = (['company', 'person'] as const)
    .map((kind) => phrases.filter((one) => isOnly(one, kind)).flat())
    .filter((some) => some.length > 0)
  const kinds = ['chamber', 'group', 'company', 'person'] as const
  const described = phrases.filter((one) => !kinds.some((kind) => isOnly(one, kind)))
  return [...described, ...lists].map(selectionOf)
}

function specOf({ all, phrases }: Names, except: readonly (readonly Meant[])[]): AudienceSpec {
  const also = picked(phrases)
  const left = picked(except)
  return {
    ...nobody,
    everybody: all,
    // With everybody, a chamber by name adds nothing.
    chambers: all ? [] : codesOf(phrases, 'chamber'),
    groups: codesOf(phrases, 'group'),
    exceptChambers: codesOf(except, 'chamber'),
    exceptGroups: codesOf(except, 'group'),
    ...(also.length === 0 ? {} : { also: [...also] }),
    ...(left.length === 0 ? {} : { except: [...left] }),
  }
}

/**
 * Reads whom words mean: names one after another, 全体, 后河镇的企业和各商会秘书，不含佳和食品. As the answer to a
 * question (`isWhole`) everything has to be a name; at the head of a notice the rest is its text, left as it was typed.
 * A name that is not in the roster is said back and never left out in silence.
 */
export function readAudience(said: string, directory: Directory, isWhole = false): HeardAudience {
  const spellings = spellingsOf(directory)
  const text = said.trim()
  let at = LEAD.exec(text)?.[0].length ?? 0
  if (isWhole) at += /^\s*[(（]?\d{1,3}[.、)）]\s*/u.exec(text.slice(at))?.[0].length ?? 0
  let left: Names | undefined
  const before = EXCEPT.exec(text.slice(at))
  if (before !== null) {
    const read = readNames(text, at + before[0].length, spellings, false, false)
    if ('kind' in read) return read
    if (read.phrases.length === 0) return { kind: 'none' }
    left = read
    at = left.end + (EXCEPT_END.exec(text.slice(left.end))?.[0].length ?? 0)
    at += BETWEEN.exec(text.slice(at))?.[0].length ?? 0
  }
  const names = readNames(text, at, spellings, isWhole, true)
  if ('kind' in names) return names
  if (!names.all && names.phrases.length === 0) return { kind: 'none' }
  const after = left === undefined ? readExceptions(text, names.end, spellings, isWhole) : undefined
  if (after !== undefined && 'kind' in after) return after
  const except = [...names.except, ...(left?.phrases ?? []), ...(after?.phrases ?? [])]
  return { kind: 'read', spec: specOf(names, except), rest: restOf(text, after?.end ?? names.end) }
}

/** Words that name an exception and nothing else; 除了周三 may be the notice's own. */
const STRICTLY = /不含|不包括|不包含|排除|剔除/u
const ONE_NAME =
  /^[^\s:：,，。;；（）()]{2,24}?(?=(?:以外|之外|除外|外)?(?:都发)?的?[）)]?(?:$|[\s:：,，。;；（）()]))/u

/** …，不含佳和食品; 不要迟到 after the names is the notice's own words. */
function readExceptions(
  text: string,
  from: number,
  spellings: Spellings,
  isWhole: boolean,
): Read | undefined {
  const found = EXCEPT.exec(text.slice(from))
  if (found === null) return readAside(text, from, spellings)
  const read = readNames(text, from + found[0].length, spellings, false, false)
  if ('kind' in read) return read
  if (read.phrases.length === 0) {
    // A name that nobody has is never left out in silence: whom it means would get what they should not.
    const at = from + found[0].length
    const name = isWhole || STRICTLY.test(found[0]) ? ONE_NAME.exec(text.slice(at))?.[0] : undefined
    if (name === undefined) return undefined
    const named = readNames(text.slice(0, at + name.length), at, spellings, true, false)
    if ('kind' in named || named.phrases.length === 0) return named
    return { ...named, end: named.end + (EXCEPT_END.exec(text.slice(named.end))?.[0].length ?? 0) }
  }
  return { ...read, end: read.end + (EXCEPT_END.exec(text.slice(read.end))?.[0].length ?? 0) }
}

/** （佳和食品除外） */
function readAside(text: string, from: number, spellings: Spellings): Read | undefined {
  const bracket = /^[\s,，]*[（(]/u.exec(text.slice(from))
  if (bracket === null) return undefined
  const read = readNames(text, from + bracket[0].length, spellings, false, false)
  // What stands in brackets and is no exception is the text's.
  return 'kind' in read || read.except.length === 0 ? undefined : { ...read, phrases: read.except }
}

const restOf = (text: string, end: number) => text.slice(end).replace(/^[\s:：,，。;；]+/u, '')
