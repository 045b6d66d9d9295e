/** 说的是哪家: names in some words become marks, by the whole name, a part, its sound, or a person's name. */
import { type Directory, peopleWithRole } from '../../../../kernel/directory.ts'
import { readingsOf, soundKeys, soundsAlike } from '../../../../kernel/sound.ts'
import type { Occasion } from '../../../../kernel/standing.ts'
import { unitsNamed } from '../../../../kernel/unit-named.ts'
import { type Mark, signOf } from '../words/marks.ts'
import { coverOf } from '../words/ordinary-words.ts'
import { FORMER_NAMES } from './former-names.ts'
import { type Named, type NameIndex, nameIndex, type Place } from './name-index.ts'

export interface Mention {
  /** As it was said. */
  readonly said: string
  /** Several: it is unclear which is meant. */
  readonly places: readonly Place[]
  /** `whole`: a name as the roster has it; everything else is said back. */
  readonly how: 'whole' | 'part' | 'sound' | 'person'
}

export interface NamesSaid {
  /** With a mark for each name. */
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly occasions: readonly (readonly Occasion[])[]
  /** Somebody named as a leader whom the roster does not have. */
  readonly strangers: readonly string[]
}

const MARK_OF: Readonly<Record<Place['kind'], Mark>> = {
  company: 'C',
  chamber: 'H',
  town: 'T',
  unit: 'U',
  leader: 'L',
  trade: 'D',
}

class Marking {
  readonly mentions: Mention[] = []
  readonly occasions: (readonly Occasion[])[] = []
  readonly strangers: string[] = []
  text: string

  constructor(text: string) {
    this.text = text
  }

  take(said: string, places: readonly Place[], how: Mention['how'], from = this.text.indexOf(said)): void {
    const known = this.mentions.findIndex((one) => one.said === said)
    const which = known < 0 ? this.mentions.push({ said, places, how }) - 1 : known
    const [first, ...others] = places
    if (first === undefined) return
    this.put(said, signOf(others.length > 0 ? 'A' : MARK_OF[first.kind], which), from)
  }

  put(said: string, sign: string, from: number): void {
    if (from >= 0) this.text = this.text.slice(0, from) + sign + this.text.slice(from + said.length)
  }
}

export function markNames(directory: Directory, occasions: readonly Occasion[], said: string): NamesSaid {
  const names = nameIndex(directory)
  // Endings by their sound, so that a name is seen to be one: 供电公思.
  const marking = new Marking(said.replace(/\s/gu, '').replace(/公(?:思|丝|斯|司司)(?!路|街)/gu, '公司').replace(/(?:伤|尚|商)(?:会|绘|汇)(?=的|还|今|这|上|$)/gu, '商会').replace(/(?<=[县市区])(?:常|张|掌)(?=包|保|联|那|的|要|问|说)/gu, '长').replace(/(?<=长|主席|书记|部长|主任|领导)保的/gu, '包的'))
  markCounty(marking, names)
  markWhole(marking, names, 4)
  markUnits(marking, directory)
  markFormer(marking, directory)
  markChambers(marking, names)
  markOccasions(marking, occasions)
  markWhole(marking, names, 3)
  markLeaders(marking, directory)
  markTrades(marking, names)
  markHeardUnits(marking, directory)
  markShortTowns(marking, names)
  markNear(marking, names, 4)
  markShort(marking, names)
  markBareUnits(marking, directory)
  markByTitle(marking, directory)
  markNear(marking, names, 3)
  markUnknown(marking)
  const { text, mentions, strangers } = marking
  return { text, mentions, strangers, occasions: marking.occasions }
}

function markCounty(marking: Marking, { county }: NameIndex): void {
  if (county.length < 2) return
  marking.text = marking.text.replaceAll(
    new RegExp(`${county}[县市区](?=的|有|所有|现在|目前|还|这|今|上|一共|全|$)`, 'gu'),
    '全县',
  )
}

