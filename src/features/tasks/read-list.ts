/** 我批的那些办得咋样, 还有几件没回我: which of the tasks somebody asks for. Pure. */
import { toHalfWidth } from '../../kernel/chinese-numbers.ts'
import { may, type Person } from '../../kernel/person.ts'
import { findAskedNumber } from '../../kernel/spoken-number.ts'
import { findPeriod } from '../../kernel/spoken-period.ts'
import { findPage, type ListAsked } from './list.dialogue.ts'
import type { TasksOnly } from './task-counts.ts'

/** Longer texts tell something. */
const LONGEST = 40

const ME = '(?:我们|咱们|我|俺|咱|侬)'
const WHO = '[^，。,？?的]{1,10}?'
/** 批, 交办, 转给金融办; 让金融办查 only with 的 behind it, otherwise it is said now. */
const GAVE = `(?:批示|批转|批|交办|交代|交待|安排|吩咐|布置|督办|要求|指示|转办|转)(?:给${WHO}|${WHO}办)?(?:出去|下去)?`
const HAD = `(?:让|叫|请|责成|安排|要求|催)(?:${WHO})?(?:去|来)?(?:办|查|问|看|报|弄|搞|做|核实|处理|落实|解决|协调|跟进|盯)(?:一下)?`
const OF_MINE = new RegExp(
  `${ME}(?:之前|以前|上次|前几天|前阵子|刚才|刚)*(?:(?:给${WHO})?${GAVE}(?:的|过|了)|${HAD}的|给${WHO}(?:的任务|派的活))`,
  'u',
)
/** 批的那几件, 交给供电公司的: without 我, as people in charge speak. */
const GIVEN_AWAY = new RegExp(
  `(?:批示?|交办|督办|交代|布置)(?:过|下去|出去)?的|(?:交|转|批|批转)给${WHO}的`,
  'u',
)
/** 批示, 交办 as the name of what was given. */
const OF_TASKS =
  '(?:批示|交办|批的|批过的|交代|督办)(?:的)?(?:[那这](?:几)?[件些个]?)?(?:事项|件|事|任务|清单|列表)?'
const STANDING =
  '(?:都)?(?:办|落实|处理|完成|执行|进展)?(?:得|的)?(?:怎么样|怎样|咋样|如何|到哪一?步|情况|有回音|有结果)(?:了|啦)?|(?:都)?(?:办|落实|完成)(?:了|好|完)?(?:没有|没|吗|么)|(?:都)?(?:有)?(?:哪些|哪几件|几件|多少)|清单|列表|情况|回音'
/** 我的交办, 批示办得怎么样了; 督办 alone is an order. */
const GIVEN = new RegExp(
  `^(?:看看?|查(?:一?下)?|列(?:一?下)?)?(?:${ME}(?:的|上次|之前|昨天|前几天)*${OF_TASKS}[,，]?(?:${STANDING})?|(?:上次|之前|昨天|前几天|那几件|那些)*(?:的)?${OF_TASKS}[,，]?(?:${STANDING}))[吗呢]?$`,
  'u',
)

/** 没回我, 回我了没: words that only somebody who waits for an answer says. */
const ANSWERS_ME = `(?:给|跟|向|同)?${ME}?(?:回|报|答复|回复|反馈|汇报|交差|回话)${ME}`
const UNANSWERED = new RegExp(
  `(?<!有)(?:没有|没|未|还不|不)(?:${ANSWERS_ME}|(?:给|跟|向|同)${ME}(?:个)?(?:回|报|答复|反馈|汇报|说法|消息))`,
  'u',
)
const ANSWERED_YET = new RegExp(
  `(?:${ANSWERS_ME}|(?:给|跟|向)${ME}(?:回话|回复|答复|汇报|回))(?:了)?(?:没有|没|吗|么|不|没得)$`,
  'u',
)
const WHICH = /谁|哪|几(?:件|个|家|条)|多少|吗|么$|没$|没有$|呢$|还|都|看|列/u

const ASKS =
  /咋|怎|如何|到哪|哪一?步|进展|进度|情况|下文|结果|回音|动静|消息|回话|回复|回[我了没]|落实|办[了完好成]|几[件个]|多少|哪|啥|什么|谁|清单|列表|台账|看看|没有?$|吗$|么$|呢$/u
/** What is to be done now is no question. */
const TELLS = /请|务必|抓紧|尽快|限期|马上|立即|[内前](?:给我)?(?:回|报)|催(?:一下|催)|督促/u

