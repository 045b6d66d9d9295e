/** One question's words, over text in which names are marks already, to what each of them says. Pure. */
import { shanghaiTime } from '../../../../kernel/clock.ts'
import { findAskedNumber } from '../../../../kernel/spoken-number.ts'
import type { Slots } from '../slots.ts'
import { findFollowUp } from './follow-ups-said.ts'
import {
  BEYOND,
  COUNT_FORM,
  ELSEWHERE,
  FILING,
  LEDGER_NOUN,
  LIST_FORM,
  MINE_SIGN,
  NEWS_SIGN,
  OWN_MATTER,
  POINTING,
  PROGRESS_SIGN,
  RULE_SIGN,
  SCOPE_SIGN,
  VAGUE,
} from './forms-said.ts'
import { pattern, signOf } from './marks.ts'
import { findMeasure, findOpposite, type Measured } from './measures-said.ts'
import { asksSealed, findBareOthers, findDrive, findReceipts, findVisits, tellsVisit } from './others-said.ts'
import { type Compared, findCompared, markPeriods } from './periods-said.ts'
import { plainWords } from './plain-words.ts'
import { findBareGrouping, findGrouping, findListOrder, findOrder, findTop } from './told-apart.ts'
import { clashesWith, leftOver } from './left-over.ts'
import { markTopics } from './topics-said.ts'
import { AGE, ALL, CONTRACTION, GOES_ON, HOW, REASON, SHARE, STEPS, TREND, WHY, WITHIN } from './ways-said.ts'

export interface HeardWords {
  readonly slots: Slots
  /** Plain, with marks for names, times and subjects. */
  readonly text: string
}

const RATES: ReadonlySet<string> = new Set([
  'response',
  'resolution',
  'satisfaction',
  'onTime',
  'days',
  'rates',
])

/** 诉求比去年多: more of them were filed. */
const FILED_MORE =
  /(?:诉求|问题|单子|反映|报的|来的|件数).{0,10}(?:多|少|涨|增|升|降|减|跌)|(?:多|少|增加?|减少?)(?:了)?(?:几|多少)(?:件|个|起|条)/u

/** 拖得最久的 is the oldest of what is open; only 超期 speaks of a deadline. */
function measureIn(text: string): ReturnType<typeof findMeasure> {
  const found = findMeasure(text)
  const order = findListOrder(text)
  if (found?.measure === 'overdue' && /^拖(?!.*[凶狠厉严])/u.test(found.words) && order === 'oldest') return { ...found, measure: 'open' }
  return found === undefined && order === 'newest' ? { measure: 'all', words: '最新', at: 0 } : found
}

/** Words that are also said to have it done. */
const ACTS: ReadonlySet<Measured> = new Set(['withdrawn', 'merged', 'sentBack', 'done', 'excluded', 'paused', 'referred'])

/** 用工类比去年多多少: more of them filed; 高 and 低 are said of rates. */
const isMoreOf = (text: string, { words }: Compared): boolean =>
  words !== undefined && /多|少|增|减/u.test(text) && pattern('{KCHTD}').test(text)

/** 有什么新的情况 asks for news, though 新的 counts as well. */
const WIDE_OF_NEWS: ReadonlySet<Measured> = new Set(['fresh', 'all', 'done'])

/** 效率最低 takes longest. */
function orderOf(text: string, measure: string): Slots['order'] {
  const order = findOrder(text) ?? null
  if (!/效率|速度/u.test(measure)) return order
  return order === 'most' ? 'good' : order === 'least' ? 'bad' : order
}

/** 解决率和满意率 are the three rates; 新增和办结 are two questions. */
const RATE = '(?:解决率|满意率|响应率|办结率)'
const TWO_RATES = new RegExp(`${RATE}(?:和|跟|与|、|,|，|及|还有)${RATE}`, 'u')
const COUNT = '(?:新增|办结|办完|超期|退单|不满意|没办完|未办结|积压|暂停|撤回)(?:的|数|量)?'
const TWO_COUNTS = new RegExp(`${COUNT}(?:和|跟|与|、|比|及)${COUNT}`, 'u')

interface NumbersSaid {
  readonly text: string
  /** Candidates of the first, then of the next. */
  readonly numbers: readonly string[]
  readonly words: readonly string[]
}

