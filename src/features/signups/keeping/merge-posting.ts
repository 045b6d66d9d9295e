/**
 * A posted list → the one list. People copy what stands there, add their row and post it again, two at a time and from
 * old copies: a row that is missing was not taken back, unless the very list it was copied from had it. Pure.
 */
import { type Chain, type Doubt, type Entry, rowKey } from '../chain.ts'
import { type Circle, indexPeople } from '../reading/circle.ts'
import { numberingOf, type Posting } from '../reading/read-chain.ts'
import type { Row } from '../reading/read-row.ts'
import { type Named, whoIsNamed } from '../reading/who.ts'
import type { Conflict } from './conflict.ts'
import {
  addEntry,
  changeEntry,
  changesHeads,
  comesBack,
  type DraftList,
  headsFor,
  namingOf,
} from './draft-list.ts'
import { isOwn, mayChange, type Poster } from './poster.ts'
import { baseOf, type KeyedRow, keyed, withPosting } from './postings.ts'

export interface Merged {
  readonly entries: readonly Entry[]
  readonly postings: Chain['postings']
  readonly conflicts: readonly Conflict[]
}

export function mergePosting(
  { chain, entries, at }: { readonly chain: Chain; readonly entries: readonly Entry[]; readonly at: Date },
  posting: Posting,
  by: Poster,
  circle: Circle,
  message: string,
): Merged {
  const list: DraftList = { chain, at, entries: [...entries] }
  const rows = keyed(posting)
  const keys = new Set(rows.map(({ key }) => key))
  const base = baseOf(chain.postings, keys)
  const seen = new Set(chain.postings.flat())
  const isFirst = chain.postings.length === 0
  const isNew = ({ key, row }: KeyedRow) => (row.isSelf ? !base.includes(key) : !seen.has(key))
  let fresh = rows.filter(isNew)
  const last = rows.at(-1)
  // Two wrote 我 behind the same copy; nobody posts a list only to repeat it.
  if (fresh.length === 0 && last?.row.isSelf && !list.entries.some((entry) => isOwn(entry, by)))
    fresh = [last]
  const conflicts: Conflict[] = numbersOf(chain, posting)
  const going: Going = { list, by, circle, message, conflicts, isFirst, keys, own: fresh.length === 1 }
  for (const { row } of fresh) takeRow(going, row)
  missing(going, base)
  return { entries: list.entries, postings: withPosting(chain.postings, [...keys]), conflicts }
}

interface Going {
  readonly list: DraftList
  readonly by: Poster
  readonly circle: Circle
  readonly message: string
  readonly conflicts: Conflict[]
  readonly isFirst: boolean
  readonly keys: ReadonlySet<string>
  /** One row is new: its writer's own, or of somebody they enter. */
  readonly own: boolean
}

function numbersOf(chain: Chain, posting: Posting): Conflict[] {
  const { doubled, skipped } = numberingOf(posting)
  // Everybody who copies the list copies its numbers: said once.
  return posting.rows.length < 2 || (doubled.length === 0 && skipped.length === 0)
    ? []
    : [{ key: `${chain.id}:numbers`, kind: 'numbers', doubled, skipped }]
}

/** Whom a row means, with what is known of who wrote it. */
function namedIn({ by, circle, own }: Going, row: Row): readonly Named[] {
  const { person } = by
  const self: Named = {
    ...(person === undefined ? {} : { person: person.code }),
    ...(person?.company === undefined ? {} : { company: person.company }),
    isUnsure: false,
    label: by.name,
  }
  if (row.isSelf) return [self]
  const named = whoIsNamed(row.naming, row.aside, circle)
  const [only] = named
  if (only === undefined) return [{ isUnsure: false, label: row.naming || row.shown }]
  if (!own || person === undefined || named.length > 1 || only.person !== undefined) return named
  const isJustFirm =
    only.company !== undefined && only.company === person.company && only.isJustCompany === true
  const me = circle.people.byCode.get(person.code)
  const mine = indexPeople(me === undefined ? [] : [me])
  const [asMe] = only.isUnsure
    ? whoIsNamed(row.naming, row.aside, { ...circle, people: mine, outsiders: indexPeople([]) })
    : []
  return isJustFirm || asMe?.person === person.code ? [self] : named
}

