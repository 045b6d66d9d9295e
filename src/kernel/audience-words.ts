import type { AudienceSpec } from './audience.ts'
import type { Directory } from './directory.ts'

/** What somebody's words say about whom a broadcast is for. */
export type HeardAudience =
  /** `rest` is what follows the names, verbatim. */
  | { readonly kind: 'read'; readonly spec: AudienceSpec; readonly rest: string }
  /** A name that is like a chamber's or a group's, and the roster has none such. */
  | { readonly kind: 'unknown'; readonly words: string }
  /** A part of several names: the caller asks which. */
  | { readonly kind: 'ambiguous'; readonly words: string; readonly names: readonly string[] }
  | { readonly kind: 'none' }

type Meant = { readonly kind: 'chamber' | 'group'; readonly code: string; readonly name: string }
interface Spelling {
  readonly text: string
  readonly meant: Meant
  /** A shortened name (机械) could begin another word, so something has to end it. */
  readonly isShort: boolean
}

const ENDING = /(?:行业)?(?:商协会|商会|协会|联合会)$/u
const LEAD = /^(?:发送?(?:给|到|往)|给|向|对象|范围|发送范围)\s*[:：]?\s*/u
const ALL =
  /^(?:全体|所有|全部|各)(?:的)?(?:会员|企业|商会|协会|商协会|群|人员?|成员|单位)+|^(?:全体|全部|所有人|大家)/u
/** 各会员企业 at the head of a text greets; as the whole answer to "to whom" it means everybody. */
const GREETING = /^各(?:会员|企业|单位|成员)/u
const EXCEPT = /^[\s,，（(]*(?:但|只)?(?:除了?|不含|不包括|不发给?|不要)\s*/u
const EXCEPT_END = /^\s*(?:以外|之外|外)?(?:都发)?的?[)）]?/u
/** 建筑机械商会会员，… : what only rounds off the name; 企业用工… after a name is the text already. */
const AFTER_NAME =
  /^的?(?:全体|所有|各)?(?:会员企业|会员单位|会员|企业|成员|群里?)(?=$|[\s,，、:：;；。）)]|和|及|与)/u
const BETWEEN = /^[^\S\n]*(?:[,，、;；]|和|与|及|以及|跟|还有)?[^\S\n]*/u
const STOP = /^(?:$|[\s,，、;；:：。()（）]|和|与|及|跟|的|会员|企业|群|商会|协会)/u
const NAME_LIKE = /^[\p{Script=Han}A-Za-z0-9（）]{2,10}?(?:商会|协会|联合会|群)(?=$|[\s,，、;；:：。)）])/u

function spellingsOf(directory: Directory): readonly Spelling[] {
  const all: Spelling[] = []
  for (const { code, name } of directory.chambers.values()) {
    const meant: Meant = { kind: 'chamber', code, name }
    all.push({ text: name, meant, isShort: false })
    const short = name.replace(ENDING, '')
    if (short === name || [...short].length < 2) continue
    all.push({ text: short, meant, isShort: true })
    for (const end of ['商会', '协会']) all.push({ text: short + end, meant, isShort: false })
  }
  for (const { code, title } of directory.groups.values()) {
    const meant: Meant = { kind: 'group', code, name: title }
    all.push({ text: title, meant, isShort: !title.endsWith('群') })
    if (/^[\w-]{3,}$/.test(code)) all.push({ text: code, meant, isShort: true })
  }
  return all.sort((a, b) => b.text.length - a.text.length)
}

/** Names that contain what was said, or the other way round: 机械商会 for 建筑机械商会. */
function similar(spellings: readonly Spelling[], words: string): readonly Meant[] {
  const core = words.replace(/群$/u, '').replace(ENDING, '')
  if ([...core].length < 2) return []
  const found = new Map<string, Meant>()
  for (const { meant } of spellings) {
    const short = meant.name.replace(/群$/u, '').replace(ENDING, '')
    const fits = meant.name.includes(core) || ([...short].length >= 2 && core.includes(short))
    if (fits && (meant.kind === 'group') === words.endsWith('群')) found.set(meant.code, meant)
  }
  return [...found.values()]
}

type Names =
  | { readonly kind: 'names'; readonly meant: readonly Meant[]; readonly end: number }
  | Exclude<HeardAudience, { kind: 'read' | 'none' }>

