/** A line in clauses: of each, whom it names at its beginning and what it says of them. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { Called } from './called.ts'
import { type Sense, senseOf } from './clause.ts'

/** Longer lines are talk. */
const LONGEST = 60

/** Finds whom words call at their beginning. */
export type CallFinder = (text: string) => Called | undefined

/** @宋主任 收到: an answer often begins with whom it is for. */
const TO_SOMEBODY = /@[^\s@]{1,24}(?:\s+|$)/gu
const SEPARATORS =
  /\.(?!\d)|[\s,，。!！;；~～…()（）【】_|｜—-]+|[:：](?!\d)|但是?|不过|就是|(?=[👌✅👍🙏])|(?<=[👌✅👍🙏])/u
const BETWEEN = /^(?:、|和|与|跟|及|以及|还有|&)(?=\S)/u
const FOR = /^(?:我|俺)?(?:来|先|就)?(?:代替?|替|帮|代表)(?:我们?|咱们?)?(?=\S)/u
const SELF_AND = /^(?:我|俺|本人)(?:和|与|跟|、)/u
const AND_SELF = /^(?:和|与|跟|、)(?:我|俺|本人)/u
const SELF = /^(?:我|俺|本人|咱|自己)/u
/** 我是谭小军: an account that nobody knows says whose it is. */
const SELF_IS = /^(?:我|这里|这)是/u
/** 李会计代张总: who says it, and for whom. */
const DEPUTY_FOR = /^.{1,6}?(?:代替?|替|帮|代表)(?=\S)/u
const THIRD = /^(?:他|她)们?/u
/** 替雷总回一个: the whole answer. */
const ANSWERS_FOR = /^(?:回个?收到|回|应|答|报|签收?|确认)(?:复|个|一个|一声|一下|了|到)*$/u
/** Between whom a clause is about and what it says of them. */
const FILLER =
  /^(?:那边|这边|那里|家|公司|单位|们|他|她|也|都|全|均|刚才?|说|讲|回复?|打来?电话|来电话|电话里?|微信里?|私聊|在微信|让我|叫我|托我|一声|一个|一下|转告)*/u
export const DEPUTY_OF_SELF = /(?:我|本人)(?:来|先)?代|^代[收回答]|让我(?:说|回)|找我代/u

export interface Clause {
  readonly sense: Sense
  readonly words: string
  /** Whom it names at its beginning; `withSelf`: and whoever speaks. */
  readonly called: readonly Called[]
  readonly withSelf: boolean
  readonly begins: 'self' | 'third' | 'plain'
  readonly isDeputy: boolean
  readonly saysWho: boolean
}

/** 通知57 收到: which notice is looked at elsewhere (noticeNamed). */
const NOTICE = /(?:回复?)?通知\s*[#第]?\s*(\d{1,6})\s*号?(?=\D|$)[\s:,，]*/u
/** 代回 谭小军 is 代谭小军回. */
const ANSWERS_FOR_NAMED = /^代[回收答]\s*[:：,，]?\s*([^\s,，。代替]{2,8})$/u

/** The number of the notice that a line names, if it names one. */
export function noticeNamed(line: string): number | undefined {
  const number = NOTICE.exec(toHalfWidth(line))?.[1]
  return number === undefined ? undefined : Number(number)
}

function normal(line: string): string {
  return (
    toHalfWidth(line)
      .toLowerCase()
      .replace(NOTICE, ' ')
      .trim()
      .replace(ANSWERS_FOR_NAMED, '代$1回')
      .replace(TO_SOMEBODY, ' ')
      // Signs that a platform hands in as words.
      .replace(/\[[^\]]{1,4}\]/gu, ' $& ')
      .replace(/\p{Emoji_Modifier}|\ufe0f/gu, '')
      .trim()
  )
}

function piecesOf(text: string): readonly string[] {
  // A mark of a question ends its clause and stays with it.
  return text
    .replace(/\?/gu, '? ')
    .split(SEPARATORS)
    .map((piece) => piece.replace(/[🌹😊😂😄❤💐🎉]/gu, ''))
    .filter((piece) => piece !== '')
}

/** 让我回一下收到: of whoever was spoken of before. */
const REPORTS =
  /^(?:让|叫|托)我(?:帮|代|来|替)*(?:他|她)?(?:回复?|说|讲|报)?(?:一?下|一声|一个|个)*(?:说|：|:)?(?:他|她)?/u
/** 雷总好: to him, not of him. */
const GREETS = /^(?:您|你)?(?:好|早)$/u

