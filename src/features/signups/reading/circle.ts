/** Whom rows of a group may mean, indexed once for a roster: it may have ten thousand people, and a chain sixty rows. */
import { type Company, type Directory, type RosterPerson, spokenName } from '../../../kernel/directory.ts'
import { brandOf } from '../../../kernel/privacy.ts'

/** Names by how they begin, for finding all of them in a few words. */
export type NamesByStart = ReadonlyMap<string, readonly string[]>

export interface PeopleIndex {
  readonly byCode: ReadonlyMap<string, RosterPerson>
  readonly byName: ReadonlyMap<string, readonly RosterPerson[]>
  readonly bySurname: ReadonlyMap<string, readonly RosterPerson[]>
  /** The two signs behind a surname of one: 国栋. */
  readonly byGiven: ReadonlyMap<string, readonly RosterPerson[]>
  readonly byCompany: ReadonlyMap<string, readonly RosterPerson[]>
  readonly names: NamesByStart
}

export interface Circle {
  /** Who sits in the group, as far as the roster can tell. */
  readonly people: PeopleIndex
  /** Outsiders are meant only where their company is named too. */
  readonly outsiders: PeopleIndex
  /** By every way a company is spoken of; a name may be several companies'. */
  readonly companies: ReadonlyMap<string, readonly Company[]>
  readonly companyNames: NamesByStart
}

const COMPOUND = /^(?:欧阳|上官|司马|诸葛|司徒|皇甫|东方|尉迟|公孙|慕容|长孙|宇文|令狐|端木|夏侯)/u

export const isCompound = (surname: string): boolean => COMPOUND.test(surname)
const surnameOf = (name: string) => COMPOUND.exec(name)?.[0] ?? [...name][0] ?? ''

function gatherBy<T>(all: Iterable<T>, keyOf: (one: T) => string | undefined): Map<string, T[]> {
  const gathered = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === undefined) continue
    const there = gathered.get(key)
    if (there === undefined) gathered.set(key, [one])
    else there.push(one)
  }
  return gathered
}

const byStart = (names: Iterable<string>): NamesByStart =>
  gatherBy(
    [...names].filter((name) => [...name].length >= 2),
    (name) => name.slice(0, 2),
  )

/** Every name that stands somewhere in the words, the longest first. */
export function namesIn(text: string, names: NamesByStart): readonly string[] {
  const found = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++)
    for (const name of names.get(text.slice(at, at + 2)) ?? []) if (text.startsWith(name, at)) found.add(name)
  return [...found].sort((a, b) => b.length - a.length)
}

export function indexPeople(people: readonly RosterPerson[]): PeopleIndex {
  const byName = gatherBy(people, ({ name }) => name)
  return {
    byCode: new Map(people.map((person) => [person.code, person])),
    byName,
    bySurname: gatherBy(people, ({ name }) => surnameOf(name)),
    byGiven: gatherBy(people, ({ name }) => {
      const signs = [...name]
      return signs.length === 3 ? signs.slice(1).join('') : undefined
    }),
    byCompany: gatherBy(people, ({ company }) => company),
    names: byStart(byName.keys()),
  }
}

/** What is said for short: 永顺 of 永顺五金有限公司, whatever the trade behind it. */
function brandsOf(name: string): readonly string[] {
  const brand = brandOf(name)
  const short = [...spokenName(name)]
  const first = short.length >= 4 ? [short.slice(0, 2).join('')] : []
  return [...new Set([...(brand === undefined ? [] : [brand]), ...first])]
}

export function circleOf(directory: Directory, inside: readonly RosterPerson[]): Circle {
  const codes = new Set(inside.map(({ code }) => code))
  const ownCompanies = new Set(inside.map(({ company }) => company))
  // 临河 of 临河五金 is where they all are.
  const places = [directory.federation, ...[...directory.chambers.values()].map(({ name }) => name)].join()
  const companies = new Map<string, Company[]>()
  const call = (name: string, company: Company) => {
    const of = companies.get(name) ?? []
    if (!of.includes(company)) companies.set(name, [...of, company])
  }
  for (const company of directory.companies.values()) {
    for (const name of [company.name, spokenName(company.name), ...company.aliases]) call(name, company)
    if (!ownCompanies.has(company.code)) continue
    for (const brand of brandsOf(company.name)) if (!places.includes(brand)) call(brand, company)
  }
  return {
    people: indexPeople(inside),
    outsiders: indexPeople(
      [...directory.people.values()].filter(({ code, company }) => !codes.has(code) && company !== undefined),
    ),
    companies,
    companyNames: byStart(companies.keys()),
  }
}