function readNames(text: string, from: number, spellings: readonly Spelling[], isWhole: boolean): Names {
  const meant: Meant[] = []
  let end = from
  let isListed = true
  for (let at = from; at < text.length; ) {
    const rest = text.slice(at)
    const exact = spellings.find(
      (one) => rest.startsWith(one.text) && (!one.isShort || STOP.test(rest.slice(one.text.length))),
    )
    let length = exact?.text.length ?? 0
    let one = exact?.meant
    if (one === undefined) {
      // Asked "to whom", a bare word is a name too; at the head of a notice it may be its first word.
      const like = (isWhole ? /^[^\s,，、;；:：。()（）和与及]{2,20}/u : NAME_LIKE).exec(
        isListed ? rest : '',
      )?.[0]
      if (like === undefined) break
      const options = similar(spellings, like)
      if (options.length > 1)
        return { kind: 'ambiguous', words: like, names: options.map(({ name }) => name) }
      one = options[0]
      if (one === undefined) return { kind: 'unknown', words: like }
      length = like.length
    }
    meant.push(one)
    end = at + length
    end += AFTER_NAME.exec(text.slice(end))?.[0].length ?? 0
    const between = BETWEEN.exec(text.slice(end))?.[0] ?? ''
    // After a mere space the notice may have begun: 建筑机械商会 明天到商会 开会.
    isListed = isWhole || between.trim() !== ''
    at = end + between.length
  }
  return { kind: 'names', meant, end }
}

const codes = (meant: readonly Meant[], kind: Meant['kind']) => [
  ...new Set(meant.filter((one) => one.kind === kind).map(({ code }) => code)),
]

/**
 * Reads whom words mean: names one after another, 全体, 除食品商会外的所有商会. As the answer to a question
 * (`isWhole`) everything has to be a name; at the head of a notice the rest is its text, left as it was typed.
 * A name that is not in the roster is said back and never left out in silence.
 */
export function readAudience(said: string, directory: Directory, isWhole = false): HeardAudience {
  const spellings = spellingsOf(directory)
  const text = said.trim()
  let at = LEAD.exec(text)?.[0].length ?? 0
  let left: Names | undefined
  const before = EXCEPT.exec(text.slice(at))
  if (before !== null) {
    left = readNames(text, at + before[0].length, spellings, false)
    if (left.kind !== 'names') return left
    if (left.meant.length === 0) return { kind: 'none' }
    at = left.end + (EXCEPT_END.exec(text.slice(left.end))?.[0].length ?? 0)
    at += BETWEEN.exec(text.slice(at))?.[0].length ?? 0
  }
  const all = ALL.exec(text.slice(at))?.[0]
  if (all !== undefined && (isWhole || !GREETING.test(all)))
    return readEverybody(text, at + all.length, left, spellings)
  if (left !== undefined) return { kind: 'none' }
  const names = readNames(text, at, spellings, isWhole)
  if (names.kind !== 'names') return names
  if (names.meant.length === 0) return { kind: 'none' }
  const spec: AudienceSpec = {
    everybody: false,
    chambers: codes(names.meant, 'chamber'),
    groups: codes(names.meant, 'group'),
    exceptChambers: [],
    exceptGroups: [],
  }
  return { kind: 'read', spec, rest: restOf(text, names.end) }
}

function readEverybody(
  text: string,
  from: number,
  left: Names | undefined,
  spellings: readonly Spelling[],
): HeardAudience {
  let end = from
  let except = left
  const after = except === undefined ? EXCEPT.exec(text.slice(end)) : null
  if (after !== null) {
    except = readNames(text, end + after[0].length, spellings, false)
    if (except.kind !== 'names') return except
    // 不要迟到 after 全体 is the notice's own words.
    if (except.meant.length > 0) end = except.end + (EXCEPT_END.exec(text.slice(except.end))?.[0].length ?? 0)
  }
  const meant = except?.kind === 'names' ? except.meant : []
  const spec: AudienceSpec = {
    everybody: true,
    chambers: [],
    groups: [],
    exceptChambers: codes(meant, 'chamber'),
    exceptGroups: codes(meant, 'group'),
  }
  return { kind: 'read', spec, rest: restOf(text, end) }
}

const restOf = (text: string, end: number) => text.slice(end).replace(/^[\s:：,，。;；]+/u, '')