function clauseOf(piece: string, find: CallFinder): Clause {
  const report = REPORTS.exec(piece)?.[0]
  if (report !== undefined) {
    const rest = piece.slice(report.length)
    const sense = rest === '' ? 'ack' : senseOf(rest)
    return {
      sense,
      words: piece,
      called: [],
      withSelf: false,
      begins: 'third',
      isDeputy: true,
      saysWho: false,
    }
  }
  const called: Called[] = []
  let withSelf = false
  let rest = piece
  const isNamedDeputy = DEPUTY_FOR.test(rest) && find(rest.replace(DEPUTY_FOR, '')) !== undefined
  const isFor = FOR.test(rest) || isNamedDeputy
  const isSelf = SELF_IS.test(rest) && find(rest.replace(SELF_IS, ''))?.form === 'full'
  if (isSelf) rest = rest.replace(SELF_IS, '')
  else if (SELF_AND.test(rest) && find(rest.replace(SELF_AND, '')) !== undefined) {
    withSelf = true
    rest = rest.replace(SELF_AND, '')
  } else if (isNamedDeputy) rest = rest.replace(DEPUTY_FOR, '')
  else if (isFor && find(rest.replace(FOR, '')) !== undefined) rest = rest.replace(FOR, '')
  else if (SELF.test(rest) && senseOf(rest) === 'other') {
    const named = rest.replace(/^(?:我|俺|咱)们?/u, '')
    if (find(named) !== undefined && find(rest)?.form !== 'kin') rest = named
  }
  for (let one = find(rest); one !== undefined && isNameHere(rest, one); one = find(rest)) {
    called.push(one)
    rest = rest.slice(one.word.length)
    if (AND_SELF.test(rest)) {
      withSelf = true
      rest = rest.replace(AND_SELF, '')
    }
    if (!BETWEEN.test(rest)) break
    rest = rest.replace(BETWEEN, '')
  }
  // 雷总好; 办公室代回 says who writes, not for whom.
  if (called.length > 0 && (GREETS.test(rest) || (!isFor && /^代/u.test(rest))))
    return {
      sense: GREETS.test(rest) ? 'polite' : 'deputy',
      words: piece,
      called: [],
      withSelf: false,
      begins: 'plain',
      isDeputy: false,
      saysWho: false,
    }
  if (THIRD.test(rest)) rest = rest.replace(FILLER, '')
  const about =
    called.length === 0 || (isFor && ANSWERS_FOR.test(rest))
      ? rest
      : rest.replace(REPORTS, '').replace(FILLER, '')
  return {
    sense: about === '' ? 'other' : isFor && ANSWERS_FOR.test(about) ? 'ack' : senseOf(about),
    words: called.length > 0 || THIRD.test(piece) ? about : piece,
    called,
    withSelf,
    begins: called.length > 0 ? 'plain' : SELF.test(piece) ? 'self' : THIRD.test(piece) ? 'third' : 'plain',
    saysWho: isSelf,
    isDeputy: isFor || senseOf(piece) === 'deputy' || DEPUTY_OF_SELF.test(piece),
  }
}

/** 方便, 时间, 白天 begin like somebody's name: what would be nonsense without them is no name. */
function isNameHere(text: string, { word, form }: Called): boolean {
  if (form === 'full' || form === 'company' || form === 'kin' || form === 'unknown') return true
  return senseOf(text) !== 'later' || senseOf(text.slice(word.length)) === 'later'
}

/** A sign-up list counts by its entries (`signedUp`), not by its words. */
const IS_LIST = /接龙|^\s*\d+\s*[.、．][\s\S]*\n\s*\d+\s*[.、．]/mu

/** Nothing where the line is too long to be an answer. */
export function clausesOf(line: string, find: CallFinder): readonly Clause[] {
  const text = normal(line)
  if ([...text].length > LONGEST || IS_LIST.test(line)) return []
  return piecesOf(text).map((piece) => clauseOf(piece, find))
}

const SAYS_NOTHING: readonly Sense[] = ['polite', 'question', 'other', 'away']
const HINT =
  /[收手受首售守]到|请.{0,2}假|[代替帮]|让我|参加|[去来]不|不[去来]|知道|知悉|收悉|签收|已[阅读]|了解|明白|晓得|看[到见]/u

/** Cheap, and before the store is asked: most of what a group says is no answer to anything. */
export function couldAnswer(line: string): boolean {
  const text = normal(line)
  if ([...text].length > LONGEST) return false
  return HINT.test(text) || piecesOf(text).some((piece) => !SAYS_NOTHING.includes(senseOf(piece)))
}
