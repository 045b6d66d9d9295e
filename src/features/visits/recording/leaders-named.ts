/** 王市长, 王县长, 王明远: which leaders some words name, and who went in whose place. Pure. */
import { type Directory, peopleWithRole, type RosterPerson } from '../../../kernel/directory.ts'

export interface LeaderMention {
  readonly at: number
  readonly words: string
  /** Codes; several where the words could mean any of them. */
  readonly leaders: readonly string[]
}

const RANK =
  '书记|县长|市长|区长|旗长|镇长|乡长|局长|主任|主席|部长|秘书长|会长|常委|专员|州长|政委|主委|县委常委|市委常委'
const SHORT: Readonly<Record<string, string>> = { 县: '县长', 市: '市长', 区: '区长', 部: '部长', 主: '主任' }
const TWO_SIGN_SURNAMES = /^(?:欧阳|司马|上官|诸葛|司徒|皇甫|尉迟|慕容|令狐|长孙|宇文|夏侯|东方)/u

const surnameOf = (name: string) => TWO_SIGN_SURNAMES.exec(name)?.[0] ?? name.slice(0, 1)

/** 副县长 is called 县长 to the face; a 市长 of words may be the 副市长 of the roster. */
const holds = ({ title = '' }: RosterPerson, rank: string) => title.includes(rank)

export function leadersNamed(directory: Directory, text: string): readonly LeaderMention[] {
  const leaders = peopleWithRole(directory, 'leader')
  const found: LeaderMention[] = []
  for (const [name, some] of Map.groupBy(leaders, ({ name: one }) => one)) {
    const at = text.indexOf(name)
    if (at >= 0 && name.length >= 2) found.push({ at, words: name, leaders: some.map(({ code }) => code) })
  }
  for (const [surname, some] of Map.groupBy(leaders, ({ name }) => surnameOf(name))) {
    const sign = new RegExp(
      `${surname}(?:副)?(?:(${RANK})|([${Object.keys(SHORT).join('')}])(?=走|去|调|到|来|看|[，,、\\s]))`,
      'gu',
    )
    for (const match of text.matchAll(sign)) {
      const rank = match[1] ?? SHORT[match[2] ?? ''] ?? ''
      const exact = some.filter((one) => holds(one, rank))
      // 王市长 in a county whose leader of that name is a 县长: still the only one so called.
      const meant = exact.length > 0 ? exact : some
      if (found.some(({ at, words }) => match.index >= at && match.index < at + words.length)) continue
      found.push({ at: match.index, words: match[0], leaders: meant.map(({ code }) => code) })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

const INSTEAD = /^[^，。,]{0,4}(?:替|代表?|顶替|受)[^，。,]{0,2}$/u
const SENT = /^[^，。,]{0,6}(?:委托|让|请|安排|派)(?:了)?[^，。,]{0,2}$/u
/** 替江县长去了: the one who speaks went in their place. */
const OWN_INSTEAD = /(?:替|代表|代|受|顶替)(?:我们)?$/u

export interface WhoWent {
  /** Undefined where nobody is named. */
  readonly leader?: LeaderMention
  readonly deputy?: LeaderMention
  /** The speaker went in the named leader's place. */
  readonly speakerInstead: boolean
  /** Named beside the leader: they were there too. */
  readonly others: readonly LeaderMention[]
}

export function whoIn(text: string, named: readonly LeaderMention[]): WhoWent {
  const [first, second, ...rest] = named
  if (first === undefined) return { speakerInstead: false, others: [] }
  if (OWN_INSTEAD.test(text.slice(0, first.at)))
    return { leader: first, speakerInstead: true, others: named.slice(1) }
  if (second === undefined) return { leader: first, speakerInstead: false, others: [] }
  const between = text.slice(first.at + first.words.length, second.at)
  if (INSTEAD.test(between)) return { leader: second, deputy: first, speakerInstead: false, others: rest }
  if (SENT.test(between)) return { leader: first, deputy: second, speakerInstead: false, others: rest }
  return { leader: first, speakerInstead: false, others: [second, ...rest] }
}