/** Names of at least so many signs, the longest first. */
function markWhole(marking: Marking, names: NameIndex, shortest: number): void {
  for (let size = Math.min(names.longest, marking.text.length); size >= shortest; size--) {
    for (let at = 0; at + size <= marking.text.length; at++) {
      const word = marking.text.slice(at, at + size)
      const places = names.whole.get(word)
      if (places === undefined || isChamberNext(marking.text, at + size, places)) continue
      if (isTradeHere(marking.text, at, word, names)) continue
      if (
        size === 3 &&
        !coverOf(marking.text)
          .slice(at, at + size)
          .includes('?')
      )
        continue
      const isPerson =
        places.every(({ kind, label }) => kind === 'company' && !label.includes(word)) &&
        /^\p{Script=Han}{2,3}$/u.test(word)
      marking.take(
        word,
        withSharers(names, word, places),
        isPerson && isNobodysAlias(names, word) ? 'person' : 'whole',
        at,
      )
    }
  }
}

/** 做食品加工的企业 and 食品加工企业 are of a trade, though a chamber is called so too. */
const isTradeHere = (text: string, at: number, word: string, { trades }: NameIndex) =>
  trades.some(({ code }) => code === word) &&
  (TRADE_NEXT.test(text.slice(at + word.length)) || TRADE_BEFORE.test(text.slice(0, at)))

const isNobodysAlias = (names: NameIndex, word: string) => !names.parts.has(word)

/** 农机 of 农机商会 names the chamber and no firm. */
const isChamberNext = (text: string, end: number, places: readonly Place[]) =>
  places.every(({ kind }) => kind !== 'chamber') && /^(?:行业)?(?:商会|协会)/u.test(text.slice(end))

/** An alias of one firm with which the name of another begins: both may be meant. */
function withSharers(names: NameIndex, word: string, places: readonly Place[]): readonly Place[] {
  if (word.length > 3 || places.some(({ kind }) => kind !== 'company')) return places
  const sharing = (names.parts.get(word) ?? []).filter(
    (one) =>
      one.kind === 'company' && one.label.includes(word) && !places.some(({ code }) => code === one.code),
  )
  return [...places, ...sharing]
}

function markUnits(marking: Marking, directory: Directory): void {
  for (const { word } of unitsNamed(directory, marking.text)) {
    const units = unitsNamed(directory, word).filter((one) => one.word === word)
    const places = units.map(({ unit }): Place => ({ kind: 'unit', code: unit.code, label: unit.name }))
    if (marking.text.includes(word)) marking.take(word, unique(places), 'whole')
  }
}

/** 环保局 is the 生态环境局 of today. */
function markFormer(marking: Marking, directory: Directory): void {
  for (const [said, present] of FORMER_NAMES) {
    const word = said.exec(marking.text)?.[0]
    if (word === undefined) continue
    const units = [...directory.units.values()].filter(({ name }) => present.test(name))
    if (units.length > 0)
      marking.take(
        word,
        units.map(({ code, name }) => ({ kind: 'unit', code, label: name })),
        'part',
      )
  }
}

/** 柳镇: the first sign of a town and its ending. */
function markShortTowns(marking: Marking, names: NameIndex): void {
  for (const [said, sign = '', ending = ''] of [...marking.text.matchAll(/(\p{Script=Han})(镇|乡)(?!里|上|长|办|街)/gu)]) {
    const at = marking.text.indexOf(said)
    if (coverOf(marking.text)[at] !== '?') continue
    const towns = names.towns.filter(({ code }) => code.startsWith(sign) && code.endsWith(ending))
    if (towns.length > 0) marking.take(said, towns, 'part', at)
  }
}

/** 人设局: the short name of an office by its sound, its last sign written right. */
function markHeardUnits(marking: Marking, directory: Directory): void {
  for (const [run] of [...marking.text.matchAll(/\p{Script=Han}{1,3}[局委办]/gu)]) {
    for (let from = 0; from + 3 <= run.length; from++) {
      const word = run.slice(from)
      const units = [...directory.units.values()].filter(({ name }) => isHeardShort(word, name))
      const isKnown = !coverOf(word).includes('?') || unitsNamed(directory, word).length > 0
      if (units.length === 0 || isKnown) continue
      marking.take(word, units.map(({ code, name }) => ({ kind: 'unit', code, label: name })), 'sound')
      break
    }
  }
}

