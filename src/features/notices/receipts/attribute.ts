/** Whose receipt a line is. Only where exactly one person of the audience fits; everything else is for staff. Pure. */
import type { Directory } from '../../../kernel/directory.ts'
import { bookOf, type Called, calledAt } from './called.ts'
import { readAnswer, type Statement } from './read-answer.ts'
import type { ReceiptKind } from './receipt.ts'
import { shownAs } from './shown-name.ts'

/** Who said a line, and where. */
export interface Sayer {
  /** Of the roster, where the account is bound. */
  readonly code: string | undefined
  /** As the group shows them. */
  readonly shown: string
  /** The chamber whose group it is. */
  readonly chamber?: string | undefined
}

export interface Attributed {
  readonly person: string
  readonly kind: ReceiptKind
  /** Said by somebody else. */
  readonly isDeputy: boolean
  /** They come after all. */
  readonly comes: boolean
}

/** Receipts of people, and what staff have to look at. Neither: the line is no answer. */
export interface Outcome {
  readonly receipts: readonly Attributed[]
  readonly doubt?: ReceiptKind
}

interface Place {
  readonly directory: Directory
  readonly audience: ReadonlySet<string>
  readonly sayer: Sayer
  /** Who speaks, as far as that is beyond doubt. */
  readonly self: string | undefined
  readonly company: string | undefined
  readonly isNotMeant: boolean
}

const NOTHING: Outcome = { receipts: [] }

export function attribute(
  line: string,
  sayer: Sayer,
  audience: ReadonlySet<string>,
  directory: Directory,
): Outcome {
  const book = bookOf(directory)
  const statements = readAnswer(line, (text) => calledAt(book, text))
  if (statements.length === 0) return NOTHING
  const known = sayer.code === undefined ? shownAs(directory, sayer.shown, audience) : undefined
  const self = sayer.code ?? known?.person ?? signedBy(statements, audience)
  const company = known?.company ?? directory.people.get(self ?? '')?.company
  const place: Place = { directory, audience, sayer, self, company, isNotMeant: known?.isNotMeant === true }
  const outcomes = statements
    .filter((statement) => !isOwnSignature(statement, self))
    .flatMap((statement) => outcomesOf(statement, place))
  const receipts = strongest(outcomes.flatMap(({ receipts: some }) => some))
  const doubt = outcomes.find((one) => one.doubt !== undefined)?.doubt
  return { receipts, ...(doubt === undefined ? {} : { doubt }) }
}

/** 收到 谭小军, of somebody whose account nobody knows: the only one of the roster who has that name. */
function signedBy(statements: readonly Statement[], audience: ReadonlySet<string>): string | undefined {
  const signatures = statements
    .filter(({ isSignature }) => isSignature)
    .flatMap(({ of }) => (Array.isArray(of) ? of : []))
  const [one] = signatures as readonly Called[]
  const [code] = one?.codes ?? []
  return signatures.length === 1 && one?.codes.length === 1 && audience.has(code ?? '') ? code : undefined
}

const isOwnSignature = ({ isSignature, of }: Statement, self: string | undefined) =>
  isSignature === true &&
  Array.isArray(of) &&
  of.every(({ codes }: Called) => self !== undefined && codes.includes(self))

/** 雷总收到，雷总参加: one receipt each. */
function strongest(receipts: readonly Attributed[]): readonly Attributed[] {
  const of = new Map<string, Attributed>()
  for (const one of receipts) {
    const before = of.get(one.person)
    if (before === undefined || one.kind === 'onLeave' || before.kind === 'seen') of.set(one.person, one)
  }
  return [...of.values()]
}

function outcomesOf(statement: Statement, place: Place): readonly Outcome[] {
  const { of, kind } = statement
  if (of === 'unsaid') return [{ receipts: [], doubt: kind }]
  if (of === 'self') return [ofSelf(statement, place)]
  return of.map((called) => ofCalled(called, statement, place))
}

function ofSelf(statement: Statement, { self, audience, sayer, isNotMeant }: Place): Outcome {
  if (isNotMeant) return NOTHING
  if (self !== undefined) return audience.has(self) ? certain(self, statement, false) : NOTHING
  // 好的 of somebody whom nobody knows is no news to anybody.
  return sayer.code === undefined && statement.kind !== 'unclear'
    ? { receipts: [], doubt: statement.kind }
    : NOTHING
}

function certain(person: string, { kind, comes }: Statement, isDeputy: boolean): Outcome {
  const receipt = { person, kind, isDeputy, comes: comes === true }
  return kind === 'unclear' ? { receipts: [receipt], doubt: kind } : { receipts: [receipt] }
}

function ofCalled(called: Called, statement: Statement, place: Place): Outcome {
  const { self, audience, directory } = place
  const meant = called.codes.filter((code) => audience.has(code))
  const isSelf = self !== undefined && called.codes.includes(self)
  // 宏达起重收到, of one of their own people.
  if (isSelf && (called.form === 'company' || called.codes.length === 1)) return ofSelf(statement, place)
  if (called.form === 'company' && place.company !== undefined && isOf(directory, called, place.company))
    return ofSelf(statement, place)
  const person = isSelf ? undefined : onlyOne(called, meant, place)
  if (person !== undefined) return certain(person, statement, true)
  if (meant.length === 0 && called.codes.length > 0) return ofThoseNotMeant(called, statement, place)
  if (called.form === 'title' && called.codes.length === 0) return ofSelf(statement, place)
  return { receipts: [], doubt: statement.kind }
}

const isOf = (directory: Directory, { codes }: Called, company: string) =>
  codes.some((code) => directory.people.get(code)?.company === company)

/** 娄主任收到 is said to her; 李总收到 of somebody who was not meant is nobody's receipt. */
function ofThoseNotMeant(called: Called, statement: Statement, place: Place): Outcome {
  const isOffice = called.codes.every((code) => {
    const roles = place.directory.people.get(code)?.roles ?? []
    return roles.some((role) => role === 'staff' || role === 'reviewer' || role === 'leader')
  })
  if (isOffice) return ofSelf(statement, place)
  return called.form === 'full' ? NOTHING : { receipts: [], doubt: statement.kind }
}

/** The one who fits: of the speaker's company first, then of the chamber, then of the whole audience. */
function onlyOne({ form, codes }: Called, meant: readonly string[], place: Place): string | undefined {
  const { directory, company, sayer, self } = place
  // 会长收到: he has got it, or somebody tells him so.
  if (form === 'title') return undefined
  const ofCompany =
    company === undefined ? [] : meant.filter((code) => directory.people.get(code)?.company === company)
  if (ofCompany.length > 0) return ofCompany.length === 1 ? ofCompany[0] : undefined
  // An employee whom nobody knows speaks of somebody at work: a name of another company's may be chance.
  const isEmployee = sayer.code === undefined && self === undefined && company !== undefined
  if (isEmployee && form !== 'full') return undefined
  if (form === 'full') return codes.length === 1 ? meant[0] : (inChamber(meant, place) ?? undefined)
  return inChamber(meant, place) ?? (meant.length === 1 ? meant[0] : undefined)
}

function inChamber(codes: readonly string[], { directory, sayer, self }: Place): string | undefined {
  const of = (code: string) => {
    const person = directory.people.get(code)
    return person?.chamber ?? directory.companies.get(person?.company ?? '')?.chamber
  }
  const chamber = sayer.chamber ?? of(self ?? '')
  if (chamber === undefined) return undefined
  const there = codes.filter((code) => of(code) === chamber)
  return there.length === 1 ? there[0] : undefined
}