const MOST_NUMBERS = 8

/** Numbers of matters; those of notices, figures and visits are none. */
function markNumbers(plain: string, at: Date): NumbersSaid {
  // 0298分别 is no time of day.
  let text = plain.replaceAll('分别', '各')
  const numbers: string[] = []
  const words: string[] = []
  if (/通知|回执|公告|明细|走访|拍砖|慰问/u.test(plain)) return { text, numbers, words }
  for (let n = 0; n < MOST_NUMBERS; n++) {
    const found = findAskedNumber(text, at)
    if (found === undefined) break
    // A number that was read out in words stands in the text in words.
    const spoken = text.includes(found.words) ? found.words : (READ_OUT.exec(text)?.[0] ?? '')
    if (spoken === '') break
    text = text.replace(spoken, signOf('N', n))
    numbers.push(...ofYear(found.numbers, plain.slice(0, plain.indexOf(spoken)), at))
    words.push(found.words)
  }
  return { text, numbers, words }
}

/** 去年的0298号 leaves no choice. */
function ofYear(numbers: readonly string[], before: string, at: Date): readonly string[] {
  const said = /(去年|今年|前年|20\d\d年)(?:度)?(?:的)?(?:第|编号|那个|那件)?$/u.exec(before)?.[1]
  if (said === undefined) return numbers
  const { year } = shanghaiTime(at)
  const named = /\d/u.test(said) ? Number(said.slice(0, 4)) : year - ['今年', '去年', '前年'].indexOf(said)
  return numbers.slice(0, 1).map((number) => `${named}${number.slice(4)}`)
}

const READ_OUT = /[零〇][零〇一二三四五六七八九幺]{3,5}号?/u

export function hear(said: string, at: Date): HeardWords {
  const plain = plainWords(said)
  const { numbers, words: numberWords, text: numbered } = markNumbers(plain, at)
  const isNumber = numbers.length > 0
  const dated = markPeriods(numbered, at)
  const topics = markTopics(dated.text)
  const text = topics.text
  const follow = findFollowUp(plain)
  const measure = measureIn(text)
  const compared = findCompared(text, dated.periods, at)
  // 国庆前还压着几件: what was open by then.
  const isByThen = measure?.measure === 'open' && dated.words.some((word) => /前$|底$|末$/u.test(word)) && !/前(?:收|报|来|登记|受理|提|新增)/u.test(said)
  const grouping = findGrouping(text, measure !== undefined)
  const base = {
    act: null,
    isLast: false,
    of: TWO_RATES.test(text)
      ? ('rates' as const)
      : isByThen ? ('backlog' as const) : (measure?.measure ?? (dated.isOlder ? ('open' as const) : (FILED_MORE.test(text) || isMoreOf(text, compared)) ? ('fresh' as const) : null)),
    period: compared.period,
    with: compared.with,
    compares:
      compared.words === undefined
        ? null
        : /同比|同期/u.test(compared.words)
          ? ('yearBefore' as const)
          : ('before' as const),
    by: grouping?.by ?? findBareGrouping(text) ?? null,
    step: STEPS.find(([, row]) => row.test(text))?.[0] ?? null,
    order: orderOf(text, measure?.words ?? ''),
    listOrder: findListOrder(text) ?? null,
    top: findTop(text),
    // 转法院 names a measure; the court in it is no subject.
    category:
      measure !== undefined && pattern('{K}').test(measure.words) ? null : (topics.categories[0] ?? null),
    categories: topics.categories,
    topics: topics.words,
    // 搁在咱们手上没派的 are those of the office.
    mine: MINE_SIGN.test(text) && !(measure?.measure === 'unassigned' && !/包|联系|挂/u.test(text)),
    all: ALL.test(text),
    isOlder: dated.isOlder,
    within: WITHIN.test(text),
    goesOn: GOES_ON.test(text.replace(/[。？?，,]+$/u, '')),
    points: POINTING.test(text),
    numbers,
    drive: null,
    receipts: null,
    visits: null,
    between: CONTRACTION.test(text),
  } satisfies Omit<Slots, 'kind' | 'score' | 'words'>
  const made = (
    kind: Slots['kind'],
    score: number,
    words: readonly (string | undefined)[],
    more: Partial<Slots> = {},
  ): HeardWords => ({
    text,
    slots: {
      ...base,
      kind,
      score,
      words: words.filter((word) => word !== undefined && word !== '').map(String),
      ...more,
    },
  })
  const sealed = asksSealed(text)
  if (sealed !== undefined) return made('sealed', 0.9, [sealed])
  const isRest = follow?.act.act === 'more'
  if (follow !== undefined && !isNumber && (isRest || !(base.goesOn && measure !== undefined)))
    return made('follow-up', follow.stands ? 0.95 : 0.6, [follow.words], {
      act: follow.act,
      isLast: follow.isLast,
    })
  const receipts = findReceipts(text)
  if (receipts !== undefined) return made('receipts', 0.9, [receipts.words], { receipts })
  const drive = findDrive(text)
  if (drive !== undefined) return made('drive', 0.9, [drive.words], { drive: drive.of })
  if (tellsVisit(text) && measure === undefined) return made('unclear', 0, [])
  const visits = measure !== undefined && /件|诉求|问题|单子/u.test(text) && !/欠|还差/u.test(text) ? undefined : findVisits(text)
  if (visits !== undefined && measure?.measure !== 'overdue')
    return made('visits', 0.9, [visits.words], { visits })
  const scope = SCOPE_SIGN.exec(text)?.[0]
  if (scope !== undefined && !LEDGER_NOUN.test(text)) return made('scope', 0.9, [scope])
  if (isNumber) return made('number', 0.95, numberWords)
  const beyond = BEYOND.exec(text)?.[0]
  if (beyond !== undefined)
    return made('unclear', measure !== null || LEDGER_NOUN.test(text) ? 0.5 : 0.3, [beyond])
  if (dated.periods.length > 2 || TWO_COUNTS.test(text)) return made('unclear', 0.5, dated.words)
  const opposite = findOpposite(text)
  if (opposite !== undefined) return made('unclear', 0.5, [opposite])
  return ofLedger(
    text,
    { measure: measure?.measure ?? null, about: measure?.words, grouping, compared },
    base,
    made,
  )
}