const MINE =
  /^(?:看看?|查(?:一?下)?|列(?:一?下)?)?(?:我(?:的|有(?:哪些|什么|啥|几件)?)?|交给我(?:的|办的)?|给我的)(?:任务|交办任务|要办的交办|被交办的?|交办件)(?:有哪些|清单|列表|都有啥)?[吗呢]?$|^(?:交办|交代)给我(?:办)?的(?:事|任务|件)?(?:有哪些|都有啥)?$/u
const ALL =
  /^(?:看看?)?(?:全部|所有|全县|整个)(?:的)?(?:交办|批示|任务)(?:件|事项|清单|列表|情况|台账)?$|^(?:交办|批示|任务)(?:台账|清单|列表|汇总)$/u

export interface ListRead {
  readonly asked: ListAsked
  readonly sure: boolean
}

export function readList(said: string, person: Person, at: Date): ListRead | undefined {
  if ([...said].length > LONGEST) return undefined
  const number = findAskedNumber(said, at)
  const period = number === undefined ? findPeriod(said, at) : undefined
  const text = bare(said, number?.words)
  const timeless = period === undefined ? text : text.replace(period.words.replace(/\s/gu, ''), '')
  const asked = (list: ListAsked['list'], more: Partial<ListAsked> = {}): ListAsked => ({
    list,
    page: findPage(said) ?? 1,
    appeal: number?.numbers[0] ?? null,
    only: null,
    to: '',
    period: null,
    ...more,
  })
  const seesAll = may(person, 'task.see-all')
  if (MINE.test(text)) return { asked: asked('mine'), sure: true }
  if (ALL.test(text) && seesAll) return { asked: asked('all'), sure: true }
  const mayGive = may(person, 'task.give')
  if (mayGive && asksForGiven(timeless, person)) {
    const list = number !== undefined && seesAll && !new RegExp(ME, 'u').test(text) ? 'all' : 'given'
    return {
      asked: asked(list, { only: onlyOf(timeless), to: timeless, period: period?.period ?? null }),
      sure: true,
    }
  }
  if (!GIVEN.test(text)) return undefined
  // 批示办得怎么样了 of somebody who gives none is about those that were given to them.
  if (!mayGive) return { asked: asked(seesAll ? 'all' : 'mine'), sure: seesAll }
  return {
    asked: asked(number !== undefined && seesAll ? 'all' : 'given', { only: onlyOf(text) }),
    sure: true,
  }
}

const bare = (said: string, number: string | undefined) =>
  toHalfWidth(said)
    .replace(/第\s*[\d一二三四五六七八九十]{1,3}\s*页/u, '')
    .replace(number ?? ' ', '')
    .replace(/^(?:号|的|那件|这件)+/u, '')
    .replace(/^(?:那个|这个|请问|问一?下|帮我|麻烦|嗯|呃|额|啊|哎|喂)+(?=.{4})/u, '')
    .replace(/[\s,，。.!！?？、~～]+/gu, '')

function asksForGiven(text: string, { roles }: Person): boolean {
  if (ANSWERED_YET.test(text)) return true
  if (UNANSWERED.test(text) && WHICH.test(text) && !/催/u.test(text)) return true
  // 交给金融办的 in the office's own mouth is what was dispatched there.
  const subject = OF_MINE.exec(text) ?? (roles.includes('leader') ? GIVEN_AWAY.exec(text) : null)
  if (subject === null) return false
  const rest = text.replace(subject[0], '')
  return ASKS.test(rest) && !TELLS.test(rest)
}

const ONLY: readonly (readonly [TasksOnly, RegExp])[] = [
  ['late', /过期|超期|逾期|过了(?:期|时限|期限|日子)|拖着/u],
  [
    'back',
    /(?:已经|都)?(?:回|报)(?:了)?(?:我|话)?(?:了)?的|回来的|有(?:了)?(?:回音|结果|回话)的|等(?:着)?我(?:看|定|确认|批|拍板|回)/u,
  ],
  [
    'waiting',
    /(?<![有了])(?:没有|没|未|还不)(?:给我|跟我|向我|有)?(?:人)?(?:回(?!来)|报|答复|反馈|汇报|办|落实|搞|弄|消息|动静|结果|下文|说法|完成)/u,
  ],
  [
    'over',
    /(?:办|落实|完)(?:完|结|好|成)(?:了)?的|办结(?!没|了没)|哪[些几].{0,4}(?:办完|办结|办好|完成|落实)了?$/u,
  ],
]

const onlyOf = (text: string): TasksOnly | null => ONLY.find(([, sign]) => sign.test(text))?.[0] ?? null
