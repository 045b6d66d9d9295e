/** One phrase of an audience: 后河镇的建筑机械企业, 建筑机械商会、门窗协会的秘书, 周建国. */
import type { Selection } from './audience-selection.ts'
import { type Meant, type MeantKind, type Spelling, type Spellings, similar } from './audience-spellings.ts'
import type { Role } from './person.ts'

export type Phrase =
  | { readonly kind: 'all'; readonly end: number }
  | { readonly kind: 'meant'; readonly meant: readonly Meant[]; readonly end: number }
  | { readonly kind: 'unknown'; readonly words: string; readonly end: number }
  | { readonly kind: 'ambiguous'; readonly words: string; readonly names: readonly string[] }
  | { readonly kind: 'none' }

export interface PhraseHow {
  /** The whole answer to "to whom": every word has to be a name. */
  readonly isWhole: boolean
  /** After a comma or 和 another name is expected; after a mere space the text may have begun. */
  readonly isListed: boolean
  /** After 、 or 和 only: then an unknown word is a name that nobody has. */
  readonly isJoined: boolean
  /** After a mere space: what the phrase before named, where it was one person or one company. */
  readonly before?: 'person' | 'company'
}

const ALL =
  /^(?:全体|所有|全部|各)(?:的)?(?:会员|企业|商会|协会|商协会|群|人员?|成员|单位)+|^(?:全体|全部|所有人|大家)/u
/** 各会员企业 at the head of a text greets; as the whole answer to "to whom" it means everybody. */
const GREETING = /^各(?:会员|企业|单位|成员)/u
/** 各商会秘书: before what describes people it only says "every". */
const EVERY =
  /^(?:全体|所有|全部|各)(?:的|个|家)?(?:(?:商协?会|协会|乡镇|镇街|部门|单位|科室)的?)?(?=\p{Script=Han})/u
/** What only rounds off a name; 企业用工… after a name is the text already. */
const AFTER_NAME =
  /^们?(?:的|里的?|中的?|内的?)?(?:全体|所有|各)?(?:各位)?(?:会员企业|会员单位|会员|企业家|企业|公司|厂家|商户|成员|人员|的人|群里?|老板们?|老总们?|负责人)(?=$|[\s,，、:：;；。()（）]|和|及|与|跟)|^们?的(?=$|[\s,，、:：;；。()（）])|^们(?=$|[\s,，、:：;；。()（）])/u
/** 后河镇的企业明天停电: after 的 it is no word of the text. */
const AFTER_OF = /^们?的(?:全体|所有|各)?(?:会员企业|会员单位|会员|企业|公司|厂家|成员|人员|人)/u
/** 秘书处 is no secretary. */
const OFFICE = /^[处室科部组团办]/u
const AFTER_PERSON =
  /^(?:总经理|总|主任|会长|秘书长|经理|厂长|老板|先生|女士|同志|老师)(?=$|[\s,，、:：;；。()（）]|和|及|与|跟)/u
/** More companies than these that begin so are no help in a question. */
const MOST_ALIKE = 8
const LINK = /^(?:的|里的?|中的?|内的?)(?:[^\S\n]+(?=做|搞|干|从事|经营))?(?:全体|所有|各)?/u
/** 做建材的, 搞食品加工的企业 */
const DOES = /^(?:专门?)?(?:做|搞|干|从事|经营)/u
const DONE = /^(?:生意|行业|这行)?(?:的|企业|公司|厂家)/u
const STOP =
  /^们?(?:$|[\s,，、;；:：。()（）]|和|与|及|跟|的|里|会员|企业|公司|厂家|群|商会|协会|除外|以外|之外)/u
/** What has to follow a second name after a mere space. */
const NAME_ENDS = /^(?=$|[\s,，、;；:：])/u
const CHAMBER_NEXT = /^(?:行业)?(?:商会|协会|商协会|联合会)/u
const FIRMS = /^(?:的)?(?:企业|公司|厂家|行业)/u
const NAME_LIKE =
  /^[\p{Script=Han}A-Za-z0-9（）]{2,10}?(?:商会|协会|联合会|群)(?=$|[\s,，、;；:：。)）]|的|里|中的|和|与|及|跟|除外|以外|之外)/u
const ANY_NAME = /^[^\s,，、;；:：。()（）和与及]{2,20}/u
const JOINED_NAME = /^[\p{Script=Han}A-Za-z0-9·]{2,14}?(?=$|[\s、;；:：]|和|与|及)/u
const SAME_AGAIN = /^[^\S\n]*(?:[,，、]|和|与|以及|及|跟)[^\S\n]*/u

/** After a mere space the text may have begun: 建筑机械商会 食品 安全培训. Only a chamber's or group's whole name goes on. */
const AFTER_SPACE: readonly MeantKind[] = ['chamber', 'group']