interface Signs {
  readonly measure: Measured | null
  readonly about: string | undefined
  readonly grouping: ReturnType<typeof findGrouping>
  readonly compared: ReturnType<typeof findCompared>
}
type Made = (
  kind: Slots['kind'],
  score: number,
  words: readonly (string | undefined)[],
  more?: Partial<Slots>,
) => HeardWords

/** What the ledger of appeals is asked: from the narrowest way of asking to the widest. */
function ofLedger(
  text: string,
  { measure, about, grouping, compared }: Signs,
  base: Omit<Slots, 'kind' | 'score' | 'words'>,
  made: Made,
): HeardWords {
  if (base.isOlder && /各|分别/u.test(text)) return made('age', 0.85, ['各'])
  const course = TREND.exec(text)?.[0]
  const isCourse = course !== undefined && base.step !== null && !/为什么|原因|比(?!例|较|重)/u.test(text)
  if (isCourse) return made('trend', measure === null ? 0.6 : 0.9, [course, about])
  const why = WHY.exec(text)?.[0]
  if (why !== undefined) {
    const isAlone = measure === null && compared.with === null
    return made('why', isAlone ? 0.6 : 0.9, [why, about])
  }
  const reason = REASON.exec(text)?.[0]
  if (
    reason !== undefined &&
    (measure === 'sentBack' || measure === 'paused' || measure === 'unsatisfied' || measure === 'excluded')
  )
    return made('reasons', 0.9, [reason, about])
  if (
    reason !== undefined &&
    /原因|为什么|怎么回事|理由/u.test(reason) &&
    measure !== null &&
    RATES.has(measure) &&
    /低|高|差|慢|快|不好|上不去|提不/u.test(text)
  )
    return made('why', 0.85, [reason, about])
  const share = SHARE.exec(text)?.[0]
  if (share !== undefined && (measure === null || !RATES.has(measure)))
    return made('share', 0.9, [share, about])
  const form = COUNT_FORM.exec(text)?.[0] ?? LIST_FORM.exec(text)?.[0]
  const trend = TREND.exec(text)?.[0]
  if (
    trend !== undefined &&
    (compared.with === null || !/同比|环比|比(?!例|较|重)|较/u.test(compared.words ?? ''))
  )
    return made('trend', measure === null ? 0.6 : 0.9, [trend, about])
  if (compared.words !== undefined && (compared.with !== null || measure !== null || base.compares !== null))
    return made('comparison', measure === null ? 0.6 : 0.9, [compared.words, about])
  const isAsked =
    VAGUE.test(text) ||
    form !== undefined ||
    measure !== null ||
    base.order !== null ||
    base.goesOn ||
    /按|统计|分一?下|排|分布|构成|情况/u.test(text)
  if (
    grouping !== undefined &&
    isAsked &&
    (base.listOrder === null || measure === 'days' || base.top === null)
  ) {
    const isQuality = measure === null && (base.order === 'good' || base.order === 'bad')
    return made('ranking', measure === null && !isQuality ? 0.75 : 0.9, [grouping.words, about])
  }
  if (base.between && (base.categories.length > 1 || pattern('{CHTUL}.*{CHTUL}').test(text)))
    return made(
      'ranking',
      0.85,
      [grouping?.words ?? '比'],
      base.categories.length > 1 ? { by: base.by ?? 'category' } : {},
    )
  const age = AGE.exec(text)?.[0]
  const places = pattern('{CN}').test(text)
  if (
    age !== undefined &&
    base.listOrder === null &&
    (measure === null ||
      measure === 'open' ||
      measure === 'all' ||
      (measure === 'days' && !/平均/u.test(text))) &&
    !(places && base.points)
  )
    return made('age', 0.85, [age])
  const isOfOne = measure === 'days' && base.listOrder !== null && /哪(?:一|几)?[件个]/u.test(text)
  if (measure !== null && RATES.has(measure) && !isOfOne) {
    const isVague = form === undefined && !VAGUE.test(text) && !/率|平均|用时|时长/u.test(text)
    return made('rate', isVague ? 0.5 : 0.9, [about])
  }
  return ofCounts(text, { measure, about, grouping, compared }, base, form, made)
}

