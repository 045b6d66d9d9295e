/** 佳和缺工三十个，顺达停电的事还没完: which problems were told, and of which company. Pure. */
import type { Matters } from '../visits-parts.ts'
import type { Mention } from './place-mentions.ts'
import type { FoundProblem } from './visit-draft.ts'

const GOES_ON =
  /(?:还|仍|一直|依然|依旧|至今|到现在)(?:是|都|也)?(?:没有?|未)(?:完|解决|办|弄|处理|有?结果|落实|好|修|通|到账|兑现|消息|下文|批|给|要回|收回|追回|拿到)|(?:老问题|上次(?:说|提|反映)的|之前(?:说|提|反映)的|那个?(?:事|问题))[^，。,]{0,10}(?:还|没|未|又)|的(?:事|问题)(?:还|仍|又|依然)/u
/** Something is amiss, where the appeals' rules see no field of theirs. */
const AMISS =
  /问题|困难|难(?!得|怪|忘)|缺|没有?(?!问题|困难|啥|什么|事)|不(?!错|少|断|仅|光|但|过|用)|堵|坏|欠|拖|卡|贵|慢|涨|亏|紧张|压力|希望|想(?:要|让|请|扩|建|上)|要求|建议|反映|诉求|需要|愁|急|投诉|纠纷|超标|隐患|停(?!车场)|断|漏|塌|罚/u
const FINE =
  /^(?:其他|别的|整体|总体|生产|经营|企业|订单|一切|都|目前|暂时)*(?:都|也)?(?:挺好|很好|不错|正常|平稳|顺利|稳定|没(?:有|啥|什么)?(?:别的|其他的?|大)?(?:问题|困难|事|诉求)|无(?:诉求|问题)|满意|红火|饱满)/u
/** 贷款办好了挺满意, 停电的事解决了: what is over is no problem any more. */
const OVER =
  /^[^没未不]*(?:办好|办成|办完|办妥|办下来|批下来|解决|处理好|落实|到账|放款|修好|弄好|接通|续上|招到|招满|要回来|拿到)了?(?:一?些|人)?(?:(?:也|都|还|挺|很|非常|比较|蛮)*(?:满意|高兴|感谢|感激|不错|顺利|好))*[了的吧啦]*$/u
const POLITE =
  /^(?:(?:问题|困难|诉求|情况)?(?:主要)?(?:是|有)?[一二两三四五六几\d]+(?:个|件|条|点)(?:事情?|问题|困难|诉求|情况)?|就(?:这些|这样|这么多)|谢谢|辛苦了?|好的?|完毕|记一下|请记录|以上)[了吧。]*$/u
/** In front of what they told: 说, 那边, 的老板反映. */
const SPEAKS =
  /^(?:那边|这边|那里|那儿|大家|人家|对方|他们|他家|这家|老板|负责人|企业|公司|厂里|厂子|方面|的|也|则|还|就|主要|[一二三]是|一个是|发现|了解到|说|讲|反映|反应|提出|提到|表示|是|有|,|，|：|:|\s)+/u
const BREAK =
  /[。；;\n！!]|[，,](?:另外|还有|[还又也](?:说|提到?|讲|反映)(?:了|起)?|还(?=想要?)|再就?一?个?是|其次|第[一二三四五]|[一二三四五]是)|(?:^|[，,。；;：:\s])(?:\d[.、)）]|[①②③④⑤])/u

/** What is still said of having been there, before anything is told. */
const STILL_THERE =
  /^(?:[两三四五几]?家|企业|公司|那边|现场|车间|厂里|的?(?:困难|特困|患病|受伤|一线|退休|老)*(?:职工|员工|工人|党员|家属|群众|企业家|代表)(?!反映|说|难|不|没|缺)|(?:召)?开(?:了|过)?(?:个|一个|场|一场)?[^，。,]{0,8}会|[看转走听坐聊](?:了|一)?[看转走听坐聊]|[看转走听坐聊调慰](?:了|过)?(?:一?[下圈趟会]儿?|半天)|走访|调研|座谈|慰问|看望|拍砖|回来|出来|过来|了|过|一?趟|一?下|，|,|：|:|\s)+/u
/** 3月1号 alone is when, not what. */
const WHEN =
  /^(?:(?:今|昨|前)[天日]|上?(?:个)?(?:周|星期)[一二三四五六日天]|\d{1,2}月\d{1,2}[日号]|[上下中]午|早上|晚上)+$/u

