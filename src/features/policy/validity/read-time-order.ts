/** What staff say about when a document holds: 《…》有效期至2026年12月31日, 《新》替代《旧》. */

import type { SaidDays } from '../library/fact-changes.ts'
import { addDays, DATE_PATTERN, readDate } from '../reading/chinese-dates.ts'
import { KINDS } from '../reading/document-title.ts'
import type { Relation } from './document-link.ts'
import type { TimeOrder } from './validity.effects.ts'

/** Characters; a longer line tells more than an order does. */
const LONGEST = 160
const DAY = `(${DATE_PATTERN})`
const CHANGED = '(?:改成|改为|改到|调整为|调整到|更正为|应为|应该是|应是|就是|定为|设为|是|为|到|至|：|:)?'
const END = '[。.！!吧了的\\s]*$'

type Form = { pattern: RegExp; days: (day: string, today: string) => SaidDays }

/** After the document's name. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `^的?(?:自|从|于|由|在)?\\s*${DAY}\\s*(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效)${END}`,
      'u',
    ),
    days: (day) => ({ effectiveOn: day }),
  },
  {
    pattern: new RegExp(
      `^的?(?:施行|实施|执行|生效|起始)(?:的)?(?:日期|时间|日)?${CHANGED}\\s*${DAY}(?:起|开始)?${END}`,
      'u',
    ),
    days: (day) => ({ effectiveOn: day }),
  },
  {
    pattern: new RegExp(
      `^的?(?:有效期限?|执行期限?|到期日?期?|到期时间|截止日?期?|失效日?期?|期限|有效|延期|延长|续期)(?:限)?(?:延长|延期|续)?${CHANGED}\\s*${DAY}(?:止|为止|到期|失效)?${END}`,
      'u',
    ),
    days: (day) => ({ endsOn: day }),
  },
  {
    pattern: new RegExp(`^的?(?:到|于|在|将于|将在)?\\s*${DAY}\\s*(?:就)?(?:到期|截止|失效|期满)${END}`, 'u'),
    days: (day) => ({ endsOn: day }),
  },
  {
    pattern: new RegExp(
      `^的?(?:自|从|于)?\\s*${DAY}\\s*(?:起|开始)(?:就)?(?:已经?)?(?:废止|作废|失效|停止执行|不再执行)${END}`,
      'u',
    ),
    days: (day) => ({ endsOn: addDays(day, -1) }),
  },
  {
    pattern: new RegExp(
      `^的?(?:公布|印发|发布|发文|成文|下发)(?:日期|时间|日)?${CHANGED}\\s*${DAY}${END}`,
      'u',
    ),
    days: (day) => ({ issuedOn: day }),
  },
  {
    pattern: new RegExp(
      `^的?(?:已经?|现已|现在)?(?:被)?(?:废止|作废|失效|停止执行|不再执行|过期|到期)${END}`,
      'u',
    ),
    days: (_day, today) => ({ endsOn: addDays(today, -1) }),
  },
  {
    pattern: new RegExp(
      `^的?(?:是)?(?:长期有效|没有有效期|没有期限|不设期限|不会到期|有效期(?:取消|去掉|删掉))${END}`,
      'u',
    ),
    days: () => ({ endsOn: null }),
  },
]

const RELATIONS: readonly (readonly [Relation, string])[] = [
  ['repeals', '废止|废除|作废'],
  ['replaces', '替代|代替|取代|替换'],
  ['amends', '修改|修订|修正'],
]

/** 《…》, a file's name, or words that end as titles do: what comes before decides whether it is an order at all. */
const NAMED = new RegExp(
  `^(?:请?(?:把|将)|请|麻烦把?)?\\s*(?:《((?:[^《》]|《[^《》]*》)+)》|(\\S{1,80}\\.(?:txt|md|markdown|pdf|docx?|html?|xlsx|jsonl))|(\\S{2,60}?(?:${KINDS})))\\s*[，,：:]?\\s*`,
  'u',
)

/** `today` is YYYY-MM-DD. Undefined for what is no such order. */
export function readTimeOrder(text: string, today: string): TimeOrder | undefined {
  const said = text.trim()
  if (said.length > LONGEST || /[?？吗么呢]\s*$/u.test(said)) return undefined
  return readLinkOrder(said) ?? readDaysOrder(said, today)
}

function readDaysOrder(said: string, today: string): TimeOrder | undefined {
  const named = NAMED.exec(said)
  const words = named?.[1] ?? named?.[2] ?? named?.[3]
  if (named === null || words === undefined) return undefined
  const rest = said.slice(named[0].length)
  for (const { pattern, days } of FORMS) {
    const match = pattern.exec(rest)
    if (match === null) continue
    const day = match[1] === undefined ? today : readDate(match[1])
    return day === undefined ? undefined : { kind: 'days', words, days: days(day, today) }
  }
  return undefined
}

function readLinkOrder(said: string): TimeOrder | undefined {
  const titles = [...said.matchAll(/《((?:[^《》]|《[^《》]*》)+)》/gu)]
  const [first, second] = titles
  if (first === undefined || second === undefined || titles.length !== 2) return undefined
  const before = said.slice(0, first.index)
  const between = said.slice(first.index + first[0].length, second.index)
  const after = said.slice(second.index + second[0].length)
  if (!/^(?:请?(?:把|将)|请|撤销|取消)?\s*$/u.test(before)) return undefined
  const isDenied = /没有?|不是|并未|撤销|取消/u.test(`${before}${between}`)
  // 《新》是《旧》的修订版: the whole of it stands in the old one's place.
  if (
    /^不?是$/u.test(between.trim()) &&
    new RegExp(`^的?(?:修订|修改|修正|新|替代)(?:版本?|本|稿)${END}`, 'u').test(after)
  )
    return { kind: 'link', words: first[1] ?? '', relation: 'replaces', other: second[1] ?? '', isDenied }
  for (const [relation, verbs] of RELATIONS) {
    const order = (words = '', other = ''): TimeOrder => ({ kind: 'link', words, relation, other, isDenied })
    const did = new RegExp(
      `^(?:已经?|现|并)?(?:没有?|并未|未|不是)?(?:已经?)?(?:${verbs})(?:了|的是|的)?$`,
      'u',
    )
    if (did.test(between.trim()) && new RegExp(`^${END}`, 'u').test(after)) return order(first[1], second[1])
    // 《旧》被《新》废止
    const was = /^(?:已经?|现)?(?:没有?|并未|未|不是)?(?:已经?)?(?:被|由)$/u
    if (was.test(between.trim()) && new RegExp(`^所?(?:${verbs})(?:了)?${END}`, 'u').test(after))
      return order(second[1], first[1])
  }
  return undefined
}