/** Counting before telling, telling before asking how one thing stands: 还有几件 is a count whatever follows. */
function ofCounts(
  text: string,
  { measure, about }: Signs,
  base: Omit<Slots, 'kind' | 'score' | 'words'>,
  form: string | undefined,
  made: Made,
): HeardWords {
  const noun = LEDGER_NOUN.exec(text)?.[0]
  const news = NEWS_SIGN.exec(text)?.[0]
  const progress = PROGRESS_SIGN.exec(text)?.[0]
  const counts = COUNT_FORM.exec(text)?.[0]
  const length = [...text].length
  const named = pattern('{CHTULDAX}').test(text)
  // 撤回 alone is an order, not a question.
  if (text.replace(/[。？?，,]/gu, '') === about && measure !== null && ACTS.has(measure)) return made('unclear', 0, [])
  const clash = measure === null || measure === 'rates' || RATES.has(measure) ? undefined : clashesWith(text, measure)
  if (clash !== undefined && ((counts ?? form) !== undefined || /的[。？?]*$/u.test(text))) return made('unclear', 0.5, [about, clash])
  if (measure !== null && counts !== undefined) return made('count', 0.9, [about, counts])
  if (measure !== null && form !== undefined && !WIDE_OF_NEWS.has(measure) && noun !== undefined && progress === undefined)
    return made('count', 0.9, [about, form])
  const isStrange = measure === null && [...leftOver(text)].length >= 2
  if (
    base.listOrder !== null &&
    (form !== undefined || base.top !== null || noun !== undefined || measure !== null)
  )
    return made('count', 0.85, [base.listOrder, about ?? form])
  const how = HOW.exec(text)?.[0]
  if (
    how !== undefined &&
    (base.period !== null || pattern('{UHLT}').test(text) || base.mine) &&
    !pattern('{C}').test(text) &&
    !base.points &&
    (measure === null || measure === 'open')
  )
    return made('rate', 0.75, [how], { of: 'rates' })
  if (news !== undefined && (progress === undefined || base.period !== null))
    return made('news', base.period === null ? 0.7 : 0.85, [news])
  if (progress !== undefined && !(measure !== null && measure !== 'open' && form !== undefined)) {
    const specific = base.points || base.topics.length > 0 || /诉求|那边|这边|反映/u.test(text)
    return made('matter', specific ? 0.85 : 0.6, [progress])
  }
  if (measure !== null && form !== undefined) return made('count', 0.9, [about, form])
  if (form !== undefined && noun !== undefined && isStrange) return made('unclear', 0.5, [form, noun])
  if (form !== undefined && noun !== undefined) return made('count', 0.75, [form, noun])
  if (counts !== undefined && (named || base.mine || base.category !== null) && length <= 24)
    return made(isStrange ? 'unclear' : 'count', isStrange ? 0.45 : 0.65, [counts])
  if (
    pattern('{C}').test(text) &&
    base.topics.length > 0 &&
    (base.points || /(?:没|没有|吗|呢|么)[？?。]*$/u.test(text))
  )
    return made('matter', 0.7, [...base.topics])
  const listed = /列(?:一下|个单|出来)|清单|台账|明细|名单/u.exec(text)?.[0]
  if (listed !== undefined && !base.goesOn) return made('count', 0.6, [listed])
  if (
    measure !== null &&
    (noun !== undefined ||
      VAGUE.test(text) ||
      /的[。？?]*$|情况[？?]?$/u.test(text) ||
      length <= 10 ||
      base.mine ||
      named)
  )
    return made(base.goesOn && measure !== null ? 'count' : 'count', 0.7, [about])
  if (base.period !== null && (noun !== undefined || /情况/u.test(text))) return made('news', 0.6, ['情况'])
  return ofPieces(text, measure, base, noun, made)
}