/** 又去了, after a problem was told: the next place. 遇到 is none. */
export const AGAIN =
  /(?:^|[，,。；;：:\s]|[上下中]午|晚上|然后|接着|后来|随后|顺路|又|再|还)(?:上午|下午|中午|晚上|然后|接着|后来|随后|又|再|还|也|先|顺路|我们?)*(?:去|到|走访|慰问|看望|调研|看|跑)(?:了|过)?(?:一?趟|一?下)?$/u

interface Segment {
  readonly company: string | null
  readonly words: string
}

/** From where the list of places ends; `visited` are the companies of that list. */
export function siftProblems(
  text: string,
  from: number,
  mentions: readonly Mention[],
  visited: readonly string[],
  read: Matters['read'],
): readonly FoundProblem[] {
  // Of several places the first stands alone where its troubles are told before the next is gone to.
  const inHead = new Set(mentions.flatMap(({ end, companies }) => (end <= from ? companies : [])))
  const [only, ...others] = inHead.size === 0 ? visited : visited.filter((code) => inHead.has(code))
  const sole = others.length === 0 ? (only ?? null) : null
  return segmentsOf(text, from, mentions, visited, sole).flatMap(({ company, words }) =>
    problemsIn(words, read).map(
      (one): FoundProblem => ({ ...one, company, link: null, linkLine: null, alone: false }),
    ),
  )
}

function segmentsOf(
  text: string,
  from: number,
  mentions: readonly Mention[],
  visited: readonly string[],
  sole: string | null,
): readonly Segment[] {
  const segments: Segment[] = []
  let at = from + (STILL_THERE.exec(text.slice(from))?.[0].length ?? 0)
  // 去了佳和和顺达，宏远缺工三十个: words that follow a name at once are of that name.
  const beside = mentions.find(({ end }) => end === from)?.companies
  const isBeside = at === from && /^\p{Script=Han}/u.test(text.slice(from))
  let company = sole ?? (isBeside && beside?.length === 1 ? (beside[0] ?? null) : null)
  for (const mention of mentions) {
    if (mention.at < from) continue
    const [code, ...more] = mention.companies
    // Somebody they owe money, or buy from, is told of and not speaking.
    if (code === undefined || more.length > 0 || mention.at < at || isObject(text, mention.at)) continue
    // Who was not visited speaks only where a clause begins with them: 会上顺达说.
    const begins = /(?:^|[，,。；;：:\s]|会上|其中)$/u.test(text.slice(0, mention.at))
    if (!visited.includes(code) && !begins) continue
    segments.push({ company, words: text.slice(at, mention.at).replace(AGAIN, '') })
    company = code
    at = mention.end
  }
  segments.push({ company, words: text.slice(at) })
  return segments
}

/** 欠顺达的钱, 跟顺达扯皮: the name is not who the words are about. */
const isObject = (text: string, at: number) =>
  /(?:欠|跟|和|给|找|被|向|与|告|骗|替|比)$/u.test(text.slice(0, at))

type Told = Pick<FoundProblem, 'words' | 'category' | 'goesOn'>

/** A comma parts two problems only where both speak of a field of their own. */
function problemsIn(words: string, read: Matters['read']): readonly Told[] {
  return words
    .split(BREAK)
    .flatMap((part) => (part === undefined ? [] : joined(part, read)))
    .map(({ words: one, category }) => ({ words: one, category, goesOn: GOES_ON.test(one) }))
}

interface Part {
  words: string
  category: FoundProblem['category']
  isAmiss: boolean
}

function joined(sentence: string, read: Matters['read']): readonly Part[] {
  const parts: Part[] = []
  for (const clause of sentence.split(/[，,：:\s]+/u)) {
    const words = clause
      .trim()
      .replace(SPEAKS, '')
      .replace(/[，,、。\s]+$/u, '')
      .trim()
    if (
      [...words].length < 2 ||
      FINE.test(words) ||
      OVER.test(words) ||
      POLITE.test(words) ||
      WHEN.test(words)
    )
      continue
    const { category, isTrouble } = read(words)
    const isAmiss = category !== null || isTrouble || AMISS.test(words)
    const last = parts.at(-1)
    const isAnother = category !== null && last?.category !== null && category !== last?.category
    // 订单还可以，就是招不到人: what is well is no part of the trouble told after it.
    if (last !== undefined && !last.isAmiss && isAmiss && [...last.words].length >= 4) parts.pop()
    if (last === undefined || parts.length === 0 || (isAnother && last.isAmiss))
      parts.push({ words, category, isAmiss })
    else {
      last.words = `${last.words}，${words}`
      last.category ??= category
      last.isAmiss ||= isAmiss
    }
  }
  return parts.filter(({ isAmiss }) => isAmiss)
}
