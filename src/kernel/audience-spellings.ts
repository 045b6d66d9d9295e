/** The names by which somebody can be meant, as people write them, looked up by how they begin. */
import { ROLE_WORDS } from './audience-selection.ts'
import { type Directory, spokenName } from './directory.ts'

export const MEANT_KINDS = [
  'chamber',
  'group',
  'town',
  'trade',
  'tag',
  'unit',
  'role',
  'title',
  'company',
  'person',
] as const
export type MeantKind = (typeof MEANT_KINDS)[number]

export interface Meant {
  readonly kind: MeantKind
  readonly code: string
  /** For asking which of several. */
  readonly name: string
}

export interface Spelling {
  readonly text: string
  /** Several people have one name, and a chamber the name of its trade. */
  readonly meant: readonly Meant[]
  /** It could begin another word (机械, 何志平): something has to end it. */
  readonly isShort: boolean
}

export interface Spellings {
  /** The longest that the text goes on with here and that `fits`. */
  findAt(text: string, at: number, fits: (spelling: Spelling) => boolean): Spelling | undefined
  readonly chambersAndGroups: readonly Meant[]
  /** Companies by how their names begin: 汇达 for 汇达液压. */
  companiesFrom(words: string): readonly Meant[]
}

const CHAMBER_ENDING = /(?:行业)?(?:商协会|商会|协会|联合会)$/u
const TOWN_ENDING = /(?:镇|乡|街道办?事?处?|办事处)$/u
const lengthOf = (text: string) => [...text].length

function gather(directory: Directory): readonly Spelling[] {
  const all = new Map<string, { meant: Meant[]; isShort: boolean }>()
  const add = (text: string, meant: Meant, isShort: boolean) => {
    if (lengthOf(text) < 2) return
    const there = all.get(text)
    if (there === undefined) all.set(text, { meant: [meant], isShort })
    else if (!there.meant.some(({ kind, code }) => kind === meant.kind && code === meant.code))
      all.set(text, { meant: [...there.meant, meant], isShort: there.isShort && isShort })
  }
  for (const { code, name } of directory.chambers.values()) {
    const meant: Meant = { kind: 'chamber', code, name }
    add(name, meant, false)
    const short = name.replace(CHAMBER_ENDING, '')
    if (short === name || lengthOf(short) < 2) continue
    add(short, meant, true)
    for (const end of ['商会', '协会']) add(short + end, meant, false)
  }
  for (const { code, title } of directory.groups.values()) {
    const meant: Meant = { kind: 'group', code, name: title }
    add(title, meant, !title.endsWith('群'))
    if (/^[\w-]{3,}$/.test(code)) add(code, meant, true)
  }
  for (const { code, name } of directory.units.values()) add(name, { kind: 'unit', code, name }, true)
  for (const [code, words] of ROLE_WORDS)
    for (const word of words) add(word, { kind: 'role', code, name: word }, true)
  for (const { code, name, aliases, town, trade, tags } of directory.companies.values()) {
    const meant: Meant = { kind: 'company', code, name }
    add(name, meant, false)
    for (const short of [spokenName(name), ...aliases]) add(short, meant, true)
    if (town !== undefined) {
      const of: Meant = { kind: 'town', code: town, name: town }
      add(town, of, true)
      add(town.replace(TOWN_ENDING, ''), of, true)
    }
    if (trade !== undefined) {
      const of: Meant = { kind: 'trade', code: trade, name: trade }
      for (const end of ['', '行业', '业']) add(trade + end, of, true)
    }
    for (const tag of tags) add(tag, { kind: 'tag', code: tag, name: tag }, true)
  }
  for (const { code, name, title, company, chamber } of directory.people.values()) {
    const firm = directory.companies.get(company ?? '')
    const of = firm === undefined ? directory.chambers.get(chamber ?? '')?.name : spokenName(firm.name)
    add(name, { kind: 'person', code, name: of === undefined ? name : `${name}（${of}）` }, true)
    if (title !== undefined) add(title, { kind: 'title', code: title, name: title }, true)
  }
  return [...all].map(([text, { meant, isShort }]) => ({ text, meant, isShort }))
}

const startOf = (text: string, at: number) => [...text.slice(at, at + 4)].slice(0, 2).join('')

function index(directory: Directory): Spellings {
  const all = gather(directory)
  const byText = new Map(all.map((one) => [one.text, one]))
  // Thousands of companies begin with the county's name: what is looked up is a whole name of each length there is.
  const lengths = new Map<string, number[]>()
  for (const { text } of all) {
    const start = startOf(text, 0)
    const some = lengths.get(start) ?? []
    if (!some.includes(text.length)) some.push(text.length)
    lengths.set(start, some)
  }
  for (const some of lengths.values()) some.sort((a, b) => b - a)
  const names = [...directory.chambers.values()].map(
    ({ code, name }): Meant => ({ kind: 'chamber', code, name }),
  )
  const titles = [...directory.groups.values()].map(
    ({ code, title }): Meant => ({ kind: 'group', code, name: title }),
  )
  const companies = [...directory.companies.values()].map(({ code, name, aliases }) => ({
    meant: { kind: 'company', code, name } satisfies Meant,
    names: [spokenName(name), name, ...aliases],
  }))
  return {
    companiesFrom: (words) =>
      companies.flatMap(({ meant, names }) => (names.some((one) => one.startsWith(words)) ? [meant] : [])),
    chambersAndGroups: [...names, ...titles],
    findAt(text, at, fits) {
      for (const length of lengths.get(startOf(text, at)) ?? []) {
        const found = byText.get(text.slice(at, at + length))
        if (found !== undefined && fits(found)) return found
      }
      return undefined
    },
  }
}

/** Made once for each state of the roster: with ten thousand people it takes some tens of milliseconds. */
const known = new WeakMap<Directory, Spellings>()

export function spellingsOf(directory: Directory): Spellings {
  const there = known.get(directory) ?? index(directory)
  known.set(directory, there)
  return there
}

/** Chambers and groups whose names contain what was said, or the other way round: 机械商会 for 建筑机械商会. */
export function similar({ chambersAndGroups }: Spellings, words: string): readonly Meant[] {
  const core = words.replace(/群$/u, '').replace(CHAMBER_ENDING, '')
  if (lengthOf(core) < 2) return []
  return chambersAndGroups.filter(({ kind, name }) => {
    const short = name.replace(/群$/u, '').replace(CHAMBER_ENDING, '')
    const fits = name.includes(core) || (lengthOf(short) >= 2 && core.includes(short))
    return fits && (kind === 'group') === words.endsWith('群')
  })
}
