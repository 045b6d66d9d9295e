/** 东区, 工业路, 东区工业路: whether two people speak of the same place, or the same bank, by the names in their words. Pure. */

type Kind = 'town' | 'village' | 'road' | 'area' | 'water' | 'building' | 'bank'

export interface PlacePart {
  readonly kind: Kind
  /** What stands before the kind, at most four signs: 宏图 of 宏图路. Empty: 开发区, of which a county has one. */
  readonly stem: string
  readonly name: string
}

/** Longest first: 产业园区 is not 园区 with 产业 before it. */
const endings: readonly (readonly [string, Kind])[] = [
  ['产业集聚区', 'area'],
  ['经济开发区', 'area'],
  ['产业园区', 'area'],
  ['工业园区', 'area'],
  ['开发区', 'area'],
  ['经开区', 'area'],
  ['高新区', 'area'],
  ['集聚区', 'area'],
  ['工业区', 'area'],
  ['产业园', 'area'],
  ['工业园', 'area'],
  ['物流园', 'area'],
  ['园区', 'area'],
  ['商贸城', 'building'],
  ['大厦', 'building'],
  ['大楼', 'building'],
  ['创业园', 'area'],
  ['新区', 'area'],
  ['大桥', 'water'],
  ['新城', 'area'],
  ['变电站', 'building'],
  ['检测站', 'building'],
  ['公寓', 'building'],
  ['市场', 'building'],
  ['小学', 'building'],
  ['中学', 'building'],
  ['号楼', 'building'],
  ['街道', 'town'],
  ['大道', 'road'],
  ['国道', 'road'],
  ['省道', 'road'],
  ['镇', 'town'],
  ['乡', 'town'],
  ['村', 'village'],
  ['庄', 'village'],
  ['城', 'area'],
  ['园', 'area'],
  ['区', 'area'],
  ['路', 'road'],
  ['街', 'road'],
  ['桥', 'water'],
  ['渠', 'water'],
]

/** Signs and words over which no name reaches. */
const before =
  /.*(?:[的在到是从又把被给去走往我你他们这那个条座盏里边面头家都没有不了说，。,.;；:：、\s]|门口|门前|整个|突然|隔壁|夜里|晚上|下雨|附近|目前|全|几|好几|因为|修|堵|封|绕|进|出|过|逛|满)/u
const noName =
  /^(?:.*[修走绕堵封跑]|一|铁|公|电|线|网|道|马|出|退|思|套|销|迷|带|顺|半|大|小|水|光|管|活|岔|农|全|本|校|地|山|社|小|厂|片|库|辖|城|郊|校园|花|公|果|茶|校|乐|立交|县|进|全|古|长|市|本|外|内|上|下|逢|逛)$/u

const pattern = new RegExp(`(${endings.map(([ending]) => ending).join('|')})`, 'gu')
const kindOf = new Map(endings)
const banks = /农商行|农信社|信用社|村镇银行|邮储|中行|农行|工行|建行|交行|招行|[\u4e00-\u9fa5]{2}支行/gu

/** Every named part of a place in some words, each once. */
export function placesIn(text: string): readonly PlacePart[] {
  const parts = new Map<string, PlacePart>()
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const ending = match[0]
    const kind = kindOf.get(ending) as Kind
    const last = [...parts.values()].at(-1)
    // 金城大厦: what looked like a name is the beginning of one.
    const isJoined = last !== undefined && from > 0 && match.index === from && last.stem !== ''
    const stem = isJoined
      ? last.name
      : text.slice(Math.max(from, match.index - 4), match.index).replace(before, '')
    from = match.index + ending.length
    // 路灯, 路况, 区别: the ending belongs to the next word.
    if (
      /^(?:路|区|园|街|桥)$/u.test(ending) &&
      /^(?:灯|况|面|由|别|域|林|丁|上|子|费|政|障|途|口)/u.test(text.slice(from))
    ) {
      if (stem.length < 2 || !/^(?:灯|面|口|上|况)/u.test(text.slice(from))) continue
    }
    if (stem === '' ? ending.length < 2 || !/区$|产业园|工业园/u.test(ending) : noName.test(stem)) continue
    parts.set(`${kind} ${stem}`, { kind, stem, name: `${stem}${ending}` })
  }
  for (const [name] of text.matchAll(banks)) parts.set(`bank ${name}`, { kind: 'bank', stem: name, name })
  return [...parts.values()]
}

/** 夜里宏图路 and 宏图路: what stands before a name is not always cut off cleanly. */
const isSame = (a: PlacePart, b: PlacePart) =>
  a.kind === b.kind &&
  (a.stem === '' || b.stem === '' ? a.name === b.name : a.stem.endsWith(b.stem) || b.stem.endsWith(a.stem))

export interface Compared {
  /** The part that both name, the most exact one. */
  readonly same?: string
  /** A bank has many customers with troubles of their own. */
  readonly isBank: boolean
  /** Both name a road, say, and not the same one. */
  readonly differs: boolean
}

const exactness: readonly Kind[] = ['building', 'water', 'road', 'village', 'area', 'town', 'bank']

/** Nothing to compare is neither the same nor another. */
export function comparePlaces(a: readonly PlacePart[], b: readonly PlacePart[]): Compared {
  let same: PlacePart | undefined
  let differs = false
  for (const kind of exactness) {
    const ours = a.filter((part) => part.kind === kind)
    const theirs = b.filter((part) => part.kind === kind)
    if (ours.length === 0 || theirs.length === 0) continue
    const found = ours.find((one) => theirs.some((other) => isSame(one, other)))
    if (found !== undefined) same ??= found
    // The generic 开发区 says nothing against 东区.
    else if (ours.every(({ stem }) => stem !== '') && theirs.every(({ stem }) => stem !== '')) differs = true
  }
  const isBank = same?.kind === 'bank'
  return { differs, isBank, ...(same === undefined ? {} : { same: same.name }) }
}
