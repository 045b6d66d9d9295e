/** Whom a row means, by the roster: never guessed between two. */
import type { Company, RosterPerson } from '../../../kernel/directory.ts'
import { type Circle, isCompound, namesIn } from './circle.ts'

export interface Named {
  readonly person?: string
  readonly company?: string
  /** Several it could be. */
  readonly isUnsure: boolean
  /** What they are called in the row. */
  readonly label: string
  /** A company and nobody of it: 永顺五金 2人. */
  readonly isJustCompany?: true
}

/** Stands in for a person's name while companies are looked for: 长青 of 李长青 is no company. */
const MARK = '\ue000'

/** The companies that words name, longest match first, and the words without them. */
export function takeCompanies(
  text: string,
  { companies, companyNames, people }: Circle,
): { readonly found: readonly Company[]; readonly rest: string } {
  let rest = text
  const found = new Set<Company>()
  const take = (isShort: boolean) => {
    for (const name of namesIn(rest, companyNames)) {
      if ([...name].length <= 2 !== isShort || !rest.includes(name)) continue
      for (const company of companies.get(name) ?? []) found.add(company)
      rest = rest.replace(name, ' ')
    }
  }
  take(false)
  const named = namesIn(rest, people.names)
  for (const [n, name] of named.entries()) rest = rest.replaceAll(name, `${MARK}${n}${MARK}`)
  take(true)
  for (const [n, name] of named.entries()) rest = rest.replaceAll(`${MARK}${n}${MARK}`, name)
  return { found: [...found], rest }
}

const TITLES =
  '总|董|哥|姐|叔|姨|工|会计|出纳|财务|经理|总监|主任|主席|会长|书记|老板|老板娘|老师|师傅|局长|科长|处长|厂长|部长|队长|秘书长?|助理|司机|女士|先生|小姐|同志'
const CALLED = new RegExp(`^(?:[老小阿大])?([\\p{Script=Han}]{1,2}?)(?:${TITLES})?$`, 'u')
/** 的 of 永顺的小刘, 去 of 老范去: what remains around a name. */
const AROUND = /^[的是叫:：]+|(?:去|来|报|到|的)+$/gu

type Find = (circle: Circle['people']) => readonly RosterPerson[] | undefined

/** Of the group, and where a company is named of others' people too; then of that company only. */
function among(circle: Circle, company: Company | undefined, find: Find): readonly RosterPerson[] {
  const inside = find(circle.people) ?? []
  if (company === undefined) return inside
  return [...inside, ...(find(circle.outsiders) ?? [])].filter((person) => person.company === company.code)
}

/** The surname in 老秦, 秦总, 小马, and with a company in a bare 赵. */
function surnameIn(token: string, hasCompany: boolean): string | undefined {
  const core = CALLED.exec(token)?.[1]
  const isBare = token === core
  if (core === undefined || (isBare && !isCompound(core) && (!hasCompany || [...core].length > 1)))
    return undefined
  return core
}

/** One sign wrong in a name of three, the surname right, and the company says so too. */
const isMistyped = (token: string, { name }: RosterPerson) => {
  const [a, b] = [[...token], [...name]]
  return (
    a.length === b.length &&
    a.length >= 3 &&
    a[0] === b[0] &&
    a.filter((sign, n) => sign !== b[n]).length === 1
  )
}

function oneOf(people: readonly RosterPerson[], token: string, company: Company | undefined): Named {
  const [only] = people
  const of = company === undefined ? {} : { company: company.code }
  if (only !== undefined && people.length === 1)
    return {
      person: only.code,
      isUnsure: false,
      label: token,
      ...(only.company === undefined ? of : { company: only.company }),
    }
  return { ...of, isUnsure: people.length > 1, label: token }
}

function nameOf(token: string, company: Company | undefined, circle: Circle): Named | undefined {
  const find = (how: Find) => among(circle, company, how)
  const same = find(({ byName }) => byName.get(token))
  if (same.length > 0) return oneOf(same, token, company)
  const given = find(({ byGiven }) => byGiven.get(token))
  if (given.length === 1) return oneOf(given, token, company)
  const surname = surnameIn(token, company !== undefined)
  const called = surname === undefined ? [] : find(({ bySurname }) => bySurname.get(surname))
  if (called.length > 0) return oneOf(called, token, company)
  if (company === undefined) return undefined
  const mistyped = find(({ byCompany }) => byCompany.get(company.code)).filter((person) =>
    isMistyped(token, person),
  )
  return mistyped.length === 1 ? oneOf(mistyped, token, company) : undefined
}

const SEPARATORS =
  /[\s,，、/|;；。.:：·・\-—_~&+!！]+|(?<=[\p{Script=Han}]{2})[和与跟及](?=[\p{Script=Han}]{2})/u

/**
 * Everybody whom `text` names, in its order. Nobody where it names none that the roster knows; a company alone is one
 * of its people. `aside` (what stood in brackets) may name the company only.
 */
export function whoIsNamed(text: string, aside: string, circle: Circle): readonly Named[] {
  const { found, rest } = takeCompanies(text, circle)
  const company = found[0] ?? takeCompanies(aside, circle).found[0]
  if (found.length > 1) return [{ isUnsure: true, label: text }]
  const named: Named[] = []
  const tokens = rest
    .split(SEPARATORS)
    .map((token) => token.replace(AROUND, ''))
    .filter((token) => token !== '')
  for (const token of tokens) {
    const within = fullNamesIn(token, company, circle)
    if (within.length > 0) named.push(...within)
    else {
      const one = nameOf(token, company, circle)
      if (one !== undefined) named.push(one)
    }
  }
  if (named.length > 0) return named
  return company === undefined
    ? []
    : [
        {
          company: company.code,
          isUnsure: false,
          label: tokens.join(' ') || company.name,
          ...(tokens.length === 0 ? { isJustCompany: true as const } : {}),
        },
      ]
}

/** 唐国栋报到: a name that words stand against without a space. */
function fullNamesIn(token: string, company: Company | undefined, circle: Circle): readonly Named[] {
  const of = (name: string) => among(circle, company, ({ byName }) => byName.get(name))
  const names = [...namesIn(token, circle.people.names), ...namesIn(token, circle.outsiders.names)]
  const there = [...new Set(names)].filter((name) => of(name).length > 0)
  const kept = there.filter((name) => !there.some((other) => other !== name && other.includes(name)))
  // 王明 in 王明远 is nobody.
  const sure = kept.filter((name) => [...name].length >= 3 || token === name)
  return sure
    .sort((a, b) => token.indexOf(a) - token.indexOf(b))
    .map((name) => oneOf(of(name), name, company))
}

/** Who writes, for one whom the roster does not know by account: by the name the group shows, where it can be one only. */
export function whoShows(name: string, circle: Circle): RosterPerson | undefined {
  const [only, ...others] = whoIsNamed(name.replace(/[()（）]/gu, ' '), '', circle)
  if (only?.person === undefined || only.isUnsure || others.length > 0) return undefined
  const person = circle.people.byCode.get(only.person)
  // 老秦 as a shown name is anybody's; a whole name is not.
  return person !== undefined && name.includes(person.name) ? person : undefined
}
