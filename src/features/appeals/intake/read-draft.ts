/** What an appeal will say, read off the words it is made of. Pure, so that an edited message changes everything. */
import type { Category, Urgency } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import type { Person } from '../../../kernel/person.ts'
import type { Named } from '../appeal.ts'
import type { FilingDraft } from '../appeals.effects.ts'
import { splitClauses } from '../reading/clauses.ts'
import { findLawfulRoute, type LawfulRouteReading } from '../reading/lawful-route.ts'
import { listMissing, type Missing } from '../reading/missing.ts'
import { proposeCategory } from '../reading/propose-category.ts'
import { listEmergencyNumbers, proposeUrgency } from '../reading/propose-urgency.ts'
import { readMatter } from '../reading/read-matter.ts'
import { readSecrecy, type Secrecy, wantsToBeSealed } from '../reading/sealing.ts'
import { readAnnouncedMatters } from '../reading/split-matters.ts'
import { summarise } from '../reading/summary.ts'
import { findOwnCompany, readCompanyAnswer } from './find-company.ts'
import type { Draft } from './intake-state.ts'
import { textOf } from './part-text.ts'
import { readCorrection } from './read-correction.ts'

export interface ReadDraft {
  readonly text: string
  readonly isMatter: boolean
  readonly category: Category
  readonly urgency: Urgency
  /** The words it went by, for the person to see; empty where they said it themselves. */
  readonly words: readonly string[]
  readonly place: string | undefined
  /** What is wanted, in their words. */
  readonly wish: string | undefined
  /** `unclear`: 匿名 alone, which may mean either and is asked about. */
  readonly secrecy: Secrecy | 'unclear' | undefined
  readonly sealed: boolean
  readonly summary: string
  readonly files: readonly FileRef[]
  readonly route: LawfulRouteReading | undefined
  readonly missing: readonly Missing[]
  /** Said in so many words; the roster's company stands in `Draft.company`. */
  readonly companyTold: string | undefined
}

/** The rules need not read a book to know what it is about; every word is kept all the same. */
const READ_CHARACTERS = 4_000

export function filesOf(draft: Draft): readonly FileRef[] {
  return draft.parts.flatMap((part) => part.pieces).flatMap((piece) => piece.files ?? [])
}

/** The first thing said; what came later corrected it or added to it. */
export function readDraft(draft: Draft): ReadDraft {
  let text = ''
  let category: Category | undefined
  let urgency: Urgency | undefined
  let secrecy: Secrecy | 'unclear' | undefined
  let companyTold: string | undefined
  const isAnnounced = draft.parts.some((part) => readAnnouncedMatters(textOf(part)) !== undefined)
  for (const part of draft.parts) {
    const said = textOf(part, isAnnounced)
    if (said === '') continue
    const told = part.later ? readCorrection(said, text) : undefined
    if (told?.replace !== undefined) text = text.replaceAll(told.replace.from, told.replace.to)
    category = told?.category ?? category
    urgency = told?.urgency ?? urgency
    companyTold = told?.company ?? companyTold
    secrecy = told?.sealed === false ? undefined : (readSecrecy(said.slice(0, READ_CHARACTERS)) ?? secrecy)
    if (told?.isAll !== true) text = text === '' ? said : `${text}\n${said}`
  }
  const read = text.slice(0, READ_CHARACTERS)
  const matter = readMatter(read)
  const clauses = splitClauses(read)
    .map((clause) => clause.text)
    .join('，')
  const proposed = proposedCategory(draft, matter.category, read)
  const settled = category ?? proposed
  const hurry = proposeUrgency(read)
  const pressed = urgency ?? pressing(hurry.urgency, draft.proposed.urgency)
  const chosen = draft.secrecy ?? secrecy
  return {
    text,
    isMatter: text.trim() !== '' && (matter.isMatter || draft.wanted),
    category: settled,
    urgency: pressed,
    words: wordsShown([
      ...(category === undefined
        ? (proposeCategory(read).find((one) => one.category === settled)?.words ?? [])
        : []),
      ...(urgency === undefined && pressed === hurry.urgency ? hurry.words : []),
    ]),
    place: matter.place ?? draft.proposed.place,
    wish: matter.wanted ?? draft.proposed.wish,
    secrecy: chosen,
    sealed: chosen !== undefined,
    summary: summaryOf(draft, read),
    files: filesOf(draft),
    route: findLawfulRoute(read),
    missing: listMissing(clauses, settled),
    companyTold,
  }
}