function isHeardShort(short: string, name: string): boolean {
  const signs = [...name.replace(/^[\p{Script=Han}]{0,4}?[县市区](?=.{3})/u, '')]
  let at = 0
  let right = 0
  for (const sign of short) {
    const next = signs.findIndex((one, i) => i >= at && (one === sign || soundsAlike(one, sign)))
    if (next < 0 || (at === 0 && next > 0)) return false
    if (signs[next] === sign) right += 1
    at = next + 1
  }
  return right >= short.length - 1 && at === signs.length
}

/** 水利局, 凤凰岭镇: what is built like a name and is in no roster is not passed over. */
const BUILT =
  /(?<![哪各每本该这那分几])(\p{Script=Han}{1,5}?)(局|镇|乡|街道|商会|协会|公司|集团|合作社|厂)(?!里|长|子|面|势|情|村)/gu

/** 规上企业, 外资企业: which of them nothing here knows. */
const SORTED = /(?:外[地资商]|国有|小微|龙头|重点|困难|亏损|停产|上市|科技型|高新(?:技术)?|规[上模](?:以上)?|\p{Script=Han}{1,3})企业(?!家协|们)/gu
const SORTS = /^(?:外|国有|小微|龙头|重点|困难|亏损|停产|上市|科技|高新|规)/u

function markUnknown(marking: Marking): void {
  for (const [said] of [...marking.text.matchAll(SORTED)]) {
    const sort = said.slice(0, -2)
    const from = Math.max(...['h', 'w', 'm'].map((one) => coverOf(marking.text).slice(0, marking.text.indexOf(said) + sort.length).lastIndexOf(one))) + 1
    const word = marking.text.slice(from, marking.text.indexOf(said) + said.length)
    if (SORTS.test(said)) stranger(marking, said)
    else if (word.length > 2) stranger(marking, word)
  }
  for (const [said, before = ''] of [...marking.text.matchAll(BUILT)]) {
    const at = marking.text.indexOf(said)
    const cover = coverOf(marking.text).slice(at, at + said.length)
    const bare = cover.slice(0, before.length)
    if (!bare.endsWith('?')) continue
    const from = Math.max(bare.lastIndexOf('w'), bare.lastIndexOf('h'), bare.lastIndexOf('m')) + 1
    stranger(marking, said.slice(from))
  }
}

const unique = (places: readonly Place[]): readonly Place[] =>
  places.filter(
    (one, i) => places.findIndex((other) => other.kind === one.kind && other.code === one.code) === i,
  )

const CHAMBER = /(\p{Script=Han}{2,10}?)(?:行业)?(?:那个|这个|那家)?(?:商会|协会)/u

/** 农机商会 for 农机装备商会: what stands before 商会 is a part of a chamber's name, perhaps by its sound. */
function markChambers(marking: Marking, names: NameIndex): void {
  const { chambers } = names
  for (let round = 0; round < 3; round++) {
    const found = CHAMBER.exec(marking.text)
    const before = found?.[1]
    if (found === null || before === undefined) return
    const ending = found[0].slice(before.length)
    let isTaken = false
    for (let length = before.length; length >= 2 && !isTaken; length--) {
      const tail = before.slice(-length)
      const [by, hits] = partOf(chambers, tail)
      if (hits.length === 0) continue
      const at = found.index + before.length - length
      marking.take(tail + ending, hits, by, at)
      isTaken = true
    }
    if (!isTaken) return
  }
}

function partOf(chambers: readonly Place[], tail: string): readonly [Mention['how'], readonly Place[]] {
  const within = chambers.filter(({ label }) => label.includes(tail))
  if (within.length > 0) return ['part', within]
  // 建机商会 leaves signs out, in order and from the first.
  // 建筑机戒商会: one sign of four or more was mistyped.
  const mistyped = tail.length < 4 ? [] : chambers.filter(({ label }) => isButOne(tail, label))
  if (mistyped.length > 0) return ['sound', mistyped]
  const leaving = tail.length < 2 ? [] : chambers.filter(({ label }) => isLeft(tail, label))
  if (leaving.length > 0) return ['part', leaving]
  return ['sound', chambers.filter(({ label }) => holdsSound(label, tail))]
}

function isButOne(said: string, label: string): boolean {
  let wrong = 0
  for (let i = 0; i < said.length; i++) if (said[i] !== label[i]) wrong += 1
  return wrong === 1
}

