/** Words said in a chat → what they change in its lists. Pure: the same words, lists and roster give the same. */
import { type Chain, type Entry, rowKey } from '../chain.ts'
import type { Circle } from '../reading/circle.ts'
import { type Posting, readChain, readNumberedLine } from '../reading/read-chain.ts'
import { titleOf } from '../reading/read-heading.ts'
import { readLine } from '../reading/read-line.ts'
import { readRow } from '../reading/read-row.ts'
import { takeCompanies, whoIsNamed } from '../reading/who.ts'
import type { Conflict } from './conflict.ts'
import { mergeLine } from './merge-line.ts'
import { mergePosting } from './merge-posting.ts'
import { isOwn, type Poster } from './poster.ts'

export interface List {
  readonly chain: Chain
  readonly entries: readonly Entry[]
}

export interface Words {
  readonly text: string
  readonly by: Poster
  readonly message?: string
  readonly at: Date
  /** Said to us, or to the group. */
  readonly isTold: boolean
}

export type HeardWords =
  | { readonly kind: 'nothing' }
  /** A list begins: it gets a number, and the posting is merged into it. */
  | { readonly kind: 'starts'; readonly posting: Posting }
  /** The list is over. */
  | { readonly kind: 'late'; readonly chain: Chain }
  | {
      readonly kind: 'changes'
      readonly list: List
      readonly conflicts: readonly Conflict[]
      readonly entry?: Entry
    }

const NOTHING: HeardWords = { kind: 'nothing' }
const LONGEST_LINE = 40
/** Others are entered, or taken back, by their names with one of these. */
const ENTERS = /报名|报个?名|报上|报(?:一|1)个|接龙|加上|算上/u

/** Before the store is asked: most of what a group says is about no list. */
export function mayConcernList(text: string): boolean {
  if (
    readChain(text, true) !== undefined ||
    readNumberedLine(text) !== undefined ||
    readLine(text) !== undefined
  )
    return true
  return (
    !text.includes('\n') &&
    [...text].length <= LONGEST_LINE &&
    (ENTERS.test(text) || readRow(text)?.leaves === true)
  )
}

/** `lists`: of this chat, the newest first; closed ones too, so that what comes late begins no second list. */
export function hearWords(lists: readonly List[], words: Words, circle: Circle): HeardWords {
  const { text } = words
  const posting = readChain(text, lists.length > 0)
  if (posting !== undefined) {
    const list = listOf(lists, posting)
    if (list !== undefined) return intoList(list, posting, words, circle)
    const called = readChain(text)
    return called === undefined ? NOTHING : { kind: 'starts', posting: called }
  }
  const open = lists.filter(({ chain }) => chain.state === 'open')
  const [newest] = open
  if (newest === undefined) return NOTHING
  const numbered = readNumberedLine(text)
  if (numbered !== undefined) {
    const { row } = numbered
    const goesOn = numbered.number >= 1 && numbered.number <= newest.entries.length + 3
    const isSomebody = row.isSelf || row.leaves || whoIsNamed(row.naming, row.aside, circle).length > 0
    const isName = isSomebody || (numbered.number > newest.entries.length && [...row.naming].length <= 8)
    return goesOn && isName
      ? intoList(newest, { heading: '', rows: [numbered], numbers: [] }, words, circle)
      : NOTHING
  }
  const line = readLine(text)
  if (line !== undefined) {
    const mine = open.find(({ entries }) =>
      entries.some((entry) => entry.state !== 'withdrawn' && isOwn(entry, words.by)),
    )
    const list = line.kind === 'join' ? newest : mine
    if (list === undefined) return NOTHING
    const how = words.isTold
      ? 'told'
      : open.length > 1 && list === newest && line.kind === 'join'
        ? 'others'
        : 'overheard'
    const { entries, conflicts, entry } = mergeLine(
      { ...list, at: words.at },
      line,
      words.by,
      words.message,
      how,
    )
    return changes(list, entries, conflicts, entry)
  }
  return namesSomebody(text, newest, circle)
    ? intoList(newest, { heading: '', rows: rowOf(text), numbers: [] }, words, circle)
    : NOTHING
}

const HELPS = /^(?:麻烦|请)?(?:帮|给|替|把)/u

function rowOf(text: string): Posting['rows'] {
  const row = readRow(text.replace(HELPS, ''))
  return row === undefined ? [] : [{ number: 0, row }]
}

const changes = (
  { chain, entries: before }: List,
  entries: readonly Entry[],
  conflicts: readonly Conflict[],
  entry?: Entry,
): HeardWords =>
  entries === before
    ? NOTHING
    : { kind: 'changes', list: { chain, entries }, conflicts, ...(entry === undefined ? {} : { entry }) }

export function intoList(
  list: List,
  posting: Posting,
  { by, at, message = '' }: Words,
  circle: Circle,
): HeardWords {
  if (list.chain.state === 'closed') return { kind: 'late', chain: list.chain }
  const merged = mergePosting({ ...list, at }, posting, by, circle, message)
  const { entries, postings, conflicts } = merged
  const entry = entries.find((one) => isOwn(one, by) && one.changedAt.getTime() === at.getTime())
  return {
    kind: 'changes',
    list: { chain: { ...list.chain, postings }, entries },
    conflicts,
    ...(entry === undefined ? {} : { entry }),
  }
}

/** The list that a posting goes on with: by its heading, or by rows that stood there. */
function listOf(lists: readonly List[], { heading, rows }: Posting): List | undefined {
  const title = rowKey(titleOf(heading))
  const keys = rows.map(({ row }) => rowKey(row.shown))
  let best: List | undefined
  let most = 0
  for (const list of lists) {
    const seen = new Set(list.chain.postings.flat())
    const common = keys.filter((key) => seen.has(key)).length
    const isNamed = heading !== '' && rowKey(list.chain.title) === title
    const isSame = isNamed || (heading === '' ? common > 0 : common >= 2 && common * 2 >= keys.length)
    const weight = (isNamed ? 1000 : 0) + common + (list.chain.state === 'open' ? 0.5 : 0)
    if (isSame && weight > most) {
      best = list
      most = weight
    }
  }
  return best
}

/** 韩雪梅报名, 给彭大勇报个名, 孔令伟去不了了: names that the roster knows for sure, and nothing else. */
function namesSomebody(text: string, { entries }: List, circle: Circle): boolean {
  if (text.includes('\n') || [...text].length > LONGEST_LINE || /[?？]|吗|谁/u.test(text)) return false
  const row = readRow(text.replace(HELPS, ''))
  if (row === undefined || row.maybe) return false
  const named = whoIsNamed(row.naming, row.aside, circle)
  if (named.length === 0 || named.some(({ person, isUnsure }) => person === undefined || isUnsure))
    return false
  if (row.leaves) return named.every(({ person }) => entries.some((entry) => entry.person === person))
  let rest = takeCompanies(row.naming, circle).rest
  for (const { label } of named) rest = rest.replace(label, '')
  return ENTERS.test(text) && rest.replace(/[\s\p{P}的也和跟加上算一个]/gu, '') === ''
}
