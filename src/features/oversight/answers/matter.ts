/** 那件事办到哪一步了: one matter by its number, or by the firm and what it is about. */
import type { QuestionOf } from '../asking/question.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { ledgerLines } from '../ledger-lines.texts.ts'
import { type Asking, LINES } from './asking.ts'
import type { Draft } from './draft.ts'
import { matchMatter } from './match-matter.ts'
import { matterTexts as texts } from './matter.texts.ts'

/** Candidates looked through for one matter. */
const CANDIDATES = 60
/** Steps of its history that are told, the newest. */
const STEPS = 4
/** More than these are no choice that fits on a phone. */
const MOST_OPTIONS = 5

export type Matter =
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** Not there or not theirs to see: the same to them. */
  | { readonly kind: 'not-found'; readonly asked: string | null }
  /** `surely` false: nothing fits the words, these are what there is of that firm or subject. */
  | { readonly kind: 'several'; readonly entries: readonly LedgerEntry[]; readonly surely: boolean }

export async function byNumber(
  { numbers }: Pick<QuestionOf<'number'>, 'numbers'>,
  asking: Asking,
): Promise<Matter> {
  const { directory, at, calendar } = asking
  // Each serial with its candidates of several years, this year's first.
  const bySerial = Map.groupBy(numbers, (number) => number.slice(number.indexOf('-') + 1))
  const found: LedgerEntry[] = []
  const missing: string[] = []
  for (const candidates of bySerial.values()) {
    const entry = await findFirst(candidates, asking)
    if (entry === undefined) missing.push(candidates[0] ?? '')
    else found.push(entry)
  }
  const [entry] = found
  if (entry === undefined) return { kind: 'not-found', asked: missing.join('、') || null }
  if (bySerial.size === 1) return { kind: 'draft', draft: await told(entry, asking) }
  const shown = Math.min(LINES, found.length)
  return {
    kind: 'draft',
    draft: {
      head: texts.several(found.length),
      lines: found.slice(0, shown).map((one) => ledgerLines.line(one, at, directory, calendar)),
      after: missing.length === 0 ? [] : [texts.missing(missing)],
      definition: '',
      figure: {
        lines: [
          { label: texts.label(), n: found.length, of: null, numbers: found.map(({ number }) => number) },
        ],
        isWhole: true,
        shown,
      },
    },
  }
}

async function findFirst(
  candidates: readonly string[],
  { store, sight, work }: Asking,
): Promise<LedgerEntry | undefined> {
  for (const number of candidates) {
    const entry = await store.find(sight, number, work)
    if (entry !== undefined) return entry
  }
  return undefined
}

export async function byWords({ words }: QuestionOf<'matter'>, asking: Asking): Promise<Matter> {
  const { store, sight, work } = asking
  const { where } = sight
  // Of a named firm everything is a candidate: it may have been filed under another category.
  const wide = { ...sight, where: { ...where, category: null } }
  const byFirm = where.company !== null
  const found = [...(await store.search(wide, byFirm ? [] : words, CANDIDATES, work))]
  if (!byFirm && where.category !== null) {
    const same = await store.search(sight, [], CANDIDATES, work)
    found.push(...same.filter(({ number }) => !found.some((other) => other.number === number)))
  }
  if (found.length === 0) return { kind: 'not-found', asked: null }
  // A firm that nobody knows is named with a subject that others have too: theirs is not what was asked.
  if (!byFirm && words.some((word) => [...word].length > 2 && !found.some((one) => isMeant(word, one))))
    return { kind: 'not-found', asked: null }
  const { entries, surely } = matchMatter(found, where, words)
  const [entry, ...others] = entries
  if (!surely && !byFirm) return { kind: 'not-found', asked: null }
  if (entry === undefined || others.length > 0 || !surely)
    return { kind: 'several', entries: entries.slice(0, MOST_OPTIONS), surely }
  return { kind: 'draft', draft: await told(entry, asking) }
}

/** At least half of its pairs of signs: 茶叶货款 is meant by 茶叶的货款. */
function isMeant(word: string, { company, summary }: LedgerEntry): boolean {
  const text = `${company?.name ?? ''}${summary ?? ''}`
  const signs = [...word]
  const pairs = signs.slice(1).map((sign, i) => `${signs[i]}${sign}`)
  return text.includes(word) || pairs.filter((pair) => text.includes(pair)).length * 2 >= pairs.length
}

async function told(entry: LedgerEntry, asking: Asking): Promise<Draft> {
  const { store, sight, work, at, directory, calendar } = asking
  const history = await store.history(sight, entry.number, work)
  return {
    head: texts.entry(entry, at, directory, calendar),
    lines: [],
    after: texts.history(history.slice(-STEPS), at),
    definition: '',
  }
}
