import type { Category } from './appeal-terms.ts'
import type { Role } from './person.ts'

/** The roster as it stands, read once and shared: who and what there is. Dates are days, `YYYY-MM-DD`. */
export interface Directory {
  readonly version: number
  readonly federation: string
  readonly chambers: ReadonlyMap<string, Chamber>
  readonly companies: ReadonlyMap<string, Company>
  readonly units: ReadonlyMap<string, Unit>
  readonly people: ReadonlyMap<string, RosterPerson>
  readonly groups: ReadonlyMap<string, Group>
  readonly responsibilities: readonly Responsibility[]
}

export interface Chamber {
  readonly code: string
  readonly name: string
}

export interface Company {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly chamber?: string
  readonly town?: string
  readonly trade?: string
  readonly tags: readonly string[]
}

export interface Unit {
  readonly code: string
  readonly name: string
  readonly categories: readonly Category[]
}

export interface RosterPerson {
  readonly code: string
  readonly name: string
  readonly title?: string
  readonly roles: readonly Role[]
  readonly company?: string
  readonly chamber?: string
  readonly unit?: string
}

export type Audience = 'public' | 'members' | 'internal'

export interface Group {
  readonly code: string
  readonly platform: string
  readonly account: string
  readonly chatId: string
  readonly title: string
  readonly chamber?: string
  readonly audience: Audience
}

/** A leader answers for a company or for a chamber's companies; without `from`, since always. */
export interface Responsibility {
  readonly leader: string
  readonly company?: string
  readonly chamber?: string
  readonly from?: string
  readonly until?: string
}

const isInForce = (one: Responsibility, day: string) =>
  (one.from === undefined || one.from <= day) && (one.until === undefined || day <= one.until)

/** Who answers for a company on a day: its own responsibility comes before its chamber's, the newest first. */
export function responsibleLeader(directory: Directory, company: string, day: string): string | undefined {
  const chamber = directory.companies.get(company)?.chamber
  const all = directory.responsibilities.filter((one) => isInForce(one, day))
  const newest = (some: readonly Responsibility[]) =>
    [...some].sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))[0]?.leader
  return (
    newest(all.filter((one) => one.company === company)) ??
    newest(
      all.filter((one) => one.company === undefined && one.chamber !== undefined && one.chamber === chamber),
    )
  )
}

/** What a leader may read about on a day: companies they answer for, and chambers as a whole. */
export interface Scope {
  readonly companies: ReadonlySet<string>
  readonly chambers: ReadonlySet<string>
}

export function scopeOf(directory: Directory, leader: string, day: string): Scope {
  const companies = new Set<string>()
  for (const company of directory.companies.values()) {
    if (responsibleLeader(directory, company.code, day) === leader) companies.add(company.code)
  }
  const chambers = new Set<string>()
  for (const one of directory.responsibilities) {
    if (
      one.leader === leader &&
      one.chamber !== undefined &&
      one.company === undefined &&
      isInForce(one, day)
    ) {
      chambers.add(one.chamber)
    }
  }
  return { companies, chambers }
}

/** Legal endings that people leave out when they speak. */
const ENDINGS = /(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|公司|厂|合作社|经营部|商行)$/u

/** A name as people say it: 宏远机械有限公司 → 宏远机械. */
export function spokenName(name: string): string {
  const short = name.replace(ENDINGS, '')
  return [...short].length >= 2 ? short : name
}

/**
 * Companies whose name, alias or spoken name occurs in the words, the longest match first. Several may be
 * meant by one part of a name (宏远 is two companies): then all are given, and the caller asks back.
 */
export function companiesNamed(directory: Directory, text: string): readonly Company[] {
  const flat = text.replace(/[\s\u200b-\u200d]/gu, '')
  const found: { company: Company; length: number }[] = []
  for (const company of directory.companies.values()) {
    let length = 0
    for (const name of [company.name, spokenName(company.name), ...company.aliases]) {
      if (name.length >= 2 && name.length > length && flat.includes(name)) length = name.length
    }
    if (length > 0) found.push({ company, length })
  }
  found.sort((a, b) => b.length - a.length || a.company.code.localeCompare(b.company.code))
  return found.map(({ company }) => company)
}

/** The same for chambers: 建筑机械商会, or what people shorten it to: 建筑机械. */
export function chambersNamed(directory: Directory, text: string): readonly Chamber[] {
  const flat = text.replace(/\s/gu, '')
  return [...directory.chambers.values()].filter(({ name }) => {
    const short = name.replace(/(?:行业)?(?:商会|协会|商协会)$/u, '')
    return flat.includes(name) || ([...short].length >= 2 && flat.includes(short))
  })
}

export function peopleWithRole(directory: Directory, role: Role): readonly RosterPerson[] {
  return [...directory.people.values()].filter((person) => person.roles.includes(role))
}
