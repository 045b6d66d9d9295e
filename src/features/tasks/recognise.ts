/** 批示、交办、回音、清单: what people say about tasks. Pure. */
import type { Listening, Reading } from '../../conversation/feature.ts'
import type { Said } from '../../conversation/said.ts'
import { may, type Person } from '../../kernel/person.ts'
import { findAskedNumber } from '../../kernel/spoken-number.ts'
import type { TaskReply } from './answer.dialogue.ts'
import { PREVIEW_HEAD } from './give.texts.ts'
import { findInstruction, withoutCall } from './instruction-words.ts'
import { wishOf } from './plan-giving.ts'
import { readList } from './read-list.ts'
import { type ReplyVerb, readReply } from './read-reply.ts'
import { YOUR_WORDS } from './review.texts.ts'
import { findTaskNumbers, withoutTaskNumber } from './task.ts'

/** Longer texts tell something; a report may be this long. */
const LONGEST = 600

const TO_ADDRESSEE: readonly ReplyVerb[] = ['receive', 'report', 'decline']

export const dialogueFor = (verb: ReplyVerb): 'tasks.answer' | 'tasks.review' =>
  TO_ADDRESSEE.includes(verb) ? 'tasks.answer' : 'tasks.review'

export function recogniseTaskWords(said: Said, listening: Listening): readonly Reading[] {
  const { by, answered, inProgress } = listening
  const text = withoutCall(said.text)
  if (text === '' || text.length > LONGEST || by.person.code === undefined) return []
  const named = findTaskNumbers(text)
  const [number] = named.length > 0 ? named : onlyOne(findTaskNumbers(answered ?? ''))
  const reply = number === undefined ? undefined : readingOfReply(text, number, named.length > 0, listening)
  if (reply !== undefined) return [reply]
  if (number === undefined && may(by.person, 'task.give') && isNudge(text, by.person, by.at))
    return [made('tasks.nudgeAll', 'command', 0.95, '催交办', ['催'], { words: text })]
  const list = readList(text, by.person, by.at)
  if (list !== undefined)
    return [made('tasks.list', list.sure ? 'command' : 'role', 0.9, '看交办', [text], list.asked)]
  if (isForOpenTalk(text, answered, inProgress, by.at)) return []
  const given = instruction(text, listening)
  // What is said to a report or a refusal is about that task, however much it sounds like a new one.
  if (given.length > 0 && number !== undefined && answered?.includes(YOUR_WORDS)) {
    const data: TaskReply = { task: number, verb: 'return', words: text }
    const band = inProgress === 'tasks.review' ? 'role' : 'command'
    return [made('tasks.review', band, 1, '回复交办', [text], data)]
  }
  return given.length > 0 ? given : doneWithout(text, listening)
}

const DONE = /^(?:已经?|都)?(?:办好|办完|办妥|搞定|落实)(?:了|完毕)/u

/** 办好了 银行答应放款了, some time after the card: of somebody who has just one thing to do it is about that. */
function doneWithout(text: string, { by, answered, inProgress }: Listening): readonly Reading[] {
  const { roles } = by.person
  const isAsked = roles.includes('handler') || roles.includes('leader') || roles.includes('officer')
  if (!isAsked || answered !== undefined || inProgress !== undefined || !DONE.test(text)) return []
  const reply = readReply(text)
  if (reply?.verb !== 'report') return []
  const data: TaskReply = { task: '', ...reply }
  return [made('tasks.answer', 'own', 0.6, '回复交办', ['办好了'], data)]
}

/** While one is read back, or its report is looked at, what names no other appeal belongs there. */
function isForOpenTalk(
  text: string,
  answered: string | undefined,
  inProgress: string | undefined,
  at: Date,
): boolean {
  if (inProgress === 'tasks.review') return answered === undefined && findAskedNumber(text, at) === undefined
  return inProgress === 'tasks.give' && (answered === undefined || answered.startsWith(PREVIEW_HEAD))
}

/** J-0001 给供电公司, J-0001 请再核实一下: to somebody else, or more of the same. */
const TO_ANOTHER = /^(?:那就|就)?(?:改?(?:给|交|转|派)|换|请|让|由|再|还)/u

const onlyOne = (numbers: readonly string[]) => (numbers.length === 1 ? numbers : [])

function made(
  dialogue: Reading['dialogue'],
  band: Reading['band'],
  score: number,
  label: string,
  words: readonly string[],
  data: unknown,
): Reading {
  return { dialogue, band, score, label, words, data }
}

type Talk = Pick<Listening, 'by' | 'inProgress'>

