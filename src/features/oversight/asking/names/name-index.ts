/** Every name of a roster by the words people use for it, laid out once for each roster. */
import { type Company, type Directory, spokenName } from '../../../../kernel/directory.ts'
import { soundKeys } from '../../../../kernel/sound.ts'

export type PlaceKind = 'company' | 'chamber' | 'town' | 'unit' | 'leader' | 'trade'

export interface Place {
  readonly kind: PlaceKind
  /** Code of the roster; of a town or trade what the roster writes. */
  readonly code: string
  /** As people are told of it. */
  readonly label: string
}

export interface NameIndex {
  /** Full names, aliases, names as spoken, people's names. */
  readonly whole: ReadonlyMap<string, readonly Place[]>
  /** Beginnings of firms' names, towns without their ending, parts of chambers. */
  readonly parts: ReadonlyMap<string, readonly Place[]>
  /** The same by sound. */
  readonly wholeBySound: ReadonlyMap<string, readonly Named[]>
  /** Only the beginnings of firms' names. */
  readonly heads: ReadonlyMap<string, readonly Place[]>
  readonly headsBySound: ReadonlyMap<string, readonly Named[]>
  readonly trades: readonly Place[]
  readonly chambers: readonly Place[]
  readonly towns: readonly Place[]
  /** Names of three signs and more, for what was nearly heard. */
  readonly long: readonly Named[]
  readonly longest: number
  readonly county: string
}

export interface Named {
  readonly name: string
  readonly place: Place
}

const kept = new WeakMap<Directory, NameIndex>()

export function nameIndex(directory: Directory): NameIndex {
  const known = kept.get(directory)
  if (known !== undefined) return known
  const made = makeIndex(directory)
  kept.set(directory, made)
  return made
}

/** The county's own name stands before most firms' names and names none of them. */
const countyName = (federation: string) =>
  federation.replace(/(?:自治)?[县市区旗]?(?:工商业联合会|工商联|总商会).*$/u, '')

function brandOf({ name }: Company, county: string): string {
  const spoken = spokenName(name)
  const bare =
    county.length >= 2 && spoken.startsWith(county)
      ? spoken.slice(county.length).replace(/^[县市区]/u, '')
      : spoken
  return [...bare].length >= 2 ? bare : spoken
}

const shortChamber = (name: string) => name.replace(/(?:行业)?(?:商会|协会|商协会|联合会)$/u, '')
const shortTown = (name: string) =>
  name.replace(/^[县市区]/u, '').replace(/(?:街道办事处|街道办|街道|办事处|镇|乡)$/u, '')

class Names {
  readonly whole = new Map<string, Place[]>()
  readonly parts = new Map<string, Place[]>()
  readonly heads = new Map<string, Place[]>()

  add(to: 'whole' | 'parts' | 'heads', name: string, place: Place): void {
    if ([...name].length < 2) return
    const known = this[to].get(name)
    if (known === undefined) this[to].set(name, [place])
    else if (!known.some((one) => one.kind === place.kind && one.code === place.code)) known.push(place)
  }
}

function makeIndex(directory: Directory): NameIndex {
  const county = countyName(directory.federation)
  const names = new Names()
  for (const company of directory.companies.values()) addCompany(names, company, county)
  for (const { code, name } of directory.chambers.values()) {
    const place: Place = { kind: 'chamber', code, label: name }
    names.add('whole', name, place)
    names.add('whole', shortChamber(name), place)
    names.add('whole', `${shortChamber(name)}商会`, place)
    if (county.length >= 2 && name.startsWith(county))
      names.add('whole', name.slice(county.length).replace(/^[县市区]/u, ''), place)
  }
  for (const person of directory.people.values()) {
    const firm = person.company === undefined ? undefined : directory.companies.get(person.company)
    if (person.roles.includes('leader'))
      names.add('whole', person.name, {
        kind: 'leader',
        code: person.code,
        label: `${person.name}${person.title ?? ''}`,
      })
    else if (firm !== undefined)
      names.add('whole', person.name, { kind: 'company', code: firm.code, label: firm.name })
    else {
      const office = person.unit === undefined ? undefined : directory.units.get(person.unit)
      if (office !== undefined)
        names.add('whole', person.name, { kind: 'unit', code: office.code, label: office.name })
    }
  }
  // By sound only when something was not found as it is written: ten thousand firms take a second.
  let whole: ReadonlyMap<string, readonly Named[]> | undefined
  let heads: ReadonlyMap<string, readonly Named[]> | undefined
  const long: Named[] = []
  for (const [name, places] of names.whole) {
    const [only] = places
    if (name.length >= 3 && name.length <= LONGEST_HEARD && only !== undefined)
      for (const place of places) long.push({ name, place })
  }
  return {
    whole: names.whole,
    parts: names.parts,
    get wholeBySound() {
      whole ??= bySound(names.whole)
      return whole
    },
    heads: names.heads,
    get headsBySound() {
      heads ??= bySound(names.heads)
      return heads
    },
    towns: [...new Set([...directory.companies.values()].flatMap(({ town }) => town ?? []))].map((town) => ({
      kind: 'town',
      code: town,
      label: town,
    })),
    chambers: [...directory.chambers.values()].map(({ code, name }) => ({
      kind: 'chamber',
      code,
      label: name,
    })),
    trades: [...new Set([...directory.companies.values()].flatMap(({ trade }) => trade ?? []))].map(
      (trade) => ({
        kind: 'trade',
        code: trade,
        label: trade,
      }),
    ),
    long,
    longest: Math.max(2, ...[...names.whole.keys()].map((name) => name.length)),
    county,
  }
}

function addCompany(names: Names, company: Company, county: string): void {
  const place: Place = { kind: 'company', code: company.code, label: company.name }
  const brand = brandOf(company, county)
  for (const name of [company.name, spokenName(company.name), brand, ...company.aliases]) {
    names.add('whole', name, place)
    names.add('whole', spokenName(name), place)
  }
  const signs = [...brand]
  for (const length of [2, 3, 4]) {
    if (signs.length <= length) break
    names.add('parts', signs.slice(0, length).join(''), place)
    names.add('heads', signs.slice(0, length).join(''), place)
  }
  // 宏远那个机械厂 says the beginning; 顺达铸造 is also 铸造, where nobody else is.
  for (let from = 1; from + 2 <= signs.length; from++) names.add('parts', signs.slice(from).join(''), place)
  const { town } = company
  if (town !== undefined && town !== '') {
    const at: Place = { kind: 'town', code: town, label: town }
    names.add('whole', town, at)
    names.add('parts', shortTown(town), at)
    if (/开发区|园区|工业园/u.test(town))
      names.add('parts', /(?:经济|高新|工业)?(?:开发区|园区|工业园)/u.exec(town)?.[0] ?? '', at)
    if (/开发区/u.test(town)) names.add('parts', '开发区', at)
  }
}

/** A full legal name is copied, not typed by ear. */
const LONGEST_HEARD = 8

function bySound(names: ReadonlyMap<string, readonly Place[]>): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>()
  for (const [name, places] of names) {
    const [first] = places
    if (first === undefined || name.length > LONGEST_HEARD) continue
    for (const key of soundKeys(name)) {
      const known = found.get(key)
      const these = places.map((place) => ({ name, place }))
      if (known === undefined) found.set(key, these)
      else known.push(...these)
    }
  }
  return found
}