/** A model may name the category where the rules found none, or choose between two that are as good as each other. */
function proposedCategory(draft: Draft, byRule: Category, text: string): Category {
  const { category } = draft.proposed
  if (category === undefined) return byRule
  if (byRule === 'other') return category
  return proposeCategory(text)[0]?.runnerUp === category ? category : byRule
}

const SHOWN_WORDS = 4
const LONGEST_WORD = 12

/** The shortest few of them, none within another. */
function wordsShown(words: readonly string[]): readonly string[] {
  const fit = [...new Set(words)].filter(
    (word) => [...word].length >= 2 && [...word].length <= LONGEST_WORD && !/[\s\p{P}]/u.test(word),
  )
  return fit
    .filter((word) => !fit.some((other) => other !== word && other.includes(word)))
    .slice(0, SHOWN_WORDS)
}

/** What was said first says it best; a wish to stay unknown is no part of it. */
function summaryOf(draft: Draft, text: string): string {
  if (draft.proposed.summary !== undefined && draft.parts.length === 1) return draft.proposed.summary
  const matter = draft.parts
    .filter((part) => !part.later)
    .map((part) => textOf(part, true))
    .filter((words) => words !== '')
    .join('\n')
    .slice(0, READ_CHARACTERS)
  const said = text.startsWith(matter) && matter !== '' ? matter : text
  const open = said
    .split(/(?<=[，,。！!？?；;\n])/)
    .filter((clause) => !wantsToBeSealed(clause))
    .join('')
  return summarise(open) || summarise(said) || said.trim().slice(0, 30)
}

/** A model may see a hurry that the rules did not, never the other way round. */
const pressing = (byRule: Urgency, byModel: Urgency | undefined): Urgency =>
  byRule === 'normal' ? (byModel ?? 'normal') : byRule

/** The roster's company of who speaks, unless another one is named as their own. */
export function companyOf(draft: Draft, read: ReadDraft, person: Person, directory: Directory): Named | null {
  if (read.companyTold !== undefined)
    return readCompanyAnswer(read.companyTold, directory) ?? { code: null, name: read.companyTold }
  const quoted = draft.parts
    .flatMap(({ pieces }) => pieces)
    .find(({ company }) => company !== undefined)?.company
  // Whoever hands on another's words speaks for that other's company, unless it is a member with one of their own.
  const code = person.company ?? quoted
  const own = code === undefined ? undefined : directory.companies.get(code)
  if (own !== undefined) return { code: own.code, name: own.name }
  const said = findOwnCompany(read.text.slice(0, READ_CHARACTERS), directory)
  if (said !== null) return said
  for (const part of draft.asked.includes('company') ? draft.parts.toReversed() : []) {
    const answer = part.later ? readCompanyAnswer(textOf(part), directory) : null
    if (answer !== null) return answer
  }
  const { company: byModel } = draft.proposed
  return byModel === undefined
    ? null
    : (readCompanyAnswer(byModel, directory) ?? { code: null, name: byModel })
}

/** What is handed over for filing. */
export function filingOf(draft: Draft, read: ReadDraft, route: string | null): FilingDraft {
  return {
    category: read.category,
    urgency: read.urgency,
    company: draft.company,
    askerName: draft.askerName,
    sealed: read.sealed,
    anonymous: read.secrecy === 'anonymous',
    summary: read.summary,
    text: read.text,
    place: read.place ?? null,
    wish: read.wish ?? null,
    files: read.files,
    sources: draft.parts.flatMap((part) => part.pieces).map(({ place, message }) => ({ place, message })),
    route,
    emergency: read.urgency === 'critical' ? listEmergencyNumbers(read.text.slice(0, READ_CHARACTERS)) : [],
  }
}