/** Words that are only pieces, and those that speak of the ledger without asking what it knows. */
function ofPieces(
  text: string,
  measure: Measured | null,
  base: Omit<Slots, 'kind' | 'score' | 'words'>,
  noun: string | undefined,
  made: Made,
): HeardWords {
  const length = [...text].length
  const others = findBareOthers(text)
  if (
    length <= 8 &&
    (others.drive ?? others.receipts ?? others.visits) !== null &&
    measure === null &&
    noun === undefined
  ) {
    const receipts = others.receipts === null ? null : { of: others.receipts, notice: null }
    const visits = others.visits === null ? null : { of: others.visits, visit: null }
    return made(null, 0.35, [text], { drive: others.drive, receipts, visits })
  }
  if (length <= 6 && REASON.test(text)) return made('why', 0.4, [text], { within: true })
  if (length <= 10 && base.order !== null && VAGUE.test(text)) return made(null, 0.4, [text])
  if (base.between && /[和跟与同比]|还是/u.test(text) && VAGUE.test(text))
    return made('ranking', 0.5, ['哪个'])
  if (length <= 14 && /情况[？?。]*$/u.test(text)) return made('matter', 0.35, ['情况'])
  // 佳和食品说招不到人 tells, and asks nothing.
  if (/说|反映(?!的)|来电/u.test(text) && !VAGUE.test(text) && measure === null && !base.goesOn) return made('unclear', 0, [])
  const pieces = pattern('{CHTULDAPKOX}').exec(text)?.[0]
  const goesOn = base.goesOn || base.within || base.by !== null || base.step !== null
  if (
    length <= 14 &&
    (measure !== null ||
      pieces !== undefined ||
      base.mine ||
      base.all ||
      base.by !== null ||
      base.step !== null)
  )
    return made(null, goesOn ? 0.5 : 0.3, [measure ?? pieces ?? ''])
  if ((noun !== undefined || /企业|商会/u.test(text)) && VAGUE.test(text) && length <= 40)
    return made('unclear', 0.4, [noun ?? '企业'])
  if (goesOn && length <= 14 && (VAGUE.test(text) || /^(?:那|那么)?(?:换|改|只看|单看|再看)/u.test(text))) return made(null, 0.3, [text])
  return made('unclear', 0, [])
}

/** Words that belong to other desks, whatever else is in them. */
export function isElsewhere(said: string): boolean {
  const text = plainWords(said)
  if (ELSEWHERE.test(text)) return true
  if (FILING.test(text) && !COUNT_FORM.test(text) && !LIST_FORM.test(text)) return true
  return !MINE_SIGN.test(text) && OWN_MATTER.test(text)
}

export const isOfRules = (said: string): boolean => RULE_SIGN.test(plainWords(said))