function isLeft(short: string, label: string): boolean {
  let at = 0
  for (const sign of short) {
    at = label.indexOf(sign, at) + 1
    if (at === 0) return false
  }
  return label.startsWith(short[0] ?? ' ')
}

function holdsSound(label: string, said: string): boolean {
  const signs = [...label]
  const heard = [...said]
  return signs.some((_, from) => heard.every((sign, i) => soundsAlike(sign, signs[from + i] ?? ' ')))
}

/** 防汛那次: by the drive's title, or a part of it of two signs that no other word explains. */
function markOccasions(marking: Marking, occasions: readonly Occasion[]): void {
  for (let size = Math.min(12, marking.text.length); size >= 2; size--) {
    for (let at = 0; at + size <= marking.text.length; at++) {
      const word = marking.text.slice(at, at + size)
      if (!/^\p{Script=Han}+$/u.test(word) || word.replace(OF_ANY, '').length < 2) continue
      const written = occasions.filter(({ title }) => title.includes(word))
      const mayBeHeard = size <= 6 && (GIVING.test(marking.text) || ASKED_AS_TIME.test(marking.text.slice(at + size)))
      const hits = written.length > 0 || !mayBeHeard ? written : occasions.filter(({ title }) => soundsWithin(word, title))
      if (hits.length === 0 || (hits.length === occasions.length && occasions.length > 1)) continue
      const isAsked = ASKED_AS_TIME.test(marking.text.slice(at + size)) || GIVING.test(marking.text)
      if (size < 4 && !isAsked) continue
      if (size === 2 && !coverOf(word).includes('?')) continue
      const which = marking.occasions.push(hits) - 1
      marking.put(word, signOf('O', which), at)
    }
  }
}

/** 暖东行动, 防训: at least half of the signs right, the others by their sound. */
function soundsWithin(word: string, title: string): boolean {
  for (let from = 0; from + word.length <= title.length; from++) {
    let right = 0
    let alike = true
    for (let i = 0; i < word.length && alike; i++) {
      const [a = '', b = ''] = [word[i], title[from + i]]
      if (a === b) right += 1
      else alike = soundsAlike(a, b)
    }
    if (alike && right * 2 >= word.length) return true
  }
  return false
}

/** What every drive's title may have, and none is known by. */
const OF_ANY = /捐款|捐赠|募捐|倡议|活动|爱心|专项|20\d\d年?|年|度|全县|行动/gu
const ASKED_AS_TIME =
  /^(?:抗灾|救灾|行动|活动)?(?:那(?:次|回|阵子?|会儿?|段|些天|几天|时候|场|笔|个)|这次|的?时候|期间|捐|募|的?倡议|的?(?:钱|款|物资)|认捐|以来|以后|之后|以前|之前|前|后)/u
const GIVING = /捐|募|倡议|到[账帐]|善款|(?:的|那个)(?:钱|款)/u

const TITLE =
  '(?:副)?(?:县长|市长|区长|书记|主席|部长|主任|局长|常委|主委|秘书长|巡视员|调研员|领导|总|老板|厂长|经理|董事长|老总|董|掌柜|会长)'
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢岳齐梅莫庄辛祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄阳裴席屈鲍覃霍翁隋植甘景薄包司柏宁柯阮桂闵柴华冉'
const BY_TITLE = new RegExp(`([${SURNAMES}])(${TITLE})(?!办|们)`, 'gu')
/** 小赵他们公司, 老牛家: by the surname alone. */
const NICKNAME = new RegExp(`(?<!县|市|区|镇|乡)[小老]([${SURNAMES}])(?=他们|她们|家|那|厂|公司|反映|说|的(?:厂|公司|事|贷款|那))`, 'gu')
/** 姓李的那位领导. */
const CALLED = new RegExp(`姓([${SURNAMES}])的(?:那(?:位|个))?(?:县|市|区)?(?:领导|县长|市长|书记|主席|部长)`, 'gu')
const OF_FIRMS = /^(?:总|老板|厂长|经理|董事长|老总|董|掌柜)$/u

