/** How companies and chambers are written and called, ready to be found in a text. Pure. */
import { type Directory, spokenName } from '../../../kernel/directory.ts'
import { soundKeys } from '../../../kernel/sound.ts'

export interface Spellings {
  /** Full names by their first two signs, the longest first. */
  readonly names: ReadonlyMap<string, readonly Spelling[]>
  /** 宏远 → every company whose name so begins. */
  readonly beginnings: ReadonlyMap<string, readonly string[]>
  readonly all: readonly Spelling[]
  bySound(): ReadonlyMap<string, readonly string[]>
}

export interface Spelling {
  readonly words: string
  readonly companies: readonly string[]
  readonly chamber: string | null
}

/** 云岭县天禾农机: people leave the county out. */
const COUNTY = /^\p{Script=Han}{2,4}?(?:省|市|县|区)(?=\p{Script=Han}{3})/u
const OF_CHAMBERS = /(?:行业)?(?:商会|协会|商协会)$/u

const known = new WeakMap<Directory, Spellings>()

/** Kept for each roster: a county has thousands of companies, and every line that is told is read by them. */
export function spellingsOf(directory: Directory): Spellings {
  const there = known.get(directory)
  if (there !== undefined) return there
  const byWords = new Map<string, Spelling>()
  const beginnings = new Map<string, Set<string>>()
  const add = (words: string, company: string | null, chamber: string | null) => {
    if ([...words].length < 2) return
    const before = byWords.get(words)
    const companies = new Set(before?.companies ?? [])
    if (company !== null) companies.add(company)
    byWords.set(words, { words, companies: [...companies], chamber: chamber ?? before?.chamber ?? null })
  }
  for (const { code, name, aliases } of directory.companies.values()) {
    for (const one of [name, ...aliases]) {
      for (const words of new Set([one, spokenName(one), spokenName(one.replace(COUNTY, ''))])) {
        add(words, code, null)
        const signs = [...words.replace(COUNTY, '')]
        for (const length of [2, 3])
          if (signs.length > length) {
            const beginning = signs.slice(0, length).join('')
            beginnings.set(beginning, (beginnings.get(beginning) ?? new Set()).add(code))
          }
      }
    }
  }
  for (const { code, name } of directory.chambers.values()) {
    add(name, null, code)
    // 机械商会 of 建筑机械商会 is somebody else's, so only the legal ending may go.
    add(`${name.replace(OF_CHAMBERS, '')}商会`, null, code)
    add(`${name.replace(OF_CHAMBERS, '')}协会`, null, code)
  }
  const names = new Map<string, Spelling[]>()
  for (const one of byWords.values()) {
    const key = one.words.slice(0, 2)
    names.set(key, [...(names.get(key) ?? []), one])
  }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length)
  let sounds: Map<string, string[]> | undefined
  const spellings: Spellings = {
    names,
    all: [...byWords.values()],
    beginnings: new Map([...beginnings].map(([words, codes]) => [words, [...codes]])),
    bySound() {
      if (sounds !== undefined) return sounds
      const found = new Map<string, Set<string>>()
      const all = [
        ...[...byWords.values()].map(({ words, companies }) => ({ words, codes: companies })),
        ...[...beginnings].map(([words, codes]) => ({ words, codes: [...codes] })),
      ]
      for (const { words, codes } of all)
        for (const key of soundKeys(words))
          for (const code of codes) found.set(key, (found.get(key) ?? new Set()).add(code))
      sounds = new Map([...found].map(([key, codes]) => [key, [...codes]]))
      return sounds
    },
  }
  known.set(directory, spellings)
  return spellings
}
