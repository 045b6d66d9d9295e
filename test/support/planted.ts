import { checkDigit } from '../../src/kernel/privacy/identity-numbers.ts'

/** Something that must not reach a group, as it was typed, and what is left of it however it is spelled. */
export interface Planted {
  readonly kind: 'phone' | 'identity-number' | 'plate' | 'bank-account' | 'amount' | 'person' | 'company'
  readonly typed: string
  /** What `bareOf` makes of it in any spelling. */
  readonly bare: string
}

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    pick: <T>(some: readonly T[]): T => some[below(some.length)] as T,
    digits: (n: number) => Array.from({ length: n }, () => below(10)).join(''),
  }
}
type Chance = ReturnType<typeof seeded>

const SCRIPTS = [
  '0123456789',
  '０１２３４５６７８９',
  '零一二三四五六七八九',
  '〇壹贰叁肆伍陆柒捌玖',
  '零壹貳參肆伍陸柒捌玖',
  '零幺二三四五六七八九',
  '⓪①②③④⑤⑥⑦⑧⑨',
  '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
]
const BETWEEN = ['', ' ', '-', '.', '·', '\u200b', '\n', '　', '—', ' - ', '/']
const TRADITIONAL: Readonly<Record<string, string>> = {
  志: '志',
  平: '平',
  吴: '吳',
  桂: '桂',
  兰: '蘭',
  陆: '陸',
  马: '馬',
  会: '會',
  荣: '榮',
  宋: '宋',
  远: '遠',
  云: '雲',
  机: '機',
  农: '農',
  业: '業',
  铸: '鑄',
  万: '萬',
  亿: '億',
  块: '塊',
  钱: '錢',
  辽: '遼',
  沪: '滬',
  粤: '粵',
  鲁: '魯',
  苏: '蘇',
  贵: '貴',
}
const traditional = (text: string) => [...text].map((sign) => TRADITIONAL[sign] ?? sign).join('')

/** Digits in one of the scripts people hide them in, with what they put between. */
function spell(number: string, groups: readonly number[], chance: Chance): string {
  const script = [...chance.pick(SCRIPTS)]
  const between = chance.pick(BETWEEN)
  const isEverywhere = chance.below(4) === 0
  return [...number]
    .map((sign, place) => {
      const gap = place > 0 && (isEverywhere || groups.includes(place)) ? between : ''
      return gap + (/\d/.test(sign) ? (script[Number(sign)] ?? sign) : sign)
    })
    .join('')
}

function phone(chance: Chance): Planted {
  const number = `1${3 + chance.below(7)}${chance.digits(9)}`
  return { kind: 'phone', typed: spell(number, [3, 7], chance), bare: number }
}

function identity(chance: Chance): Planted {
  const region = chance.pick(['110105', '410728', '320583', '440306'])
  const day = `${1950 + chance.below(55)}${String(1 + chance.below(12)).padStart(2, '0')}${String(1 + chance.below(28)).padStart(2, '0')}`
  const body = `${region}${day}${chance.digits(3)}`
  const number = body + checkDigit(body)
  return { kind: 'identity-number', typed: spell(number, [6, 14], chance), bare: number }
}

function account(chance: Chance): Planted {
  const body = `62${chance.digits(16)}`
  let sum = 0
  for (let place = 0; place < body.length; place += 1) {
    const digit = Number(body[body.length - 1 - place])
    const counted = place % 2 === 0 ? digit * 2 : digit
    sum += counted > 9 ? counted - 9 : counted
  }
  const number = `${body}${(10 - (sum % 10)) % 10}`
  return { kind: 'bank-account', typed: spell(number, [4, 8, 12, 16], chance), bare: number }
}

const PROVINCES = [...'京津沪渝冀豫云辽鲁苏浙粤贵']
function plate(chance: Chance): Planted {
  const province = chance.pick(PROVINCES)
  const letter = chance.pick([...'ABCDEFGH'])
  const tail = chance.digits(5)
  const between = chance.pick(['', ' ', '·', '-', '\u200b', '\n'])
  const digits = chance.pick(SCRIPTS.slice(0, 4))
  const shown = [...tail].map((sign) => [...digits][Number(sign)]).join(chance.below(4) === 0 ? between : '')
  const first = chance.below(3) === 0 ? traditional(province) : province
  return {
    kind: 'plate',
    typed: `${first}${between}${chance.below(3) === 0 ? letter.toLowerCase() : letter}${between}${shown}`,
    bare: `${letter}${tail}`,
  }
}

const HAN = '零一二三四五六七八九'
function amount(chance: Chance): Planted {
  const tens = 11 + chance.below(88)
  const tenths = 1 + chance.below(9)
  const high = Math.floor(tens / 10)
  const low = tens % 10
  const han = `${high === 1 ? '' : HAN[high]}十${low === 0 ? '' : HAN[low]}万${HAN[tenths]}千`
  const typed = chance.pick([
    `${tens}.${tenths}万`,
    `${tens}.${tenths}萬元`,
    `${tens}.${tenths} 万元`,
    `${tens}.${tenths}w`,
    `${tens}.${tenths}\n万元`,
    `￥${tens},${tenths}00`,
    `${tens}${tenths}000块钱`,
    `${tens}${tenths}000塊錢`,
    `${spellPlain(`${tens}.${tenths}`)}万元`,
    `人民币${tens}${tenths}000圆`,
    han,
    traditional(han),
    `${high === 1 ? '' : HAN[high]}拾${low === 0 ? '' : HAN[low]}万`,
  ])
  return { kind: 'amount', typed, bare: bareOf(typed) }
}
const spellPlain = (text: string) =>
  [...text]
    .map((sign) => (/\d/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : '．'))
    .join('')

function name(kind: 'person' | 'company', all: readonly string[], chance: Chance): Planted {
  const plain = chance.pick(all)
  const between = chance.pick(['', '', ' ', '\u200b', '·', '-', '\n'])
  const signs = [...(chance.below(3) === 0 ? traditional(plain) : plain)]
  return { kind, typed: signs.join(between), bare: plain }
}

/** Two to five of them, of every kind in turn. */
export function plant(
  names: { readonly people: readonly string[]; readonly companies: readonly string[] },
  chance: Chance,
): readonly Planted[] {
  const makers = [
    phone,
    identity,
    account,
    plate,
    amount,
    (one: Chance) => name('person', names.people, one),
    (one: Chance) => name('company', names.companies, one),
  ]
  const first = chance.below(makers.length)
  const many = 2 + chance.below(4)
  return Array.from({ length: many }, (_, n) => makers[(first + n) % makers.length]?.(chance) as Planted)
}

const SIMPLE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TRADITIONAL).map(([simple, other]) => [other, simple]),
)

/** A text with every spelling undone, written without the product's own means: what a patient reader makes of it. */
export function bareOf(text: string): string {
  return [...text.normalize('NFKC')]
    .map((sign) => SIMPLE[sign] ?? sign)
    .map((sign) => {
      const digit = '零一二三四五六七八九'.indexOf(sign)
      if (digit >= 0) return String(digit)
      const formal = '〇壹贰叁肆伍陆柒捌玖'.indexOf(sign)
      if (formal >= 0 && sign !== '陆') return String(formal)
      const old = '零壹貳參肆伍陸柒捌玖'.indexOf(sign)
      if (old >= 0) return String(old)
      return sign === '幺' ? '1' : sign === '⓪' ? '0' : sign
    })
    .join('')
    .replace(/[\s\u200b\-.·—/,，￥¥]/gu, '')
    .toUpperCase()
}
