/** 批示、交办、回音、清单: what people say about tasks. Pure. */
import type { Listening, Reading } from '../../conversation/feature.ts'
import type { Said } from '../../conversation/said.ts'
import { toHalfWidth } from '../../kernel/chinese-numbers.ts'
import { may, type Person } from '../../kernel/person.ts'
import { findAskedNumber } from '../../kernel/spoken-number.ts'
import type { TaskReply } from './answer.dialogue.ts'
import { findInstruction, withoutCall } from './instruction-words.ts'
import { findPage, type ListAsked } from './list.dialogue.ts'
import { wishOf } from './plan-giving.ts'
import { type ReplyVerb, readReply } from './read-reply.ts'
import { findTaskNumbers, withoutTaskNumber } from './task.ts'
import { PREVIEW_HEAD, YOUR_WORDS } from './tasks.texts.ts'

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
  return given
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

const OF_TASKS =
  '(?:批示|交办|批的|批过的|交代|督办)(?:的)?(?:[那这](?:几)?[件些个]?)?(?:事项|件|事|任务|清单|列表)?'
const STANDING =
  '(?:都)?(?:办|落实|处理|完成|执行|进展)?(?:得|的)?(?:怎么样|怎样|咋样|如何|到哪一?步|情况|有回音|有结果)(?:了|啦)?|(?:都)?(?:办|落实|完成)(?:了|好|完)?(?:没有|没|吗|么)|(?:都)?(?:有)?(?:哪些|哪几件|几件|多少)|清单|列表|情况|回音'
/** 我的交办, 批示办得怎么样了; 督办 alone is an order. */
const GIVEN = new RegExp(
  `^(?:看看?|查(?:一?下)?|列(?:一?下)?)?(?:(?:我|我们)(?:的|上次|之前|昨天|前几天)*${OF_TASKS}[,，]?(?:${STANDING})?|(?:上次|之前|昨天|前几天|那几件|那些)*(?:的)?${OF_TASKS}[,，]?(?:${STANDING}))[吗呢？?。]?$`,
  'u',
)
const MINE =
  /^(?:看看?|查(?:一?下)?|列(?:一?下)?)?(?:我(?:的|有(?:哪些|什么|啥|几件)?)?|交给我(?:的|办的)?|给我的)(?:任务|交办任务|要办的交办|被交办的?|交办件)(?:有哪些|清单|列表|都有啥)?[吗呢？?。]?$|^(?:交办|交代)给我(?:办)?的(?:事|任务|件)?(?:有哪些|都有啥)?[？?。]?$/u
const ALL =
  /^(?:看看?)?(?:全部|所有|全县|整个)(?:的)?(?:交办|批示|任务)(?:件|事项|清单|列表|情况|台账)?[？?。]?$|^(?:交办|批示|任务)(?:台账|清单|列表|汇总)[？?。]?$/u

function readList(
  said: string,
  person: Person,
  at: Date,
): { readonly asked: ListAsked; readonly sure: boolean } | undefined {
  const page = findPage(said) ?? 1
  const number = findAskedNumber(said, at)
  const text = toHalfWidth(said)
    .replace(/第\s*[\d一二三四五六七八九十]{1,3}\s*页/u, '')
    .replace(number?.words ?? ' ', '')
    .replace(/^(?:号|的|那件|这件)+/u, '')
    .replace(/[\s]+/gu, '')
  const asked = (list: ListAsked['list']): ListAsked => ({ list, page, appeal: number?.numbers[0] ?? null })
  const seesAll = may(person, 'task.see-all')
  if (MINE.test(text)) return { asked: asked('mine'), sure: true }
  if (ALL.test(text) && seesAll) return { asked: asked('all'), sure: true }
  if (!GIVEN.test(text)) return undefined
  // 批示办得怎么样了 of somebody who gives none is about those that were given to them.
  if (!may(person, 'task.give')) return { asked: asked(seesAll ? 'all' : 'mine'), sure: seesAll }
  return { asked: asked(number !== undefined && seesAll ? 'all' : 'given'), sure: true }
}

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
  return found?.names ? [made('tasks.give', 'role', 0.8, '交办', words, data)] : []
}
