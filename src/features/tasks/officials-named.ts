/** 交给谁: units and people of the offices that some words name: 金融办, 王明远, 王县长, 书记, 你们. Pure. */
import type { Directory, RosterPerson } from '../../kernel/directory.ts'
import { unitsNamed } from '../../kernel/unit-named.ts'
import { type Addressee, isSameAddressee, OFFICE } from './task.ts'

export interface Officials {
  /** Who is to do it, in the order they were named. */
  readonly to: readonly Addressee[]
  /** Words that could mean several: 王县长 where there are two. */
  readonly unclear: { readonly words: string; readonly options: readonly Addressee[] } | undefined
}

interface Hit {
  readonly words: string
  readonly options: readonly Addressee[]
}

const RANKS =
  '书记|县长|市长|区长|旗长|镇长|乡长|州长|局长|主任|主席|部长|科长|处长|股长|所长|站长|队长|院长|行长|校长|秘书长|会长|常委|主委|理事长|总经理|董事长|经理|专员|秘书|调研员'
/** 王局, 李科: the first sign of the rank alone, as offices speak. */
const SHORT_RANKS: Readonly<Record<string, string>> = {
  局: '局长',
  科: '科长',
  处: '处长',
  县: '县长',
  市: '市长',
  镇: '镇长',
  部: '部长',
  院: '院长',
  行: '行长',
}
const TWO_SIGN_SURNAMES =
  /^(?:欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文)/u
const HOUSE = /(?:你们|工商联|工作人员|娘家|联络员)(?:的同志|这边|那边)?/u

const surnameOf = ({ name }: RosterPerson) => TWO_SIGN_SURNAMES.exec(name)?.[0] ?? [...name][0] ?? ''
const isOfficial = ({ roles }: RosterPerson) => roles.some((role) => role !== 'member')
const asAddressee = ({ code }: RosterPerson): Addressee => ({ person: code, unit: null })

/** 县委常委、常务副县长 → 常委, 县长; whether it is the vice. */
function ranksOf({
  title = '',
}: RosterPerson): readonly { readonly rank: string; readonly isVice: boolean }[] {
  return title.split(/[、，,/\s]+/u).flatMap((part) => {
    const rank = new RegExp(`(${RANKS})$`, 'u').exec(part)?.[1]
    return rank === undefined ? [] : [{ rank, isVice: part.includes('副') }]
  })
}

/** `except` is the one who speaks: 回我, and their own title, name no addressee. */
export function findOfficials(directory: Directory, said: string, except: string | undefined): Officials {
  const text = said.replace(/\s/gu, '')
  const people = [...directory.people.values()].filter((one) => isOfficial(one) && one.code !== except)
  const hits = [
    ...outermost([
      ...unitHits(directory, text),
      ...nameHits(people, text),
      ...titleHits(people, text),
      ...bareRankHits(people, text),
      ...houseHits(text),
    ]),
  ].sort((a, b) => text.indexOf(a.words) - text.indexOf(b.words))
  const meant = leading(hits, text)
  const unclear = meant.find(({ options }) => options.length > 1)
  const to: Addressee[] = []
  for (const { options } of meant) {
    const [only, ...others] = options
    if (only !== undefined && others.length === 0 && !to.some((one) => isSameAddressee(one, only)))
      to.push(only)
  }
  return { to, unclear }
}

function unitHits(directory: Directory, text: string): readonly Hit[] {
  const byWord = Map.groupBy(unitsNamed(directory, text), ({ word }) => word)
  return [...byWord].map(([words, named]) => ({
    words,
    options: [...new Set(named.map(({ unit }) => unit.code))].map((unit) => ({ person: null, unit })),
  }))
}

function nameHits(people: readonly RosterPerson[], text: string): readonly Hit[] {
  const named = people.filter(({ name }) => name.length >= 2 && text.includes(name))
  return [...Map.groupBy(named, ({ name }) => name)].map(([words, some]) => ({
    words,
    options: some.map(asAddressee),
  }))
}

/** 王县长 is whoever is called 王 and is a 县长, a vice too unless there is a full one; 王副县长 only a vice. */
function titleHits(people: readonly RosterPerson[], text: string): readonly Hit[] {
  const hits: Hit[] = []
  for (const [surname, called] of Map.groupBy(people, surnameOf)) {
    if (surname === '') continue
    const sign = new RegExp(
      `${surname}(?:(副?)(${RANKS})|([${Object.keys(SHORT_RANKS).join('')}])(?!长|[办里委府级域区场]))`,
      'gu',
    )
    for (const [words, vice, rank, short] of text.matchAll(sign)) {
      const wanted = rank ?? SHORT_RANKS[short ?? '']
      const options = withRank(called, wanted ?? '', vice === '副')
      if (options.length > 0) hits.push({ words, options: options.map(asAddressee) })
    }
  }
  return hits
}

function withRank(people: readonly RosterPerson[], rank: string, onlyVice: boolean): readonly RosterPerson[] {
  const holding = (isVice: boolean) =>
    people.filter((one) => ranksOf(one).some((held) => held.rank === rank && held.isVice === isVice))
  const full = onlyVice ? [] : holding(false)
  return full.length > 0 ? full : holding(true)
}

/** 请书记阅: nobody's name, so only where it is said to whom it goes. */
function bareRankHits(people: readonly RosterPerson[], text: string): readonly Hit[] {
  const sign = new RegExp(`(?:请|转给?|呈|报|交给?|给)((?:县委|市委|区委|县|市|区)?(副?)(${RANKS}))`, 'gu')
  return [...text.matchAll(sign)].flatMap(([, words = '', vice, rank = '']) => {
    const options = withRank(people, rank, vice === '副')
    return options.length === 0 ? [] : [{ words, options: options.map(asAddressee) }]
  })
}

function houseHits(text: string): readonly Hit[] {
  const words = HOUSE.exec(text)?.[0]
  return words === undefined ? [] : [{ words, options: [OFFICE] }]
}

/** 王明远 inside 王明远副县长, 书记 inside 李书记: the longer words are what was said. */
const outermost = (hits: readonly Hit[]): readonly Hit[] =>
  hits.filter(
    ({ words }) => !hits.some((other) => other.words.length > words.length && other.words.includes(words)),
  )

const LEADS = /^[^，。,；;、]{0,3}(?:牵头|主办|为主|负总责)/u
const HELPS = /^[^，。,；;、]{0,2}(?:配合|协助|参与|协同|协办|支持)/u
const ALSO_TOLD = /(?:抄送|抄告|并报|再报|报送|报)[^，。,；;]{0,2}$/u

/** 请金融办牵头，供电公司配合，并报王县长: of several named, those who are to do it. */
function leading(hits: readonly Hit[], text: string): readonly Hit[] {
  if (hits.length < 2) return hits
  const after = ({ words }: Hit) => text.slice(text.indexOf(words) + words.length)
  const before = ({ words }: Hit) => text.slice(0, text.indexOf(words))
  const lead = hits.filter((hit) => LEADS.test(after(hit)))
  if (lead.length > 0) return lead
  const doing = hits.filter(
    (hit) =>
      !HELPS.test(after(hit)) && !/(?:会同|配合|协同|商)$/u.test(before(hit)) && !ALSO_TOLD.test(before(hit)),
  )
  return doing.length > 0 ? doing : hits
}