function takeRow(going: Going, row: Row): void {
  const named = namedIn(going, row)
  const heads = headsFor(row, named.length)
  for (const [n, one] of named.entries()) takeOne(going, row, one, heads[n] ?? 1)
}

function takeOne(going: Going, row: Row, named: Named, heads: number): void {
  const { list, by, message, conflicts, isFirst } = going
  const there = entryOf(list, named, row)
  const say = (kind: Conflict['kind'], entry: Entry) =>
    conflicts.push({
      key: `${entry.id}:${kind}:${rowKey(row.shown)}`,
      kind,
      n: entry.n,
      words: row.shown,
      by: by.name,
    })
  if (row.leaves) {
    if (there === undefined || there.state === 'withdrawn') return
    if (isFirst || mayChange(there, by)) changeEntry(list, there.id, { state: 'withdrawn', seated: 0 })
    else {
      changeEntry(list, there.id, { doubt: 'withdrawn' })
      say('withdrawn', there)
    }
    return
  }
  if (there === undefined) {
    enter(going, row, named, heads, say)
    return
  }
  if (there.state === 'withdrawn') {
    if (isFirst || mayChange(there, by)) comesBack(list, there, heads, row.shown, message)
    return
  }
  // Their earlier row stands beside this one; whose word it is says whether it counts.
  const isReplaced = !going.keys.has(rowKey(there.shown))
  if (heads === there.heads) {
    // What was said in a line stands in a copied list from now on.
    if (!there.listed && !isReplaced) changeEntry(list, there.id, { listed: true })
    else if (!isReplaced) say('twice', there)
    else if (mayChange(there, by)) changeEntry(list, there.id, { shown: row.shown, message })
    return
  }
  if (isReplaced ? mayChange(there, by) : isOwn(there, by)) {
    changesHeads(list, there, heads, row.shown)
    return
  }
  changeEntry(list, there.id, { doubt: 'edited' })
  say('edited', there)
}

function enter(
  { list, by, message }: Going,
  row: Row,
  named: Named,
  heads: number,
  say: (kind: Conflict['kind'], entry: Entry) => void,
): void {
  const doubt: Doubt | undefined = row.maybe
    ? 'maybe'
    : named.isUnsure
      ? 'who'
      : row.heads.unsure
        ? 'heads'
        : undefined
  const entry = addEntry(list, {
    shown: row.isSelf ? `${by.name}${heads > 1 ? ` ${heads}人` : ''}` : row.shown,
    named,
    heads,
    by: by.key,
    listed: true,
    message,
    ...(row.aside === '' ? {} : { note: row.aside }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(row.maybe ? { state: 'doubtful' } : {}),
  })
  if (doubt !== undefined) say(doubt, entry)
}

/** The entry that a row is about: its person's, or of one whom nobody knows the same name. */
function entryOf({ entries }: DraftList, { person, company }: Named, row: Row): Entry | undefined {
  if (person !== undefined) return entries.find((entry) => entry.person === person)
  const naming = row.naming.replace(/[\s\p{P}]/gu, '')
  return entries.find(
    (entry) => entry.person === undefined && entry.company === company && namingOf(entry.shown) === naming,
  )
}

/** Rows of the list it was copied from that are gone: one's own is taken back; another's waits for somebody to ask. */
function missing({ list, by, conflicts, keys }: Going, base: readonly string[]): void {
  const had = new Set(base)
  for (const entry of [...list.entries]) {
    const key = rowKey(entry.shown)
    const isGone = entry.listed && entry.state !== 'withdrawn' && had.has(key) && !keys.has(key)
    // Their row reads otherwise now, which was taken already.
    if (!isGone || entry.changedAt.getTime() === list.at.getTime()) continue
    if (by.isKeeper || isOwn(entry, by)) changeEntry(list, entry.id, { state: 'withdrawn', seated: 0 })
    else {
      changeEntry(list, entry.id, { doubt: 'dropped' })
      conflicts.push({
        key: `${entry.id}:dropped`,
        kind: 'dropped',
        n: entry.n,
        words: entry.shown,
        by: by.name,
      })
    }
  }
}