/** 王县长, 周总: a surname with what they are. Who is not known is not passed over. */
function markByTitle(marking: Marking, directory: Directory): void {
  for (const [said, surname = ''] of [...marking.text.matchAll(CALLED)]) {
    const meant = peopleWithRole(directory, 'leader').filter(({ name }) => name.startsWith(surname))
    if (meant.length > 0) marking.take(said, leaders(meant), 'person')
  }
  for (const [said, surname = ''] of [...marking.text.matchAll(NICKNAME)]) {
    const firms = firmsOf(directory, surname)
    if (firms.length > 0) marking.take(said, firms, 'person')
  }
  for (const [said, surname = '', title = ''] of [...marking.text.matchAll(BY_TITLE)]) {
    if (
      /(?:哪|每|各|我|的|分)$/u.test(marking.text.slice(0, marking.text.indexOf(said)).slice(-1)) &&
      !SURNAMES.includes(surname)
    )
      continue
    if (OF_FIRMS.test(title)) {
      const firms = [...directory.people.values()].flatMap(({ name, company }) => {
        const firm = company === undefined ? undefined : directory.companies.get(company)
        return firm !== undefined && name.startsWith(surname)
          ? [{ kind: 'company' as const, code: firm.code, label: firm.name }]
          : []
      })
      if (firms.length > 0) marking.take(said, unique(firms), 'person')
      else stranger(marking, said)
      continue
    }
    const offices = officesOf(directory, surname)
    if (/局长|主任|科长|经理/u.test(title) && offices.length > 0) {
      marking.take(said, offices, 'person')
      continue
    }
    const plain = title.replace(/^副|领导$/gu, '')
    const bySurname = peopleWithRole(directory, 'leader').filter(({ name }) => name.startsWith(surname))
    const byTitle = bySurname.filter(({ title: own }) => own?.includes(plain) === true)
    const meant = byTitle.length > 0 ? byTitle : bySurname
    if (meant.length === 0) stranger(marking, said)
    else marking.take(said, leaders(meant), 'person')
  }
}

const firmsOf = (directory: Directory, surname: string): readonly Place[] =>
  unique(
    [...directory.people.values()].flatMap(({ name, company }) => {
      const firm = company === undefined ? undefined : directory.companies.get(company)
      return firm !== undefined && name.startsWith(surname)
        ? [{ kind: 'company' as const, code: firm.code, label: firm.name }]
        : []
    }),
  )

/** Whom people mean by 孙局长 works there. */
const officesOf = (directory: Directory, surname: string): readonly Place[] =>
  unique(
    [...directory.people.values()].flatMap(({ name, unit: code, title }) => {
      const office = code === undefined ? undefined : directory.units.get(code)
      return office !== undefined && name.startsWith(surname) && /[长任理]$/u.test(title ?? '')
        ? [{ kind: 'unit' as const, code: office.code, label: office.name }]
        : []
    }),
  )

const leaders = (
  people: readonly { readonly code: string; readonly name: string; readonly title?: string }[],
): readonly Place[] =>
  people.map(({ code, name, title }) => ({ kind: 'leader', code, label: `${name}${title ?? ''}` }))

function stranger(marking: Marking, said: string): void {
  const which = marking.strangers.push(said) - 1
  marking.put(said, signOf('X', which), marking.text.indexOf(said))
}

/** 江远副县长: the name was marked; the title behind it says nothing more. */
function markLeaders(marking: Marking, directory: Directory): void {
  for (const person of peopleWithRole(directory, 'leader')) {
    const at = marking.text.indexOf(person.name)
    if (person.name.length >= 2 && at >= 0) marking.take(person.name, leaders([person]), 'whole', at)
  }
  marking.text = marking.text.replace(new RegExp(`(?<=[\\ue000-\\uf8ff])(?:${TITLE}|同志|领导)`, 'gu'), '')
}

const TRADE_NEXT =
  /^(?:行业|类企业|企业|厂|公司|那行|业的|业(?=还|有|企)|老板|这(?:个)?行|那(?:个)?行|这块|那块|口)/u
const TRADE_BEFORE = /(?:做|搞|干|从事|经营|开)$/u

