/** 谁的话算问数: how surely words are a question of ours, by who says them. Pure. */
import type { Reading } from '../../conversation/feature.ts'
import { may, type Person } from '../../kernel/person.ts'
import type { AskData } from './ask-state.ts'
import type { Asked } from './asking/read-asked.ts'

/** So long an answer is what somebody goes on with. */
export const CONTEXT_MINUTES = 15
/** Staff have lists of their own in the appeals; where those claim the words too, theirs comes first. */
const STAFF_LESS = 0.25
/** Said of nothing but an answer that was given; it may interrupt another talk. */
const OF_AN_ANSWER =
  /表格|excel|电子表|链接|网页|念(?:给|一|出)|画.{0,2}图|第.{1,2}[个件条项家].{0,4}(?:详细|具体|展开|说说|讲讲|怎么回事|咋回事)/iu
/** Nothing by itself: below what may interrupt another talk. */
const MOST_OF_FOLLOW_UP = 0.5
const ANSWERS_OUR_LETTER = 0.9
const BARE_NUMBER = 0.31
const REFUSED_SCORE = 0.4
/** Leaders mostly ask; what is read with less is offered to everybody else first. */
const LEAST = 0.6
/** Members are refused kindly only where the words leave little doubt that others' figures are asked. */
const SURELY = 0.7

export interface Before {
  /** Told in the letter of ours that is answered. */
  readonly figure: number | null
  /** They were told a number just now. */
  readonly isFresh: boolean
}

export function readingsOf(asked: Asked, person: Person, before: Before): readonly Reading[] {
  const isLeader = may(person, 'appeal.see-in-scope')
  const isStaff = !isLeader && may(person, 'appeal.see-all')
  if (!isLeader && !isStaff) return ofOthers(asked, person)
  if (isNamed(asked)) return [{ ...baseOf(asked, before), band: 'role', score: ANSWERS_OUR_LETTER }]
  // 今年以来按月看看走势 stands by itself where there is nothing to go on with.
  if (asked.needsPrevious && (asked.kind === 'follow-up' || before.isFresh || before.figure !== null))
    return goingOn(asked, before, isLeader)
  const base = baseOf(asked, before)
  if (isLeader) {
    // What only resembles a question of ours must not keep a rule from being looked up, or somebody surer from being asked.
    const least = asked.kind === 'count' ? SURELY : LEAST
    const isSure = asked.kind !== 'unclear' && asked.score >= least
    return [isSure ? { ...base, band: 'role', score: asked.score } : { ...base, band: 'appeal', score: 0.45 }]
  }
  if (asked.kind === 'unclear' || DICTATED.test(asked.text)) return []
  if (asked.score < SURELY) return [{ ...base, band: 'smallTalk', score: BARE_NUMBER }]
  const isOurs = NO_LIST.has(asked.kind) && !AN_ORDER.test(asked.text)
  return [{ ...base, band: 'role', score: isOurs ? 1 : asked.score - STAFF_LESS }]
}

/** 明细12, 明细12-3: nobody else's words, whatever is being talked about. */
const isNamed = ({ kind, text }: Asked) =>
  kind === 'follow-up' && /^(?:打开|看看?|查看?)?(?:一下)?明细\s*\d/u.test(text)

/** 上个月呢, 第二个, 下一页: what is nothing without an answer before it. */
function goingOn(asked: Asked, before: Before, isLeader: boolean): readonly Reading[] {
  const base = baseOf(asked, before)
  if (before.figure !== null) return [{ ...base, band: 'role', score: ANSWERS_OUR_LETTER }]
  // 2 may answer whatever else was offered.
  if ([...asked.text].length < 2) return [{ ...base, band: 'smallTalk', score: BARE_NUMBER }]
  if (OF_AN_ANSWER.test(asked.text) && (isLeader || before.isFresh))
    return [{ ...base, band: 'role', score: ANSWERS_OUR_LETTER }]
  const score = Math.min(Math.max(asked.score, BARE_NUMBER), MOST_OF_FOLLOW_UP)
  // Without one, 下一页 turns the pages of the office's own lists, and 技改补贴 asks the documents.
  return [{ ...base, band: before.isFresh ? 'role' : 'smallTalk', score }]
}

function ofOthers(asked: Asked, person: Person): readonly Reading[] {
  const isOfOthers = OTHERS.has(asked.kind) && asked.score >= SURELY && OF_THE_LEDGER.test(asked.text)
  if (may(person, 'appeal.see-dispatched') || !isOfOthers) return []
  // Their own matters may be meant: whoever claims those comes first.
  const band = asked.wantsOthers ? 'own' : 'smallTalk'
  return [{ ...baseOf(asked, { figure: null, isFresh: false }), band, score: REFUSED_SCORE }]
}

function baseOf(asked: Asked, { figure }: Before) {
  const data: AskData = { asked, figure }
  return { dialogue: 'oversight.ask', label: '查办理情况', words: asked.words, data } as const
}

/** 通知 农机商会 …, 派单 0312 …: a verb with its matter behind a space. What such a text says in passing asks nothing. */
const AN_ORDER = /^[\p{Script=Han}]{2,4}(?:\d+)?\s/u

/** 通知全体会员：…: what follows the colon is said to others and asks nothing of us. */
const DICTATED = /^(?:请|紧急|再)?(?:发个?)?(?:通知|公告|群发|转发|告知|更正|模板)[^？?。]{0,40}[:：]/u

/** What no list of the office answers, although it may claim some of the words. */
const NO_LIST: ReadonlySet<Asked['kind']> = new Set([
  'share',
  'trend',
  'comparison',
  'why',
  'ranking',
  'reasons',
  'age',
])

/** Said of appeals and nothing else: 谁家有多余的托盘 and 不太满意 are no questions of ours. */
const OF_THE_LEDGER =
  /诉求|反映的|上报的|投诉|办结|办理|没办|未办|[几多少]件|超期|逾期|退单|解决率|满意率|响应率|办结率|三率|(?:全县|全市|各家|别家|别人|其他企业|商会).*(?:问题|情况)/u

/** Questions that nobody asks about their own matters alone. */
const OTHERS: ReadonlySet<Asked['kind']> = new Set([
  'count',
  'news',
  'rate',
  'share',
  'trend',
  'comparison',
  'ranking',
  'age',
])
