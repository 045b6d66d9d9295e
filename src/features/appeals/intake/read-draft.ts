/** What an appeal will say, read off the words it is made of. Pure, so that an edited message changes everything. */
import type { Category, Urgency } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import type { Person } from '../../../kernel/person.ts'
import type { Named } from '../appeal.ts'
import type { FilingDraft } from '../appeals.effects.ts'
import { isBareCall } from '../reading/calls.ts'
import { splitClauses } from '../reading/clauses.ts'
import { findLawfulRoute, type LawfulRouteReading } from '../reading/lawful-route.ts'
import { listMissing, type Missing } from '../reading/missing.ts'
import { listEmergencyNumbers, proposeUrgency } from '../reading/propose-urgency.ts'
import { readMatter } from '../reading/read-matter.ts'
import { wantsToBeSealed } from '../reading/sealing.ts'
import { summarise } from '../reading/summary.ts'
import { findOwnCompany, readCompanyAnswer } from './find-company.ts'
import type { Draft, DraftPart } from './intake-state.ts'
import { readCorrection } from './read-correction.ts'

export interface ReadDraft {
  readonly text: string
  readonly isMatter: boolean
  readonly category: Category
  readonly urgency: Urgency
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

/** An @ in front is how we are called, not what is told. */
const call = /^\s*[@＠][^\s@＠]{1,24}\s*/

export function textOf(part: DraftPart): string {
  const lines = part.pieces.map((piece) => piece.text.replace(call, '')).filter((line) => !isBareCall(line))
  return lines.join('\n')
}

export function filesOf(draft: Draft): readonly FileRef[] {
  return draft.parts.flatMap((part) => part.pieces).flatMap((piece) => piece.files ?? [])
}

/** The first thing said; what came later corrected it or added to it. */
export function readDraft(draft: Draft): ReadDraft {
  let text = ''
  let category: Category | undefined
  let urgency: Urgency | undefined
  let sealed = false
  let companyTold: string | undefined
  for (const part of draft.parts) {
    const said = textOf(part)
    if (said === '') continue
    const told = part.later ? readCorrection(said, text) : undefined
    if (told?.replace !== undefined) text = text.replaceAll(told.replace.from, told.replace.to)
    category = told?.category ?? category
    urgency = told?.urgency ?? urgency
    companyTold = told?.company ?? companyTold
    sealed = told?.sealed ?? (sealed || wantsToBeSealed(said.slice(0, READ_CHARACTERS)))
    if (told?.isAll !== true) text = text === '' ? said : `${text}\n${said}`
  }
  const read = text.slice(0, READ_CHARACTERS)
  const matter = readMatter(read)
  const clauses = splitClauses(read)
    .map((clause) => clause.text)
    .join('，')
  const proposed = matter.category === 'other' ? (draft.proposed.category ?? 'other') : matter.category
  const settled = category ?? proposed
  return {
    text,
    isMatter: text.trim() !== '' && (matter.isMatter || draft.wanted),
    category: settled,
    urgency: urgency ?? pressing(proposeUrgency(read).urgency, draft.proposed.urgency),
    sealed,
    summary: summaryOf(draft, text.slice(0, READ_CHARACTERS)),
    files: filesOf(draft),
    route: findLawfulRoute(read),
    missing: listMissing(clauses, settled),
    companyTold,
  }
}

/** What was said first says it best; a wish to stay unknown is no part of it. */
function summaryOf(draft: Draft, text: string): string {
  const first = draft.parts.find((part) => !part.later)
  const matter = first === undefined ? '' : textOf(first).slice(0, READ_CHARACTERS)
  const said = text.startsWith(matter) && matter !== '' ? matter : text
  const open = said
    .split(/(?<=[，,。！!？?；;\n])/)
    .filter((clause) => !wantsToBeSealed(clause))
    .join('')
  return summarise(open) || said.trim().slice(0, 40)
}

/** A model may see a hurry that the rules did not, never the other way round. */
const pressing = (byRule: Urgency, byModel: Urgency | undefined): Urgency =>
  byRule === 'normal' ? (byModel ?? 'normal') : byRule

/** The roster's company of who speaks, unless another one is named as their own. */
export function companyOf(draft: Draft, read: ReadDraft, person: Person, directory: Directory): Named | null {
  if (read.companyTold !== undefined)
    return readCompanyAnswer(read.companyTold, directory) ?? { code: null, name: read.companyTold }
  const own = person.company === undefined ? undefined : directory.companies.get(person.company)
  if (own !== undefined) return { code: own.code, name: own.name }
  const said = findOwnCompany(read.text.slice(0, READ_CHARACTERS), directory)
  if (said !== null || !draft.asked.includes('company')) return said
  for (const part of draft.parts.toReversed()) {
    const answer = part.later ? readCompanyAnswer(textOf(part), directory) : null
    if (answer !== null) return answer
  }
  return null
}

/** What is handed over for filing. */
export function filingOf(draft: Draft, read: ReadDraft, route: string | null): FilingDraft {
  return {
    category: read.category,
    urgency: read.urgency,
    company: draft.company,
    askerName: draft.askerName,
    sealed: read.sealed,
    summary: read.summary,
    text: read.text,
    files: read.files,
    sources: draft.parts.flatMap((part) => part.pieces).map(({ place, message }) => ({ place, message })),
    route,
    emergency: read.urgency === 'critical' ? listEmergencyNumbers(read.text.slice(0, READ_CHARACTERS)) : [],
  }
}
