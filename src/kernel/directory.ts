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
  /** The person who answers for it. */
  readonly head?: string
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

/** From a day to a day, both included; without one, open to that side. */
interface Term {
  readonly from?: string
  readonly until?: string
}

/** Who stands in for a leader; without days, as long as the leader answers. */
export interface Deputy extends Term {
  readonly person: string
}

/** A leader answers for a company or for a chamber's companies; without `from`, since always. */
export interface Responsibility extends Term {
  readonly leader: string
  readonly company?: string
  readonly chamber?: string
  readonly deputies?: readonly Deputy[]
}

export const isInForce = ({ from, until }: Term, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until)

/** A company, or a chamber as a whole where no company is named. */
export interface Answered {
  readonly company?: string | null
  readonly chamber?: string | null
}

const newest = (some: readonly Responsibility[]): Responsibility | undefined =>
  some.reduce<Responsibility | undefined>(
    (best, one) => (best === undefined || (one.from ?? '') > (best.from ?? '') ? one : best),
    undefined,
  )

/** Which responsibility holds on a day: a company's own comes before its chamber's, the newest first. */
export function responsibilityOn(
  directory: Directory,
  { company, chamber }: Answered,
  day: string,
): Responsibility | undefined {
  const all = directory.responsibilities.filter((one) => isInForce(one, day))
  const named = company ?? undefined
  const of = (named === undefined ? undefined : directory.companies.get(named)?.chamber) ?? chamber
  const own = named === undefined ? undefined : newest(all.filter((one) => one.company === named))
  return own ?? newest(all.filter((one) => one.company === undefined && one.chamber === (of ?? '')))
}

/** Codes of those who stand in on a day; nobody where the responsibility itself does not hold. */
export function deputiesOn(one: Responsibility, day: string): readonly string[] {
  if (!isInForce(one, day)) return []
  return (one.deputies ?? []).filter((deputy) => isInForce(deputy, day)).map(({ person }) => person)
}

/** Who answers for a company on a day. */
export function responsibleLeader(directory: Directory, company: string, day: string): string | undefined {
  return responsibilityOn(directory, { company }, day)?.leader
}

/**
 * Whom letters about an appeal go to on a day. The appeal keeps the leader who answered when it was filed, for the
 * record; from the day a responsibility changes, what is still open is the new leader's. Of a sealed one the company is
 * not known: the leader of its filing stays while answering for any firm of their own, then it is the chamber's.
 */
export function answeringFor(
  directory: Directory,
  appeal: {
    readonly company: string | null
    readonly chamber: string | null
    readonly leader: string | null
  },
  day: string,
): { readonly leader: string; readonly deputies: readonly string[] } | undefined {
  const { company, chamber, leader } = appeal
  const byFirm = directory.responsibilities.find(
    (one) => one.leader === leader && one.company !== undefined && isInForce(one, day),
  )
  const ofChamber = responsibilityOn(directory, { company, chamber }, day)
  if (company === null && byFirm !== undefined && ofChamber?.leader !== leader)
    return { leader: byFirm.leader, deputies: [] }
  return ofChamber === undefined
    ? undefined
    : { leader: ofChamber.leader, deputies: deputiesOn(ofChamber, day) }
}

/** The newest of each company or chamber at once: a roster has thousands of companies. */
function newestBy(
  some: readonly Responsibility[],
  keyOf: (one: Responsibility) => string | undefined,
): ReadonlyMap<string, Responsibility> {
  const found = new Map<string, Responsibility>()
  for (const one of some) {
    const key = keyOf(one)
    if (key !== undefined) found.set(key, newest([found.get(key) ?? one, one]) ?? one)
  }
  return found
}

/** What a leader may read about on a day: companies they answer for, and chambers as a whole. */
export interface Scope {
  readonly companies: ReadonlySet<string>
  readonly chambers: ReadonlySet<string>
}

/** Of a leader on a day, with what they stand in for on that day. */
export function scopeOf(directory: Directory, leader: string, day: string): Scope {
  const inForce = directory.responsibilities.filter((one) => isInForce(one, day))
  const isTheirs = (one: Responsibility) => one.leader === leader || deputiesOn(one, day).includes(leader)
  const ofCompany = newestBy(inForce, ({ company }) => company)
  const ofChamber = newestBy(inForce, ({ company, chamber }) => (company === undefined ? chamber : undefined))
  const companies = new Set<string>()
  for (const { code, chamber } of directory.companies.values()) {
    const answering = ofCompany.get(code) ?? ofChamber.get(chamber ?? '')
    if (answering !== undefined && isTheirs(answering)) companies.add(code)
  }
  const chambers = new Set<string>()
  for (const one of inForce) {
    if (one.company === undefined && one.chamber !== undefined && isTheirs(one)) chambers.add(one.chamber)
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