/** 铸造行业, 做灌溉设备的: a trade as the roster writes it. */
function markTrades(marking: Marking, names: NameIndex): void {
  // 食品企业 for 食品加工, where only one trade begins so.
  for (const { code } of names.trades) {
    const head = code.slice(0, 2)
    const alike = names.trades.filter((one) => one.code.startsWith(head))
    const at = marking.text.search(new RegExp(`${head}(?:行业|类企业|企业|行当)`, 'u'))
    if (code.length > 2 && at >= 0) marking.take(head, alike, 'part', at)
  }
  for (const trade of names.trades) {
    const word = trade.code
    const at = marking.text.indexOf(word)
    if (at < 0) continue
    if (TRADE_NEXT.test(marking.text.slice(at + word.length)) || TRADE_BEFORE.test(marking.text.slice(0, at)))
      marking.take(word, [trade], 'whole', at)
  }
}

/** Up to so many signs a part may have, and a name by its sound. */
const LONGEST_PART = 10

interface Hit {
  readonly from: number
  readonly word: string
  readonly places: readonly Place[]
  readonly how: Mention['how']
}

/** Two signs, parts and sounds: only where at least one sign is explained by nothing else. */
function markShort(marking: Marking, names: NameIndex): void {
  for (let round = 0; round < 6; round++) {
    const { text } = marking
    const cover = coverOf(text)
    const hits: Hit[] = []
    for (let from = 0; from < text.length; from++) {
      for (let size = 2; size <= LONGEST_PART && from + size <= text.length; size++) {
        const over = cover.slice(from, from + size)
        if (over.includes('m')) break
        const word = text.slice(from, from + size)
        const isBare = /^(?:那边|这边|公司|厂|那家|的(?:企业|公司)|镇|乡|街道|集团)/u.test(
          text.slice(from + size),
        )
        // 家和还有几件: two holding signs at the very beginning, where only a name could stand.
        const isFirst = from === 0 && size === 2 && over === 'hh' && /^(?:没|还有|的|那|超|现|今|这|上|有|到底|报)/u.test(text.slice(2))
        if (!over.includes('?') && !isFirst && !(isBare && !over.includes('w'))) continue
        const hit = lookUp(names, word, text.slice(from + size), over)
        if (hit !== undefined) hits.push({ from, word, ...hit })
      }
    }
    const best = hits.sort((a, b) => rank(b) - rank(a) || b.word.length - a.word.length || a.from - b.from)[0]
    if (best === undefined) return
    marking.take(best.word, best.places, best.how, best.from)
  }
}

const HOW_SURE = { whole: 3, person: 3, part: 2, sound: 1 } as const
/** As the roster writes it before a part, a part before a sound; but a longer name by its sound before a short part. */
const rank = ({ how, word }: Hit) => word.length * 2 + HOW_SURE[how]

function lookUp(
  names: NameIndex,
  word: string,
  next: string,
  over: string,
): Pick<Hit, 'places' | 'how'> | undefined {
  if (/^(?:行业)?(?:商会|协会)/u.test(next)) return undefined
  const whole = names.whole.get(word)
  if (whole !== undefined) {
    const isPerson =
      whole.every(({ kind, label }) => kind === 'company' && !label.includes(word)) && !names.parts.has(word)
    return { places: withSharers(names, word, whole), how: isPerson ? 'person' : 'whole' }
  }
  const parts = names.parts.get(word)
  const byPart = parts === undefined ? undefined : ofParts(parts, names.heads.get(word) ?? [], word, next)
  if (byPart !== undefined && byPart.places.length > 0) return byPart
  if (over.includes('w')) return undefined
  const heard = soundKeys(word).flatMap((key) => [
    ...(names.wholeBySound.get(key) ?? []),
    ...(word.length >= 2 ? (names.headsBySound.get(key) ?? []) : []),
  ])
  const fitting = heard.filter(({ name, place }) => name.length === word.length)
  if (fitting.length === 0) return undefined
  // Two signs alone sound like too much: one of them has to be right, or nothing else can be meant.
  if (word.length === 2 && over.includes('h') && over !== 'hh' && !fitting.some(({ name }) => sharesSign(name, word)))
    return undefined
  const right = fitting.filter(({ name }) => sharesSign(name, word))
  return { places: unique((right.length > 0 ? right : fitting).map(({ place }) => place)), how: 'sound' }
}

const sharesSign = (a: string, b: string) => [...a].some((sign, i) => sign === b[i])

