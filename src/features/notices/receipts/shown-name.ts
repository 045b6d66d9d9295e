/** 周建国-宏远机械: who of the audience shows this name in a group, where that is beyond doubt. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { Directory, RosterPerson } from '../../../kernel/directory.ts'
import { bookOf, companyNames, surnameOf } from './called.ts'

export interface Shown {
  /** Exactly one person of the audience, and nothing in the name speaks against it. */
  readonly person?: string
  /** Somebody of the roster, beyond doubt, who was not meant. */
  readonly isNotMeant?: true
  /** The one company of the roster that the name speaks of. */
  readonly company?: string
}

/** 周建国的助理, 周建国爱人: somebody else with that name in theirs. */
const OF_ANOTHER =
  /助理|秘书(?!长)|司机|办公室|爱人|老婆|老公|媳妇|妈|爸|儿子|女儿|弟|哥|的|会计|前台|文员|客服|备用|小号/u
const PIECES = /[^\p{Script=Han}]+/u
const TITLE = /(?:董事长|总经理|副会长|会长|经理|厂长|院长|校长|老板|总|董)$/u
/** Of these a company has one, as people call them. */
const HEAD = /^(?:董事长|总经理|总|董|老板)$/u

export function shownAs(directory: Directory, shown: string, audience: ReadonlySet<string>): Shown {
  const pieces = toHalfWidth(shown).split(PIECES).filter(Boolean)
  const company = companyIn(directory, pieces)
  const found = company === undefined ? {} : { company }
  if (OF_ANOTHER.test(shown)) return found
  const codes = new Set(pieces.flatMap((piece) => peopleOf(directory, piece, company)))
  const people = [...codes].flatMap((code) => directory.people.get(code) ?? [])
  const fitting = people.filter((one) => isTheirs(one, company))
  const [person] = fitting
  if (fitting.length !== 1 || person === undefined) return found
  return audience.has(person.code) ? { ...found, person: person.code } : { ...found, isNotMeant: true }
}

/** Somebody who shows another company than the roster's is somebody else, or has moved. */
const isTheirs = (person: RosterPerson, company: string | undefined) =>
  company === undefined || person.company === undefined || person.company === company

function companyIn(directory: Directory, pieces: readonly string[]): string | undefined {
  const { companies } = bookOf(directory)
  const found = new Set<string>()
  for (const piece of pieces) {
    const letters = [...piece]
    let longest: readonly string[] | undefined
    let length = 0
    for (let from = 0; from < letters.length; from++)
      for (let to = letters.length; to - from > Math.max(1, length); to--) {
        const codes = companies.get(letters.slice(from, to).join(''))
        if (codes === undefined) continue
        longest = codes
        length = to - from
        break
      }
    for (const code of longest ?? []) found.add(code)
  }
  const [only] = found
  return found.size === 1 ? only : undefined
}

/** Codes of everybody of the roster whose name this piece is, alone, with a title, or beside their company's. */
function peopleOf(directory: Directory, piece: string, company: string | undefined): readonly string[] {
  const { byName, staffOf } = bookOf(directory)
  const names = company === undefined ? [] : namesOf(directory, company)
  const forms = new Set([piece])
  for (const name of names) {
    if (piece.startsWith(name)) forms.add(piece.slice(name.length))
    if (piece.endsWith(name)) forms.add(piece.slice(0, -name.length))
  }
  for (const form of [...forms]) forms.add(form.replace(TITLE, ''))
  const named = [...forms].flatMap((form) => byName.get(form) ?? [])
  if (named.length > 0 || company === undefined) return named
  // 宏达起重雷总: the one of that name who is called so in their company.
  return [...forms].flatMap((form) => {
    const surname = surnameOf(form)
    if (!HEAD.test(form.slice(surname.length))) return []
    const theirs = (staffOf.get(company) ?? []).filter(
      (code) => surnameOf(directory.people.get(code)?.name ?? '') === surname,
    )
    return theirs.length === 1 ? theirs : []
  })
}

function namesOf(directory: Directory, code: string): readonly string[] {
  const company = directory.companies.get(code)
  if (company === undefined) return []
  return [...companyNames(company.name, company.aliases)].sort((a, b) => b.length - a.length)
}
