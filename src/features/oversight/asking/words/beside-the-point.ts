/** 我待会儿汇报用，今年三率多少: what is said beside a question, clause by clause. Names are marks already. */
import { findFollowUp } from './follow-ups-said.ts'
import { VAGUE } from './forms-said.ts'
import { leftOver } from './left-over.ts'
import { ANY_MARK } from './marks.ts'
import { findMeasure } from './measures-said.ts'
import { markPeriods } from './periods-said.ts'
import { markTopics } from './topics-said.ts'
import { REASON, SHARE, TREND } from './ways-said.ts'

const TOLD = /我|你|他|她|咱|要|得|在|会|了|说|问|让|给|去|到|快|马上|刚|用|等|来/u
/** A name that nobody has must not fall away with its clause. */
const LIKE_A_NAME =
  /机械|化工|食品|铝业|钢|重工|纺织|服装|建材|物流|科技|实业|电子|酒|公司|厂|集团|商会|协会|合作社|局|镇|乡|街道|那边|这边|他们$|家$|(?:县长|市长|书记|主任|部长|主席)(?:包|联|那边|的)|总$/u
const WAYS = /按|排|比|同|分别|最|第|其中|除|不是|继续|表|链接|图|念|明细/u

function isBeside(clause: string, at: Date): boolean {
  ANY_MARK.lastIndex = 0
  if ([...clause].length < 4 || ANY_MARK.test(clause) || !TOLD.test(clause)) return false
  if (findFollowUp(clause) !== undefined) return false
  if (VAGUE.test(clause) || WAYS.test(clause) || LIKE_A_NAME.test(clause)) return false
  if (TREND.test(clause) || SHARE.test(clause) || REASON.test(clause)) return false
  const { text, words } = markPeriods(clause, at)
  // 五一之后到国庆之前 is the time that is asked about, and no talk.
  const least = words.length > 0 ? 3 : 2
  if (words.length > 0 && /[跟和与对到至比]/u.test(text)) return false
  return (
    findMeasure(clause) === undefined &&
    markTopics(clause).words.length === 0 &&
    [...leftOver(text)].length >= least
  )
}

/** The text without such clauses; as it is where nothing else would be left that asks. */
export function toThePoint(text: string, at: Date): string {
  const clauses = text.split(/(?<=[，,。；;])/u)
  const kept = clauses.filter((clause) => !isBeside(clause.replace(/[，,。；;]+$/u, ''), at))
  const asks = kept.some(
    (clause) => VAGUE.test(clause) || findMeasure(clause) !== undefined || TREND.test(clause),
  )
  return kept.length === clauses.length || !asks ? text : kept.join('').replace(/[，,；;]+$/u, '')
}
