/** 去了哪几家: companies and chambers where some words name them, by name, by its beginning, or by how it sounds. Pure. */
import type { Directory } from '../../../kernel/directory.ts'
import { soundKeys, soundsAlike, soundsNear } from '../../../kernel/sound.ts'
import { type Spelling, spellingsOf } from './place-spellings.ts'

export interface Mention {
  readonly at: number
  readonly end: number
  readonly words: string
  /** Codes; several where the words could mean any of them. */
  readonly companies: readonly string[]
  readonly chamber: string | null
  readonly how: 'name' | 'beginning' | 'sound'
}

/** After these a place is named: 去了宏远, 和顺达. */
const LEADS =
  /(?:走访|调研|慰问|看望|探望|拍砖|座谈|对接|进|去|到|看|跑|在|从|和|跟|与|及|给|替|了|过|趟|下|是|[、,，。；;：:\s])$/u
/** What a name by ear ends at. */
const TOKEN_ENDS = /[、,，。；;：:？?！!\s和跟与及]/u
const EMPTY = /^(?:今天|昨天|前天|上午|下午|企业|公司|商会|厂里|群众|基层|现场|一家|两家|三家|几家|企业家)/u

/** In the order they stand. A beginning counts where words lead up to it, or where the company was named in full too. */
export function mentionsIn(text: string, directory: Directory): readonly Mention[] {
  const { names, beginnings } = spellingsOf(directory)
  const found: Mention[] = []
  for (let at = 0; at < text.length; at += 1) {
    const named = names.get(text.slice(at, at + 2))?.find(({ words }) => text.startsWith(words, at))
    if (named !== undefined) {
      const { words, companies, chamber } = named
      found.push({ at, end: at + words.length, words, companies, chamber, how: 'name' })
      at += words.length - 1
      continue
    }
    const three = beginnings.get(text.slice(at, at + 3))
    const words = three === undefined ? text.slice(at, at + 2) : text.slice(at, at + 3)
    const companies = three ?? beginnings.get(words)
    if (companies === undefined) continue
    const whole = continued(text, at, words, companies, directory)
    found.push({ at, end: at + whole.length, words: whole, companies, chamber: null, how: 'beginning' })
    at += whole.length - 1
  }
  const inFull = new Set(found.flatMap(({ how, companies }) => (how === 'name' ? companies : [])))
  return found.flatMap((one) => {
    if (one.how === 'name') return [one]
    const meant = one.companies.filter((code) => inFull.has(code))
    if (meant.length > 0) return [{ ...one, companies: meant }]
    return LEADS.test(text.slice(0, one.at)) || one.at === 0 ? [one] : []
  })
}

/** 绿野农业 of 绿野农业专业合作社: as far as the words go along with the name. */
function continued(
  text: string,
  at: number,
  words: string,
  companies: readonly string[],
  directory: Directory,
): string {
  let longest = words
  for (const code of companies) {
    const company = directory.companies.get(code)
    for (const spelt of [company?.name ?? '', ...(company?.aliases ?? [])]) {
      const begins = spelt.indexOf(words)
      let length = words.length
      while (begins >= 0 && text[at + length] !== undefined && text[at + length] === spelt[begins + length])
        length += 1
      if (begins >= 0 && length > longest.length) longest = text.slice(at, at + length)
    }
  }
  return longest
}

/** 宏运机械 for 宏远机械: of at least three signs one may be off, if it begins or ends alike. */
function misheard(
  token: string,
  all: readonly Spelling[],
): { length: number; companies: readonly string[] } | undefined {
  let best: { length: number; companies: string[] } | undefined
  for (const { words, companies } of all) {
    const { length } = words
    if (
      length < 3 ||
      length > token.length ||
      companies.length === 0 ||
      (best !== undefined && length < best.length)
    )
      continue
    let off = 0
    for (let i = 0; i < length && off < 2; i += 1) {
      const [a, b] = [words[i] ?? '', token[i] ?? '']
      if (!soundsAlike(a, b)) off += soundsNear(a, b) ? 1 : 2
    }
    if (off > 1) continue
    if (best !== undefined && best.length === length) best.companies.push(...companies)
    else best = { length, companies: [...companies] }
  }
  return best === undefined ? undefined : { length: best.length, companies: [...new Set(best.companies)] }
}

/** 宏运机械 for 宏远机械: what stands where a place should, taken by its sound. */
export function mentionBySound(text: string, at: number, directory: Directory): Mention | undefined {
  const rest = text.slice(at)
  if (EMPTY.test(rest)) return undefined
  const stop = rest.search(TOKEN_ENDS)
  const token = (stop < 0 ? rest : rest.slice(0, stop)).slice(0, 12)
  const { all, bySound } = spellingsOf(directory)
  const sounds = bySound()
  for (let length = token.length; length >= 2; length -= 1) {
    const words = token.slice(0, length)
    const companies = [...new Set(soundKeys(words).flatMap((key) => sounds.get(key) ?? []))]
    if (companies.length > 0)
      return { at, end: at + words.length, words, companies, chamber: null, how: 'sound' }
    // The whole name nearly right says more than two signs of it exactly.
    const near = length === 3 ? misheard(token, all) : undefined
    if (near !== undefined)
      return {
        at,
        end: at + near.length,
        words: token.slice(0, near.length),
        companies: near.companies,
        chamber: null,
        how: 'sound',
      }
  }
  return undefined
}
