/** What a document's own text says about others: 《…》同时废止, 对《…》作如下修改, 代替《…》. */

import type { Passage, ReadDocument } from '../library/policy-document.ts'
import { DATE_PATTERN, readDate } from '../reading/chinese-dates.ts'
import type { DocumentMention, Relation } from './document-link.ts'

const NUMBER =
  '[\\p{Script=Han}]{1,14}[〔［[【(（]\\s*\\d{4}\\s*[〕］\\]】)）]\\s*(?:第\\s*)?\\d{1,5}\\s*号|[\\p{Script=Han}]{2,14}令第?[\\d一二三四五六七八九十百]+号'
/** 《…》 with the number that may follow in brackets, or a number by itself. */
const OTHER = new RegExp(`《((?:[^《》]|《[^《》]*》)+)》(?:\\s*[（(](${NUMBER})[）)])?|(${NUMBER})`, 'gu')

type Form = { relation: Relation; after?: RegExp; before?: RegExp }

/** What stands after the titles (`after`) or before them (`before`) in the sentence. */
const FORMS: readonly Form[] = [
  {
    relation: 'repeals',
    after:
      /^[^《》。；;]{0,24}?(?:同时|即行|予以|一并|随之|相应|已|均|自行|正式)?\s*(?:废止|失效|停止(?:执行|施行|使用)|不再(?:执行|施行|适用|有效))/u,
  },
  { relation: 'repeals', before: /(?:废止|停止执行|不再执行)(?:了|原|下列|以下|文件|规定|[：:\s])*$/u },
  { relation: 'replaces', before: /(?:代替|替代|取代)(?:了|原|[：:\s])*$/u },
  {
    relation: 'replaces',
    after: /^[^《》。；;]{0,12}?(?:由|被)(?:本[办法条例规定细则通知意见]{1,2})(?:代替|替代|取代)/u,
  },
  {
    relation: 'amends',
    after: /^[^《》。；;]{0,16}?(?:作(?:出)?(?:如下|以下)?(?:修改|修订|修正|调整)|修改(?:为|如下)|修订如下)/u,
  },
  { relation: 'amends', before: /(?:关于|决定|现予?|现将)(?:修改|修订|修正)(?:了|部分|[：:\s])*$/u },
]
/** 废止 of something that is no document of this house: a rule about rules, or what may happen one day. */
const NOT_SAID =
  /(?:是否|应当及时|可以|需要|拟|建议|定期|如需|依照|程序|情况|清理|研究)[^。；]{0,12}(?:修改|废止|修订)/u
const LONGEST_QUOTE = 300

/** In the order of the text, each other document once for each relation. Never itself. */
export function readLinks({ title, passages }: Pick<ReadDocument, 'title' | 'passages'>): DocumentMention[] {
  const found = new Map<string, DocumentMention>()
  for (const mention of [...fromTitle(title), ...passages.flatMap(fromPassage)]) {
    const key = `${mention.relation} ${mention.title}`
    if (flat(mention.title) !== flat(title) && !found.has(key)) found.set(key, mention)
  }
  return [...found.values()]
}

/** 关于废止《…》的决定, 关于修改《…》的通知. */
function fromTitle(title: string): DocumentMention[] {
  const match = /关于(废止|修改|修订|修正)(?:部分)?[《〈](.+)[》〉]/u.exec(title)
  if (match === null) return []
  const relation = match[1] === '废止' ? 'repeals' : 'amends'
  return [{ relation, title: (match[2] ?? '').trim(), quote: title }]
}

function fromPassage({ text, kind }: Passage): DocumentMention[] {
  if (kind !== undefined || !/废止|失效|停止|不再|代替|替代|取代|修改|修订|修正/u.test(text)) return []
  return text.split(/(?<=[。；;\n])/u).flatMap(fromSentence)
}

function fromSentence(sentence: string): DocumentMention[] {
  const others = [...sentence.matchAll(OTHER)]
  if (others.length === 0 || NOT_SAID.test(sentence)) return []
  const quote = sentence.trim().slice(0, LONGEST_QUOTE)
  return others.flatMap((match, at) => {
    const relation = relationOf(sentence, others, at)
    const number = (match[2] ?? match[3])
      ?.replace(/\s+/gu, '')
      .replace(/^.*(?:原|将|对|和|及|与)(?=\p{Script=Han}{2})/u, '')
    const title = (match[1] ?? number ?? '').trim()
    if (relation === undefined || title === '') return []
    const from = dayIn(sentence, match.index)
    return [
      {
        relation,
        title,
        quote,
        ...(number === undefined ? {} : { number }),
        ...(from === undefined ? {} : { from }),
      },
    ]
  })
}

/** Several titles share one verb: 《甲》《乙》和《丙》同时废止. */
function relationOf(sentence: string, others: readonly RegExpExecArray[], at: number): Relation | undefined {
  for (const { relation, after, before } of FORMS) {
    if (after !== undefined) {
      const last = lastOfList(sentence, others, at)
      const match = after.exec(sentence.slice(last.index + last[0].length))
      // 《…》第五条同时废止: the rest of it goes on.
      if (match !== null) return /第[^。]{1,6}[条款项]/u.test(match[0]) ? 'amends' : relation
    } else if (before?.test(sentence.slice(0, firstOfList(sentence, others, at).index))) return relation
  }
  return undefined
}

const JOINED = /^[\s、，,和及与以]*(?:等)?[\s、，,和及与以]*$/u

function lastOfList(sentence: string, others: readonly RegExpExecArray[], at: number): RegExpExecArray {
  let last = others[at] as RegExpExecArray
  for (const next of others.slice(at + 1)) {
    if (!JOINED.test(sentence.slice(last.index + last[0].length, next.index))) break
    last = next
  }
  return last
}

function firstOfList(sentence: string, others: readonly RegExpExecArray[], at: number): RegExpExecArray {
  let first = others[at] as RegExpExecArray
  for (const before of others.slice(0, at).reverse()) {
    if (!JOINED.test(sentence.slice(before.index + before[0].length, first.index))) break
    first = before
  }
  return first
}

/** 自2025年6月1日起施行，《…》同时废止: the day is the document's own; 《…》自2025年7月1日起废止: its own. */
function dayIn(sentence: string, at: number): string | undefined {
  const match = new RegExp(`(${DATE_PATTERN})\\s*(?:起|开始)?\\s*(?:废止|失效|停止执行|不再执行)`, 'u').exec(
    sentence.slice(at),
  )
  return match === null ? undefined : readDate(match[1] ?? '')
}

const flat = (title: string) => title.normalize('NFKC').replace(/[\s《》〈〉]/gu, '')