/** 柳溪 may be the town or a firm: 柳溪镇 is written out, 柳溪的企业 is the town's. */
function ofParts(
  parts: readonly Place[],
  heads: readonly Place[],
  word: string,
  next: string,
): Pick<Hit, 'places' | 'how'> {
  const towns = parts.filter(({ kind }) => kind === 'town')
  const isTown =
    /^(?:那边|这边|的)?(?:各|所有|几家|哪家)?(?:企业|公司|厂|那片|片区|境内|辖区|乡|镇|街道)/u.test(next)
  if (towns.length > 0 && isTown) return { places: towns, how: 'part' }
  const isPointed = /^(?:那|这)(?:家|个)|^厂|^公司/u.test(next)
  // A firm is known by how its name begins; 机械 is the end of one only where it is pointed at.
  const firms = parts.filter(
    ({ kind, code }) =>
      kind === 'company' && (isPointed || word.length > 2 || heads.some((head) => head.code === code)),
  )
  const begins = firms.filter(({ label }) => label.includes(word))
  return { places: [...(begins.length > 0 ? begins : firms), ...towns], how: 'part' }
}

/** 科技和财政哪个慢: units by the two signs before 局. */
function markBareUnits(marking: Marking, directory: Directory): void {
  for (let at = 0; at + 2 <= marking.text.length; at++) {
    const word = marking.text.slice(at, at + 2)
    const over = coverOf(marking.text).slice(at, at + 2)
    if (!/^\?[?h]$|^h\?$/u.test(over)) continue
    const [only, ...others] = unitsNamed(directory, `${word}局`).filter((one) => one.word === `${word}局`)
    if (only !== undefined && others.length === 0)
      marking.take(word, [{ kind: 'unit', code: only.unit.code, label: only.unit.name }], 'part', at)
  }
}

/** One syllable of a longer name was misheard or mistyped: 宏运机械 for 宏远机械. Only where nothing fits better. */
function markNear(marking: Marking, names: NameIndex, shortest: number): void {
  const { text } = marking
  for (const run of coverOf(text).matchAll(/[?h]*\?[?hw]*\??/gu)) {
    const said = text.slice(run.index, run.index + run[0].length)
    const hits: { readonly named: Named; readonly word: string }[] = []
    for (const named of names.long) {
      const size = named.name.length
      if (size < shortest || size > said.length) continue
      for (let from = 0; from + size <= said.length; from++) {
        const word = said.slice(from, from + size)
        if (sharesHalf(word, named.name) && isNearly(word, named.name)) hits.push({ named, word })
      }
    }
    const longest = Math.max(0, ...hits.map(({ word }) => word.length))
    const best = hits.filter(({ word }) => word.length === longest)
    const [first] = best
    if (first === undefined) continue
    // 宏运 sounds like 鸿运 as well: whoever is called so may be meant too.
    const alike = soundKeys(first.word.slice(0, 2)).flatMap((key) => names.headsBySound.get(key) ?? [])
    const places = unique([
      ...best.filter(({ word }) => word === first.word).map(({ named }) => named.place),
      ...alike.filter(({ name }) => name.length === 2).map(({ place }) => place),
    ])
    marking.take(first.word, places, 'sound')
  }
}

/** Cheap, for thousands of names: at least half of the signs are written right. */
function sharesHalf(said: string, name: string): boolean {
  let right = 0
  for (let i = 0; i < name.length; i++) if (said.charCodeAt(i) === name.charCodeAt(i)) right += 1
  return right * 2 >= name.length && right < name.length
}

/** All signs but one sound alike, and that one is heard nearly; most signs are written right. */
function isNearly(said: string, name: string): boolean {
  const signs = [...name]
  let apart = 0
  let wrong = 0
  for (const [i, sign] of [...said].entries()) {
    const meant = signs[i] ?? ''
    if (sign === meant) continue
    wrong += 1
    if (soundsAlike(sign, meant)) continue
    apart += 1
    if (apart > 1 || !isHeardFor(sign, meant)) return false
  }
  return apart === 1 && wrong <= signs.length / 2 && signs.length >= 3
}

/** yun for yuan, lin for lian: one sound more or less in the syllable. */
const isHeardFor = (a: string, b: string): boolean =>
  readingsOf(a).some((one) =>
    readingsOf(b).some((other) => {
      const [short = '', long = ''] = [one, other].sort((x, y) => x.length - y.length)
      if (long.length - short.length !== 1 || short[0] !== long[0]) return false
      return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
    }),
  )