/**
 * With the number in the words it is a command; as a reply to a letter only what reads like an answer is. A card or
 * report that is being talked about takes the words itself, so that it is not asked for once more afterwards.
 */
function readingOfReply(
  text: string,
  task: string,
  isNamed: boolean,
  { by, inProgress }: Talk,
): Reading | undefined {
  const mayGive = may(by.person, 'task.give')
  const read = readReply(text)
  // 退回 is a refusal in the mouth of whoever does not give tasks.
  const reply = read?.verb === 'return' && !mayGive ? ({ ...read, verb: 'decline' } as const) : read
  const words = withoutTaskNumber(text)
  const show = made('tasks.show', 'command', 1, '看交办', [task], { task })
  if (reply?.verb === 'show') return isNamed ? show : undefined
  if (reply === undefined && !isNamed) return undefined
  if (reply === undefined && !(mayGive && TO_ANOTHER.test(words))) return show
  const data: TaskReply = reply === undefined ? { task, verb: 'return', words } : { task, ...reply }
  const dialogue = dialogueFor(data.verb)
  const band = inProgress === dialogue ? 'role' : 'command'
  return made(dialogue, band, 1, '回复交办', [data.verb], data)
}

const ONCE_MORE = '(?:再)?(?:催|问)(?:一?下|一催|催|一声|问)'
/** 没回的都催一下: what was given, and nothing else is waited for so. */
const NUDGES_ALL = new RegExp(
  `^(?:把|将)?(?:还)?(?:没|没有|未)(?:回|回话|回音|回我|办完?)(?:话|音|我)?的(?:那几件|那些|那件)?(?:都|全部?)?(?:给我|帮我|替我)?${ONCE_MORE}`,
  'u',
)
/** 催一下金融办, 金融办那件催一下: in the office's own mouth it is the unit that has an appeal. */
const NUDGES_ONE = new RegExp(
  `^(?:帮我|替我)?${ONCE_MORE}(?!这|那|它|企业)[^，。,]{2,8}(?:他们|那边|那件(?:事)?)?[。.]?$|^[^，。,]{2,8}(?:他们|那边|那件(?:事)?|的事)?(?:帮我|替我)?${ONCE_MORE}[。.]?$`,
  'u',
)

const isNudge = (text: string, { roles }: Person, at: Date) =>
  findAskedNumber(text, at) === undefined &&
  (NUDGES_ALL.test(text) || (roles.includes('leader') && NUDGES_ONE.test(text)))

/** Staff say 交办 when they mean a task; what else sounds like one is mostly a dispatch, and is asked. */
const STAFF_GIVES = /^(?:请)?(?:交办|督办|下(?:个)?任务)(?=\S|\s)|交办给/u

/** 交办 0312 金融办 3天 is a dispatch; what asks for word back of something is a task. */
const BEYOND_DISPATCH = /核实|了解|说明|统计|摸底|报(?:我|给|一|告|送)|回我|回话|材料|情况|方案|意见|进度/u

/** 给供电公司，3天 in the middle of a dispatch, or under a letter about an appeal, is the dispatch's. */
const isOfficeAtWork = (text: string, answered: string | undefined, inProgress: string | undefined) =>
  inProgress?.startsWith('appeals.') === true ||
  (answered !== undefined && /^(?:请)?(?:给|交|转|派|让|由|改)/u.test(text))

function instruction(text: string, { by, answered, inProgress }: Listening): readonly Reading[] {
  if (inProgress === 'appeals.dispatch') return []
  const found = findInstruction(text, by.at)
  const isStaff = by.person.roles.includes('staff')
  const isLeader = by.person.roles.includes('leader')
  const isDispatch = findAskedNumber(text, by.at) !== undefined && !BEYOND_DISPATCH.test(text)
  const staffGives = isStaff && STAFF_GIVES.test(text) && !isDispatch
  if (!may(by.person, 'task.give') || (found === undefined && !staffGives)) return []
  const data = wishOf(text, answered, by.at)
  const words = [found?.words ?? '交办']
  if (isLeader || staffGives) return [made('tasks.give', 'command', 0.9, '交办', words, data)]
  // 通知 … in the office's own mouth is a notice to many.
  if (isOfficeAtWork(text, answered, inProgress) || /^(?:再)?(?:发个?)?(?:通知|公告)/u.test(text)) return []
  // In the office's own mouth words without an addressee are said of the work at hand.
  return found?.names && found.isTerse === undefined
    ? [made('tasks.give', 'role', 0.8, '交办', words, data)]
    : []
}
