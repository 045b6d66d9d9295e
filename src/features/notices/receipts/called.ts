/** 张总, 老秦, 李会计, 宏远的周总: whom words at the beginning of a clause call, by the roster as a whole. Pure. */
import { type Directory, type RosterPerson, spokenName } from '../../../kernel/directory.ts'
import { listSpellings } from '../../../kernel/privacy/names.ts'
import { brandOf } from '../../../kernel/privacy.ts'

/**
 * `full` the whole name; `given` 建国; `surname` 周总, 老周; `title` 会长 alone; `company` 宏远机械 alone;
 * `kin` 我们老板; `unknown` what looks like a name that nobody of the roster has.
 */
export type CalledForm = 'full' | 'given' | 'surname' | 'title' | 'company' | 'kin' | 'unknown'

export interface Called {
  readonly word: string
  readonly form: CalledForm
  /** Everybody of the roster whom it fits, whether they were meant or not. */
  readonly codes: readonly string[]
}

interface Book {
  readonly directory: Directory
  readonly byName: ReadonlyMap<string, readonly string[]>
  readonly byGiven: ReadonlyMap<string, readonly string[]>
  readonly bySurname: ReadonlyMap<string, readonly string[]>
  readonly byTitle: ReadonlyMap<string, readonly string[]>
  /** Codes of companies by every name they go by. */
  readonly companies: ReadonlyMap<string, readonly string[]>
  readonly staffOf: ReadonlyMap<string, readonly string[]>
}

const TWO_SIGNS = /^(?:欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文)/u
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌苗凤花俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛禹狄臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓洪左石崔吉龚程邢裴陆荣翁荀甄曲封储段焦侯宁仇甘祖武符刘景詹龙叶白赖卓蔺屠池乔阎翟谭申冉桂牛寿边燕尚温庄晏柴瞿充习艾容向古易慎廖终衡耿满匡文寇广东沃聂晁敖冷辛简饶沙丰关蒯查岳帅闫肖代付'
/** The longest first: 副会长 is no 会长, 总经理 no 总. */
const TITLES =
  '董事长|总经理|副会长|副总|监事长|秘书长|办公室主任|党支部书记|会长|理事长|理事|经理|厂长|院长|校长|主任|主席|书记|老板|老师|师傅|会计|律师|队长|村长|镇长|总|董|工|哥|姐|叔|姨|嫂|爷'
const TITLE = new RegExp(`^(?:${TITLES})`, 'u')
const ALONE = /^(?:副会长|会长|秘书长|理事长|监事长|书记)/u
/** Somebody close, whom the roster does not know as such. */
const KIN =
  /^(?:我们?|俺们?|咱们?)?(?:家)?(?:老板娘?|老总|老公|老婆|媳妇|爱人|掌柜|领导|头儿|爸|妈|哥|弟|姐)/u

const books = new WeakMap<Directory, Book>()

export const surnameOf = (name: string) => TWO_SIGNS.exec(name)?.[0] ?? [...name][0] ?? ''

/** Every name a company goes by; 宏达起重设备有限公司 is also called 宏达起重 and 宏达. */
export function companyNames(name: string, aliases: readonly string[]): readonly string[] {
  const brand = brandOf(name)
  const shortest = listSpellings(name).at(-1) ?? name
  const shorter = [...shortest].map((_, n, letters) => letters.slice(0, n + 1).join(''))
  return [
    ...new Set([
      name,
      spokenName(name),
      shortest,
      ...shorter.filter((one) => one.length > (brand?.length ?? 2)),
      ...aliases,
      ...(brand === undefined ? [] : [brand]),
    ]),
  ].filter((one) => [...one].length >= 2)
}

function put(map: Map<string, string[]>, key: string, code: string): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [code])
  else there.push(code)
}

/** Made once for a roster. */
export function bookOf(directory: Directory): Book {
  const known = books.get(directory)
  if (known !== undefined) return known
  const byName = new Map<string, string[]>()
  const byGiven = new Map<string, string[]>()
  const bySurname = new Map<string, string[]>()
  const byTitle = new Map<string, string[]>()
  const staffOf = new Map<string, string[]>()
  const companies = new Map<string, string[]>()
  for (const person of directory.people.values()) {
    const { code, name, company } = person
    put(byName, name, code)
    put(bySurname, surnameOf(name), code)
    const given = name.slice(surnameOf(name).length)
    if ([...given].length === 2) put(byGiven, given, code)
    for (const title of titlesOf(person)) put(byTitle, title, code)
    if (company !== undefined) put(staffOf, company, code)
  }
  for (const { code, name, aliases } of directory.companies.values()) {
    for (const one of companyNames(name, aliases)) put(companies, one, code)
  }
  const book: Book = { directory, byName, byGiven, bySurname, byTitle, companies, staffOf }
  books.set(directory, book)
  return book
}

