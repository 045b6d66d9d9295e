/** Words in common, by pairs of signs and how rare a pair is among the matters around. No dictionary needed. Pure. */
import { forgive } from '../reading/forgive.ts'
import { everyCategory } from '../reading/lexicon/every-category.ts'

/** How people talk, whatever they talk about. */
const manner =
  /能不能|能否|可不可以|帮忙|帮我们?|协调|反映|解决|处理|一下|麻烦|领导|你们|您好|请问|希望|谢谢|我们|俺们|咱们|他们|我家|我厂|公司|企业|厂里|厂子|工厂|单位|部门|现在|目前|已经|一直|到现在|怎么|什么|为啥|为什么|时候|没人管|没人|没有|还没|不了|不到|要求|情况|问题|事情|那个|这个|这边|那边|这里|上次|之前|前几天|昨天|今天|前天|去年|今年|今早|赶紧|尽快|抓紧|实在|真的|受不了|没法|不能|不让|好几|都是|就是|因为|所以|但是|还是|只能|应该|可以|知道|觉得|告诉|找谁|谁管|半个|个月|半年|一年|两年|几年|小时|钟头|分钟|万块|万元|多万|块钱|[0-9零一二两三四五六七八九十百千几多]+(?:个|天|年|月|日|号|万|元|块|次|回|家|人|吨|亩|点|度|趟|条|台)?|[，,。.；;：:、！!？?\s（）()“”"'…~-]/gu

/** Pairs that only say which field it is: 停电 and 贷款 are said by everybody who has such a matter. */
const fieldPairs = new Set(
  everyCategory.flatMap(({ troubles, topics, hints }) =>
    [troubles, topics, hints].flatMap((words) => words.split(' ').flatMap((word) => pairsOf([word]))),
  ),
)

function pairsOf(runs: readonly string[]): string[] {
  return runs.flatMap((run) => {
    const signs = [...run]
    return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
  })
}

/** What is left to compare: runs of signs between which manner was. */
export function runsOf(text: string): readonly string[] {
  return forgive(text.slice(0, 1_000))
    .toLowerCase()
    .replace(manner, '\n')
    .split('\n')
    .filter((run) => run.length >= 2)
}

export interface Rarity {
  /** How much a pair of signs says, roughly 0.3 to 3. */
  of(pair: string): number
}

/** Rare is what few of the matters around say. With few of them, everything is about as rare. */
export function rarityAmong(texts: readonly string[]): Rarity {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const pair of new Set(pairsOf(runsOf(text)))) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const all = texts.length + 20
  return {
    of: (pair) =>
      (Math.log(all / ((counts.get(pair) ?? 0) + 1)) / Math.log(20)) * (fieldPairs.has(pair) ? 0.35 : 1),
  }
}

export interface Shared {
  /** How much both say, in rare pairs. */
  readonly weight: number
  /** The longest stretches both say, at most two, for the reason. */
  readonly words: readonly string[]
}

export function sharedWords(a: string, b: string, rarity: Rarity): Shared {
  const theirs = new Set(pairsOf(runsOf(b)))
  const common = new Set(pairsOf(runsOf(a)).filter((pair) => theirs.has(pair)))
  return {
    weight: [...common].reduce((sum, pair) => sum + rarity.of(pair), 0),
    words: stretches(a, common, rarity),
  }
}

/** Neighbouring pairs joined: 高企 and 企奖 and 奖补 are 高企奖补. */
function stretches(text: string, common: ReadonlySet<string>, rarity: Rarity): readonly string[] {
  const found = new Map<string, number>()
  for (const run of runsOf(text)) {
    const signs = [...run]
    let stretch = ''
    let weight = 0
    const close = () => {
      if (stretch.length >= 2) found.set(stretch, weight)
      stretch = ''
      weight = 0
    }
    for (let at = 1; at < signs.length; at++) {
      const pair = `${signs[at - 1]}${signs[at]}`
      if (!common.has(pair)) close()
      else {
        stretch = stretch === '' ? pair : `${stretch}${signs[at]}`
        weight += rarity.of(pair)
      }
    }
    close()
  }
  return [...found]
    .sort((x, y) => y[1] - x[1])
    .slice(0, 2)
    .map(([words]) => words)
}
