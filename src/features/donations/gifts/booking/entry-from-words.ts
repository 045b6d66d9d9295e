/** 到账 … said in words: one line a gift; what is missing of a single one is asked. Pure. */
import { dayOf } from '../../../../kernel/clock.ts'
import type { Directory } from '../../../../kernel/directory.ts'
import type { Donor, Given } from '../gift.ts'
import { type Entry, readEntry } from '../reading/read-entry.ts'
import { valuerIn } from '../reading/read-given.ts'
import type { BookedEntry, WrongRow } from './entry.ts'
import { planTexts } from './plan.texts.ts'

export type Missing =
  | { readonly kind: 'given' | 'donor' | 'valuer' }
  | { readonly kind: 'unclear' | 'day'; readonly words: string }

export type Worded =
  | { readonly kind: 'missing'; readonly missing: Missing }
  | {
      readonly kind: 'entries'
      readonly entries: readonly BookedEntry[]
      readonly wrong: readonly WrongRow[]
    }

const NAMELESS: Donor = { kind: 'person', name: '匿名' }

/** `texts`: the order, then the answers to what was asked. `pledged`: what each pledge promised, meant where only its number is said. */
export function entriesFromWords(
  texts: readonly string[],
  directory: Directory,
  at: Date,
  pledged: ReadonlyMap<number, Given> = new Map(),
): Worded {
  const reading = { directory, at, of: 'gift' } as const
  const [order = '', ...answers] = texts
  const lines = order
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => asPledged(readEntry(line, reading), pledged))
  // 到账 募捐3 alone is a heading over the lines that follow.
  const bodies = read.filter(hasContent)
  if (bodies.length > 1)
    return settled(
      bodies.map((entry, n) => ({ entry, row: n + 1 })),
      at,
    )
  let entry = bodies[0] ?? read[0] ?? readEntry('', reading)
  for (const answer of answers) entry = answered(entry, answer, readEntry(answer, reading))
  const missing = missingOf(entry)
  return missing === undefined ? settled([{ entry, row: 1 }], at) : { kind: 'missing', missing }
}

function asPledged(entry: Entry, pledged: ReadonlyMap<number, Given>): Entry {
  const given = entry.pledge === undefined ? undefined : pledged.get(entry.pledge)
  return entry.given === undefined && given !== undefined
    ? { ...entry, given: { kind: 'given', given, words: '' } }
    : entry
}

const hasContent = ({ given, donor, pledge }: Entry) =>
  given !== undefined || donor !== undefined || pledge !== undefined

function missingOf({ given, donor, pledge, consent, wrongDay }: Entry): Missing | undefined {
  if (given === undefined) return { kind: 'given' }
  if (given.kind === 'unclear') return { kind: 'unclear', words: given.words }
  if (donor === undefined && pledge === undefined && consent !== 'anonymous') return { kind: 'donor' }
  if (wrongDay !== undefined) return { kind: 'day', words: wrongDay }
  const { given: what } = given
  return what.kind === 'goods' && what.fen !== undefined && what.valuedBy === undefined
    ? { kind: 'valuer' }
    : undefined
}

/** An answer fills what was asked; said beside it, it puts right what stood there. */
function answered(entry: Entry, answer: string, said: Entry): Entry {
  const asked = missingOf(entry)?.kind
  if (asked === 'valuer' && entry.given?.kind === 'given' && entry.given.given.kind === 'goods') {
    const valuedBy = valuerIn(answer)?.who ?? answer.trim().slice(0, 20)
    return { ...entry, given: { ...entry.given, given: { ...entry.given.given, valuedBy } } }
  }
  const { wrongDay: before, ...rest } = entry
  const wrongDay = said.wrongDay ?? (said.day === undefined ? before : undefined)
  return { ...rest, ...said, ...(wrongDay === undefined ? {} : { wrongDay }), rest: entry.rest }
}

function settled(read: readonly { readonly entry: Entry; readonly row: number }[], at: Date): Worded {
  const entries: BookedEntry[] = []
  const wrong: WrongRow[] = []
  for (const { entry, row } of read) {
    const missing = missingOf(entry)
    if (missing !== undefined || entry.given?.kind !== 'given') {
      wrong.push({ row, reason: reasonOf(missing) })
      continue
    }
    const { donor, pledge, receipt, consent, day } = entry
    const who = donor ?? (pledge === undefined ? NAMELESS : undefined)
    entries.push({
      row,
      given: entry.given.given,
      bookedOn: day ?? dayOf(at),
      ...(who === undefined ? {} : { donor: who }),
      ...(receipt === undefined ? {} : { receipt }),
      ...(consent === undefined ? {} : { consent }),
      ...(pledge === undefined ? {} : { pledge }),
    })
  }
  return { kind: 'entries', entries, wrong }
}

function reasonOf(missing: Missing | undefined): string {
  switch (missing?.kind) {
    case 'unclear':
      return planTexts.wrongAmount(missing.words)
    case 'day':
      return planTexts.wrongDay(missing.words)
    case 'donor':
      return planTexts.noDonor()
    case 'valuer':
      return planTexts.noValuer()
    default:
      return planTexts.noAmount()
  }
}
