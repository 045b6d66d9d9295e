/** Finds thousands of names in a letter in one pass: a table by first two characters, the longest name first. */

import { fold } from './folded-text.ts'
import { isOrdinaryWordAt } from './ordinary-words.ts'
import type { Span } from './span.ts'

export type NameKind = 'person' | 'company'

type Entry = { readonly name: string; readonly kind: NameKind }

declare const prepared: unique symbol

/** Made once when the roster changes, then used for every letter. */
export type NameList = { readonly byStart: ReadonlyMap<string, readonly Entry[]>; readonly [prepared]?: true }

const legalForm =
  /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|责任公司|集团公司|总公司|分公司|公司|集团|合作社|经营部|商行)$/
const placeInFront = /^.{2,4}?(?:省|市|县|区)(?=.{4})/

/** What is left of 建筑机械有限公司 names a trade, not a firm. */
const tradeOnly =
  /^(?:建筑|机械|装饰|材料|食品|建材|铸造|化工|电子|科技|商贸|贸易|物流|运输|服装|纺织|医药|医疗|器械|农业|能源|环保|设备|制造|工程|装备|汽车|配件|家具|包装|印刷|实业|起重|新材料|加工)+$/

/** 葛阳市宏远机械有限公司 is also spoken of as 葛阳市宏远机械 and as 宏远机械. */
export function listSpellings(company: string): string[] {
  const spellings = [company]
  const core = company.replace(/[（(][^（()）]*[）)]/g, '').replace(legalForm, '')
  const short = core.replace(placeInFront, '')
  for (const spelling of [core, short])
    if (spelling.length >= 3 && !tradeOnly.test(spelling)) spellings.push(spelling)
  return spellings
}

const tradeBehind =
  /(?:建筑|机械|装饰|材料|食品|建材|铸造|铸件|化工|电子|科技|商贸|贸易|物流|运输|服装|纺织|医药|医疗|器械|农业|农机|能源|环保|设备|制造|工程|装备|汽车|配件|家具|包装|印刷|实业|起重|新材料|加工|饲料|面粉|茶业|板材|门业|酒业|乳业|养殖|种业)+$/

/** 宏远 of 宏远机械有限公司: what its owner says for short. Undefined where nothing of two characters and more is left. */
export function brandOf(company: string): string | undefined {
  const core = company
    .replace(/[（(][^（()）]*[）)]/g, '')
    .replace(legalForm, '')
    .replace(placeInFront, '')
  const brand = core.replace(tradeBehind, '')
  return brand.length >= 2 && brand !== core ? brand : undefined
}

/** Names of one character are left out: they would be found everywhere. */
export function prepareNames(names: {
  readonly people: readonly string[]
  readonly companies: readonly string[]
}): NameList {
  const kinds = new Map<string, NameKind>()
  for (const company of names.companies)
    for (const spelling of listSpellings(company)) kinds.set(fold(spelling, 'compact').text, 'company')
  for (const person of names.people) kinds.set(fold(person, 'compact').text, 'person')
  const byStart = new Map<string, Entry[]>()
  for (const [name, kind] of kinds) {
    if (name.length < 2) continue
    const start = name.slice(0, 2)
    const entries = byStart.get(start)
    if (entries) entries.push({ name, kind })
    else byStart.set(start, [{ name, kind }])
  }
  for (const entries of byStart.values()) entries.sort((a, b) => b.name.length - a.name.length)
  return { byStart }
}

/** `text` is folded compactly. A name inside a longer one is not reported twice. */
export function findNames(text: string, names: NameList): Span[] {
  const spans: Span[] = []
  if (names.byStart.size === 0) return spans
  for (let start = 0; start + 1 < text.length; start += 1) {
    const entries = names.byStart.get(text.slice(start, start + 2))
    const entry = entries?.find(({ name }) => text.startsWith(name, start))
    if (!entry || (entry.kind === 'person' && isOrdinaryWordAt(text, start, entry.name))) continue
    spans.push({ kind: entry.kind, start, end: start + entry.name.length })
    start += entry.name.length - 1
  }
  return spans
}

/** One list is asked for by many letters, and five thousand names take ten milliseconds to fold or to look for. */
const byFirstTwo = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>()

function needlesOf(wanted: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = byFirstTwo.get(wanted)
  if (known !== undefined) return known
  const needles = new Map<string, string[]>()
  for (const string of new Set(wanted.flatMap(listSpellings))) {
    const needle = fold(string, 'compact').text
    if (needle.length < 2) continue
    const there = needles.get(needle.slice(0, 2))
    if (there === undefined) needles.set(needle.slice(0, 2), [needle])
    else there.push(needle)
  }
  byFirstTwo.set(wanted, needles)
  return needles
}

/** Every place where one of a few names stands, a company's shorter ones included; `text` is folded compactly. */
export function findListed(text: string, wanted: readonly string[], kind: Span['kind']): Span[] {
  const spans: Span[] = []
  const needles = needlesOf(wanted)
  if (needles.size === 0) return spans
  for (let start = 0; start + 1 < text.length; start += 1)
    for (const needle of needles.get(text.slice(start, start + 2)) ?? [])
      if (text.startsWith(needle, start)) spans.push({ kind, start, end: start + needle.length })
  return spans
}