function preferred(meant: readonly Meant[], text: string, end: number): readonly Meant[] {
  // 建筑机械企业 are of the trade, 建筑机械 alone is the chamber.
  const order: readonly MeantKind[] = FIRMS.test(text.slice(end)) ? ['trade', 'chamber'] : ['chamber']
  for (const kind of order) {
    const some = meant.filter((one) => one.kind === kind)
    if (some.length > 0) return some
  }
  const [first] = meant
  return meant.filter(({ kind }) => kind === first?.kind)
}

interface Named {
  readonly meant: readonly Meant[]
  readonly end: number
}

function exactAt(
  spellings: Spellings,
  text: string,
  at: number,
  kinds: readonly MeantKind[] | undefined,
  isLed = false,
): Named | undefined {
  const ends = (end: number) =>
    STOP.test(text.slice(end)) ||
    AFTER_PERSON.test(text.slice(end)) ||
    doingAt(spellings, text, end) !== undefined ||
    spellings.findAt(text, end, ({ meant }) => meant.some(({ kind }) => kind !== 'person')) !== undefined
  /** After 各商会 or 的 a role is one, whatever follows: 各商会秘书明天报表. */
  const isOffice = (meant: readonly Meant[], end: number) =>
    isLed && meant.some(({ kind }) => kind === 'role' || kind === 'title') && !OFFICE.test(text.slice(end))
  // 茶叶商会 is a chamber that nobody has, not the trade.
  const isOfChamber = (meant: readonly Meant[], end: number) =>
    !CHAMBER_NEXT.test(text.slice(end)) || meant.some(({ kind }) => kind === 'chamber')
  const fits = ({ text: words, meant, isShort }: Spelling) =>
    isOfChamber(meant, at + words.length) &&
    (kinds === undefined || meant.some(({ kind }) => kinds.includes(kind))) &&
    (isShort
      ? kinds !== AFTER_SPACE && (ends(at + words.length) || isOffice(meant, at + words.length))
      : true)
  const found = spellings.findAt(text, at, fits)
  if (found === undefined) return undefined
  const meant = kinds === undefined ? found.meant : found.meant.filter(({ kind }) => kinds.includes(kind))
  const end = at + found.text.length
  return { meant: preferred(meant, text, end), end }
}

/** 机械商会 for 建筑机械商会: what is like a chamber's or a group's name, and like no other. */
function similarAt(spellings: Spellings, text: string, at: number): Named | undefined {
  const like = NAME_LIKE.exec(text.slice(at))?.[0]
  const options = like === undefined ? [] : similar(spellings, like)
  return options.length === 1 ? { meant: options, end: at + (like as string).length } : undefined
}

/** 做建材的: the trade, said as what they do. */
function doingAt(spellings: Spellings, text: string, at: number): Named | undefined {
  const does = DOES.exec(text.slice(at))?.[0].length
  if (does === undefined) return undefined
  const named = exactAt(spellings, text, at + does, ['trade'])
  return named !== undefined && DONE.test(text.slice(named.end)) ? named : undefined
}

/** 周建国 张铁军: a second whole name after a space. */
function anotherAt(spellings: Spellings, text: string, at: number, how: PhraseHow): Named | undefined {
  const named = how.before === undefined ? undefined : exactAt(spellings, text, at, [how.before])
  return named !== undefined && NAME_ENDS.test(text.slice(named.end)) ? named : undefined
}

/** As the whole answer also 汇达 for 汇达液压, where a chamber or a group has no such name. */
function alike(spellings: Spellings, words: string, { isWhole }: PhraseHow): readonly Meant[] {
  const options = similar(spellings, words)
  const isName = isWhole && words.length >= 2 && !/(?:商会|协会|联合会|群)$/u.test(words)
  return options.length > 0 || !isName ? options : spellings.companiesFrom(words).slice(0, MOST_ALIKE)
}

/** Words where a name belongs and the roster has none such, or several. */
function unknownAt(spellings: Spellings, text: string, at: number, how: PhraseHow): Phrase {
  const rest = text.slice(at)
  const like = how.isWhole
    ? ANY_NAME.exec(rest)?.[0]
    : how.isListed
      ? (NAME_LIKE.exec(rest)?.[0] ?? (how.isJoined ? JOINED_NAME.exec(rest)?.[0] : undefined))
      : undefined
  if (like === undefined) return { kind: 'none' }
  const options = alike(spellings, like, how)
  if (options.length > 1) return { kind: 'ambiguous', words: like, names: options.map(({ name }) => name) }
  const [one] = options
  const end = at + like.length
  return one === undefined
    ? { kind: 'unknown', words: like, end }
    : { kind: 'meant', meant: [one], end: ended(text, end, [one]) }
}