const titlesOf = ({ title = '', roles }: RosterPerson) =>
  new Set([
    ...title.split(/[、，,/\s]+/u).filter(Boolean),
    ...(roles.includes('secretary') ? ['秘书长'] : []),
  ])

/** The longest of a map's keys with which the text begins. */
function startOf<T>(map: ReadonlyMap<string, T>, text: string, longest: number, shortest: number) {
  const letters = [...text]
  for (let length = Math.min(longest, letters.length); length >= shortest; length--) {
    const word = letters.slice(0, length).join('')
    const found = map.get(word)
    if (found !== undefined) return { word, found }
  }
  return undefined
}

/** Whom the beginning of these words calls; undefined where it calls nobody. */
export function calledAt(book: Book, text: string): Called | undefined {
  const company = startOf(book.companies, text, 20, 2)
  if (company !== undefined) return calledOfCompany(book, text, company.word, company.found)
  return KIN.test(text) ? kin(text) : personAt(book, text)
}

function kin(text: string): Called | undefined {
  const [word = ''] = KIN.exec(text) ?? []
  return { word, form: 'kin', codes: [] }
}

function personAt(book: Book, text: string): Called | undefined {
  const full = startOf(book.byName, text, 6, 2)
  if (full !== undefined)
    return { word: full.word + titleAfter(text, full.word), form: 'full', codes: full.found }
  const familiar = /^[老小阿](?!板|总|师|公|婆|家|心|时|区|学|爷)/u.exec(text)
  const head = familiar === null ? text : text.slice(1)
  const surname = TWO_SIGNS.exec(head)?.[0] ?? [...head][0] ?? ''
  const after = head.slice(surname.length)
  const title = TITLE.exec(after)?.[0]
  if (familiar !== null && (book.bySurname.has(surname) || SURNAMES.includes(surname)))
    return {
      word: familiar[0] + surname + (title ?? ''),
      form: 'surname',
      codes: book.bySurname.get(surname) ?? [],
    }
  if (title !== undefined && (book.bySurname.has(surname) || SURNAMES.includes(surname)))
    return { word: surname + title, form: 'surname', codes: book.bySurname.get(surname) ?? [] }
  const given = startOf(book.byGiven, text, 2, 2)
  if (given !== undefined)
    return { word: given.word + titleAfter(text, given.word), form: 'given', codes: given.found }
  const alone = ALONE.exec(text)?.[0]
  if (alone !== undefined) return { word: alone, form: 'title', codes: book.byTitle.get(alone) ?? [] }
  return strangeName(text)
}

const titleAfter = (text: string, word: string) => TITLE.exec(text.slice(word.length))?.[0] ?? ''

/** 李建国收到, and nobody of that name is in the roster. */
function strangeName(text: string): Called | undefined {
  const word = new RegExp(
    `^[${SURNAMES}]\\p{Script=Han}{1,2}?(?=(?:他|她|也|都|已经?|均|说|代)*(?:收到|收悉|请假))`,
    'u',
  ).exec(text)?.[0]
  const isWord = /^(?:方才|高兴|安排|金额|于是|关于|应该|都|文件|时间|温馨|全部|向|江湖|白天|万一|和)/u
  return word === undefined || isWord.test(word) ? undefined : { word, form: 'unknown', codes: [] }
}

/** 宏远机械, 宏远的周总, 宏远机械周建国: a person of that company where one is named. */
function calledOfCompany(book: Book, text: string, word: string, companies: readonly string[]): Called {
  const rest = text.slice(word.length)
  const of = /^[的\s]*/u.exec(rest)?.[0] ?? ''
  const staff = companies.flatMap((code) => book.staffOf.get(code) ?? [])
  const person = personAt(book, rest.slice(of.length))
  // 永福 begins 永福五金 and 永福五金的钱永福; what follows a company and names nobody of it belongs to the next words.
  if (person === undefined || person.form === 'title' || person.form === 'unknown')
    return { word, form: 'company', codes: staff }
  const theirs = person.codes.filter((code) => staff.includes(code))
  return { word: word + of + person.word, form: person.form, codes: theirs }
}
