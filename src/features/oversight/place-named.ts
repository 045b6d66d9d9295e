/** 说的是哪家: companies, chambers, towns and units of the roster that some words name, however shortened. */
import {
  type Company,
  chambersNamed,
  type Directory,
  peopleWithRole,
  spokenName,
} from '../../kernel/directory.ts'
import { findUnit } from '../../kernel/unit-named.ts'

export interface Places {
  /** Companies meant; more than one: it is unclear which. */
  readonly companies: readonly Company[]
  readonly chamber: string | null
  readonly town: string | null
  readonly unit: string | null
  /** A leader named as the one who answers for them. */
  readonly leader: string | null
  /** The words taken for these, longest first. */
  readonly words: readonly string[]
}

/** The county's own name stands before most firms' names and names none of them. */
function countyName(federation: string): string {
  return federation.replace(/(?:自治)?[县市区旗]?(?:工商业联合会|工商联|总商会).*$/u, '')
}

const ENDS_AS_CHAMBER = /^(?:行业)?(?:商会|协会)/u

interface Hit {
  readonly company: Company
  readonly word: string
}

/** What stands after the county's name and before the legal ending: the part by which people know a firm. */
function brandOf(company: Company, county: string): string {
  const spoken = spokenName(company.name)
  const bare =
    county.length >= 2 && spoken.startsWith(county)
      ? spoken.slice(county.length).replace(/^[县市区]/u, '')
      : spoken
  return [...bare].length >= 2 ? bare : spoken
}

/** A full name, alias, spoken name or brand wins over the brand's first two characters. */
function companyHits(directory: Directory, text: string): readonly Hit[] {
  const county = countyName(directory.federation)
  const whole: Hit[] = []
  const partly: Hit[] = []
  for (const company of directory.companies.values()) {
    const brand = brandOf(company, county)
    const names = [company.name, spokenName(company.name), brand, ...company.aliases]
    const word = longest(names.filter((name) => name.length >= 2 && isNamed(name, text)))
    if (word !== undefined) whole.push({ company, word })
    const start = [...brand].slice(0, 2).join('')
    if (word === undefined && start.length >= 2 && isNamed(start, text)) partly.push({ company, word: start })
  }
  if (whole.length === 0) return partly
  // A short name inside a longer one that was said is not a second firm.
  const outside = (hit: Hit) =>
    !whole.some(({ word }) => word.length > hit.word.length && word.includes(hit.word))
  const said = whole.filter(outside)
  const shared = new Set(said.map(({ word }) => word))
  return [...said, ...partly.filter(({ word }) => shared.has(word))]
}

/** 农机 of 农机商会 names the chamber and no firm. */
function isNamed(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!ENDS_AS_CHAMBER.test(text.slice(at + name.length))) return true
  }
  return false
}

const longest = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length)[0]

/** A person's name stands for their company. */
function byPerson(directory: Directory, text: string): readonly Hit[] {
  const hits: Hit[] = []
  for (const { name, company } of directory.people.values()) {
    const firm = company === undefined ? undefined : directory.companies.get(company)
    if (firm !== undefined && name.length >= 2 && text.includes(name))
      hits.push({ company: firm, word: name })
  }
  return hits
}

/** 农机商会 for 农机装备商会: what stands before 商会 is part of one chamber's name only. */
function findChamber(
  directory: Directory,
  text: string,
): { readonly code: string; readonly words: readonly string[] } | undefined {
  const before = /(\p{Script=Han}{2,10}?)(?:行业)?(?:商会|协会)/u.exec(text)?.[1]
  if (before === undefined) return undefined
  const [whole] = chambersNamed(directory, text)
  if (whole !== undefined) return { code: whole.code, words: [whole.name, shortChamber(whole.name)] }
  for (let length = before.length; length >= 2; length--) {
    const tail = before.slice(-length)
    const [only, ...others] = [...directory.chambers.values()].filter(({ name }) =>
      shortChamber(name).includes(tail),
    )
    if (only !== undefined && others.length === 0) return { code: only.code, words: [tail] }
  }
  return undefined
}

const shortChamber = (name: string) => name.replace(/(?:行业)?(?:商会|协会|商协会)$/u, '')

export function findPlaces(directory: Directory, said: string): Places {
  const text = said.replace(/\s/gu, '')
  const unit = findUnit(directory, text)
  const chamber = findChamber(directory, text)
  const towns = [...directory.companies.values()].flatMap(({ town }) =>
    town !== undefined && text.includes(town) ? [town] : [],
  )
  const town = longest(towns)
  // 柳溪镇 holds the beginning of a firm's name, 供电公司 might hold another's.
  const rest = [unit?.word, town].reduce<string>(
    (left, word) => (word === undefined ? left : left.replaceAll(word, ' ')),
    text,
  )
  const named = companyHits(directory, rest)
  const hits = named.length > 0 ? named : byPerson(directory, rest)
  const leader = peopleWithRole(directory, 'leader').find(
    ({ name }) => name.length >= 2 && rest.includes(name),
  )
  const words = [
    ...hits.map(({ word }) => word),
    ...(chamber?.words ?? []),
    unit?.word ?? '',
    town ?? '',
    leader?.name ?? '',
    leader?.title ?? '',
  ]
  return {
    companies: [...new Set(hits.map(({ company }) => company))],
    chamber: chamber?.code ?? null,
    town: town ?? null,
    unit: unit?.unit.code ?? null,
    leader: leader?.code ?? null,
    words: words.filter((word) => word !== '').sort((a, b) => b.length - a.length),
  }
}