function ended(text: string, at: number, meant: readonly Meant[]): number {
  const rounding = meant.at(-1)?.kind === 'person' ? AFTER_PERSON : AFTER_NAME
  const rest = text.slice(at)
  return at + ((rounding.exec(rest) ?? AFTER_OF.exec(rest))?.[0].length ?? 0)
}

/** Pure. Reads one phrase at this place; `none` where none begins here. */
export function readPhrase(spellings: Spellings, text: string, from: number, how: PhraseHow): Phrase {
  const every = EVERY.exec(text.slice(from))?.[0].length ?? 0
  const described: readonly MeantKind[] = [
    'role',
    'title',
    'tag',
    'trade',
    'town',
    'unit',
    'chamber',
    'group',
  ]
  const afterEvery = every === 0 ? undefined : exactAt(spellings, text, from + every, described, true)
  if (afterEvery === undefined) {
    const all = ALL.exec(text.slice(from))?.[0]
    if (all !== undefined && (how.isWhole || !GREETING.test(all)))
      return { kind: 'all', end: from + all.length }
  }
  const first =
    afterEvery ??
    exactAt(spellings, text, from, how.isListed ? undefined : AFTER_SPACE) ??
    (how.isListed ? doingAt(spellings, text, from) : anotherAt(spellings, text, from, how)) ??
    (how.isListed ? similarAt(spellings, text, from) : undefined)
  if (first === undefined) return unknownAt(spellings, text, from, how)
  const meant = [...first.meant]
  let at = first.end
  let last = first.meant
  for (;;) {
    const link = LINK.exec(text.slice(at))?.[0].length ?? 0
    const next =
      exactAt(spellings, text, at + link, undefined, link > 0) ??
      doingAt(spellings, text, at + link) ??
      // 柳溪镇 铸造企业: asked to whom, two descriptions side by side narrow each other.
      (how.isWhole ? narrowing(spellings, text, at, meant) : undefined)
    const isMore = next !== undefined && !meant.some(({ kind }) => kind === next.meant[0]?.kind)
    if (isMore) {
      at = next.end
      meant.push(...next.meant)
      last = next.meant
      continue
    }
    // 建筑机械商会、门窗协会的秘书: several of one kind share what follows.
    const again = SAME_AGAIN.exec(text.slice(at))?.[0].length ?? 0
    const same =
      again === 0
        ? undefined
        : (exactAt(spellings, text, at + again, undefined) ?? similarAt(spellings, text, at + again))
    if (same === undefined || same.meant[0]?.kind !== meant.at(-1)?.kind) break
    // Three people of one name in a list would hide each other: each phrase then stands alone.
    if (same.meant.length > 1 || last.length > 1) break
    meant.push(...same.meant)
    at = same.end
  }
  const doubtful = namesakes(meant)
  if (doubtful !== undefined) return doubtful
  return { kind: 'meant', meant, end: ended(text, at, meant) }
}

const NARROWED: readonly MeantKind[] = ['town', 'chamber', 'tag', 'trade']

function narrowing(spellings: Spellings, text: string, at: number, meant: readonly Meant[]) {
  const space = /^[^\S\n]+/u.exec(text.slice(at))?.[0].length ?? 0
  if (space === 0 || !meant.every(({ kind }) => NARROWED.includes(kind))) return undefined
  return exactAt(spellings, text, at + space, ['trade', 'tag', 'role', 'title'])
}

/** Two people of one name, and nothing said of where they are from. */
function namesakes(meant: readonly Meant[]): Phrase | undefined {
  const people = meant.filter(({ kind }) => kind === 'person')
  const words = people.map(({ name }) => name.replace(/（.*$/u, ''))
  const double = words.find((one, n) => words.indexOf(one) !== n)
  if (double === undefined || meant.some(({ kind }) => kind !== 'person')) return undefined
  return {
    kind: 'ambiguous',
    words: double,
    names: people.filter(({ name }) => name.startsWith(double)).map(({ name }) => name),
  }
}

/** What a phrase picks out; whole chambers and groups are no selections. */
export function selectionOf(meant: readonly Meant[]): Selection {
  const of = (kind: MeantKind) => {
    const codes = [...new Set(meant.filter((one) => one.kind === kind).map(({ code }) => code))]
    return codes.length === 0 ? undefined : codes
  }
  const parts = {
    chambers: of('chamber'),
    towns: of('town'),
    trades: of('trade'),
    tags: of('tag'),
    units: of('unit'),
    roles: of('role') as Role[] | undefined,
    titles: of('title'),
    companies: of('company'),
    people: of('person'),
  }
  return Object.fromEntries(Object.entries(parts).filter(([, some]) => some !== undefined)) as Selection
}
