/** What the ledger of appeals is asked, from the narrowest way of asking to the widest. Over marked text. */
import type { Slots } from '../slots.ts'
import type { findCompared } from './compared-said.ts'
import { COUNT_FORM, LEDGER_NOUN, LIST_FORM, NEWS_SIGN, PROGRESS_SIGN, VAGUE } from './forms-said.ts'
import { clashesWith, leftOver, unknownState } from './left-over.ts'
import { pattern } from './marks.ts'
import { ACTS, RATES, WIDE_OF_NEWS } from './measure-meant.ts'
import type { Measured } from './measures-said.ts'
import { findBareOthers } from './others-said.ts'
import type { findGrouping } from './told-apart.ts'
import { AGE, HOW, REASON, SHARE, TREND, WHY } from './ways-said.ts'

export interface HeardWords {
  readonly slots: Slots
  /** Plain, with marks for names, times and subjects. */
  readonly text: string
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
export function ofLedger(
  text: string,
  { measure, about, grouping, compared }: Signs,
  base: Omit<Slots, 'kind' | 'score' | 'words'>,
  made: Made,
): HeardWords {
  if (/分(?:一)?(?:个|分|成|几)?(?:段|档|层)|长短/u.test(text) || (base.isOlder && /各|分别/u.test(text)))
    return made('age', 0.85, ['各'])
  const course = TREND.exec(text)?.[0]
  const isCourse = course !== undefined && base.step !== null && !/为什么|原因|比(?!例|较|重)/u.test(text)
  if (isCourse)
    return made('trend', measure === null && base.period === null ? 0.6 : 0.85, [course, about], {
      period: base.first,
      with: null,
    })
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
  // 今年解决了百分之几 is a rate; 融资占几成 is a share.
  const isRateOf = measure === 'done' || measure === 'satisfied'
  const isOfAll = !/占|比重/u.test(text) || !pattern('{CHTULDKA}').test(text)
  if (share !== undefined && isRateOf && isOfAll)
    return made('rate', 0.85, [share, about], { of: measure === 'done' ? 'resolution' : 'satisfaction' })
  if (share !== undefined && (measure === null || !RATES.has(measure)))
    return made('share', 0.9, [share, about])
  const form = COUNT_FORM.exec(text)?.[0] ?? LIST_FORM.exec(text)?.[0]
  const trend = TREND.exec(text)?.[0]
  if (
    trend !== undefined &&
    (compared.with === null || !/同比|环比|比(?!例|较|重)|较/u.test(compared.words ?? ''))
  )
    return made('trend', measure === null && base.period === null ? 0.6 : 0.85, [trend, about], {
      period: base.first,
      with: null,
    })
  if (compared.words !== undefined && (compared.with !== null || measure !== null || base.compares !== null))
    return made('comparison', measure === null ? 0.6 : 0.9, [compared.words, about])
  const isAsked =
    VAGUE.test(text) ||
    form !== undefined ||
    measure !== null ||
    base.goesOn ||
    /按|统计|分一?下|排|分布|构成|情况|前[三五十几\d]|倒数|垫底/u.test(text)
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
    /了|着|都|积压|没办|未办|在办|分别|各|分布|账龄|时长|按|分/u.test(text) &&
    base.listOrder === null &&
    (measure === null ||
      measure === 'open' ||
      measure === 'all' ||
      (measure === 'days' && !/平均/u.test(text))) &&
    !(places && base.points)
  )
    return made('age', 0.85, [age])
  const isOfOne = measure === 'days' && base.listOrder !== null && /哪(?:一|几)?[件个]/u.test(text)
  // 最快的呢: of the groups that were ranked.
  if (measure !== null && RATES.has(measure) && base.goesOn && base.order !== null && /最/u.test(text))
    return made(null, 0.5, [about])
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
  if (text.replace(/[。？?，,]/gu, '') === about && measure !== null && ACTS.has(measure))
    return made('unclear', 0, [])
  const clash =
    measure === null || measure === 'rates' || RATES.has(measure)
      ? undefined
      : clashesWith(text, measure, about ?? '，')
  if (clash !== undefined && ((counts ?? form) !== undefined || /(?:的|件|单|诉求)[。？?]*$/u.test(text)))
    return made('unclear', 0.5, [about, clash])
  // 超期的是谁在办: the list says with whom each of them is.
  if (
    measure !== null &&
    !base.points &&
    base.topics.length === 0 &&
    /谁(?:在)?(?:办|负责|管)/u.test(text) &&
    !pattern('{CN}').test(text)
  )
    return made('count', 0.85, [about])
  if (measure !== null && counts !== undefined) return made('count', 0.9, [about, counts])
  if (
    measure !== null &&
    form !== undefined &&
    !WIDE_OF_NEWS.has(measure) &&
    noun !== undefined &&
    progress === undefined
  )
    return made('count', 0.9, [about, form])
  const isStrange = measure === null && ([...leftOver(text)].length >= 2 || unknownState(text) !== undefined)
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
    (measure === null || measure === 'open' || (measure === 'done' && /得(?:怎么样|如何|好)/u.test(how)))
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
    return made(
      'count',
      isBare(text, about, base) ? 0.45 : /的[。？?]*$|情况/u.test(text) || VAGUE.test(text) ? 0.7 : 0.55,
      [about],
    )
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
  // 58呢, after notice 57.
  const notice = /^那?(\d{1,4})号?呢$/u.exec(text)?.[1]
  if (notice !== undefined)
    return made(null, 0.35, [notice], { receipts: { of: 'standing', notice: Number(notice) } })
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
  if (/说|反映(?!的)|来电/u.test(text) && !VAGUE.test(text) && measure === null && !base.goesOn)
    return made('unclear', 0, [])
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
  if (
    goesOn &&
    length <= 14 &&
    (VAGUE.test(text) || /^(?:那|那么)?(?:换|改|只看|单看|再看)/u.test(text) || ANOTHER.test(text))
  )
    return made(null, 0.3, [text])
  return made('unclear', 0, [])
}

/** 那柳河镇的: its name is read later, with the roster. */
const ANOTHER =
  /^那(?:么)?.{2,8}(?:镇|乡|街道|商会|协会|局|公司|厂|[县市区]长|主任|部长|主席|书记|类)(?:的|那边|那里|这边)?[。？?]*$/u

/** 逾期, 加急, 不太满意: a state and nothing of a question. */
const isBare = (
  text: string,
  about: string | undefined,
  base: Omit<Slots, 'kind' | 'score' | 'words'>,
): boolean =>
  about !== undefined &&
  base.period === null &&
  !base.mine &&
  !VAGUE.test(text) &&
  !/的[。？?]*$/u.test(text) &&
  !pattern('{CHTULDAK}').test(text) &&
  [...text].length - [...about].length <= 3
