/** One question's words, over text in which names are marks already, to what each of them says. Pure. */
import type { Slots } from '../slots.ts'
import { toThePoint } from './beside-the-point.ts'
import { findCompared } from './compared-said.ts'
import { findDoubt } from './doubts.ts'
import { findFollowUp, followUpBehind } from './follow-ups-said.ts'
import { BEYOND, LEDGER_NOUN, MINE_SIGN, OPINION, POINTING, SCOPE_SIGN, VAGUE } from './forms-said.ts'
import { marksIn, pattern } from './marks.ts'
import {
  ahead,
  FILED_MORE,
  isBetweenPeriods,
  isMoreOf,
  isOfNow,
  measureIn,
  orderOf,
  TWO_COUNTS,
  TWO_RATES,
} from './measure-meant.ts'
import { findOpposite } from './measures-said.ts'
import { markNumbers } from './numbers-said.ts'
import { type HeardWords, ofLedger } from './of-ledger.ts'
import { asksSealed, findDrive, findReceipts, findVisits, tellsVisit } from './others-said.ts'
import { markPeriods } from './periods-said.ts'
import { plainWords } from './plain-words.ts'
import { findBareGrouping, findGrouping, findListOrder, findTop } from './told-apart.ts'
import { markTopics } from './topics-said.ts'
import { ALL, CONTRACTION, GOES_ON, STEPS, WITHIN } from './ways-said.ts'

export function hear(said: string, at: Date): HeardWords {
  const plain = toThePoint(plainWords(said), at)
  const { numbers, words: numberWords, text: numbered } = markNumbers(plain, at)
  const isNumber = numbers.length > 0
  const dated = markPeriods(numbered, at)
  const topics = markTopics(dated.text)
  const text = topics.text
  const measure = measureIn(text)
  const follow = findFollowUp(plain) ?? (measure === undefined ? followUpBehind(plain) : undefined)
  const compared = findCompared(text, dated.periods, at)
  // 国庆前还压着几件: what was open by then.
  const isByThen =
    measure?.measure === 'open' &&
    dated.words.some((word) => /前$|底$|末$/u.test(word)) &&
    !/前(?:收|报|来|登记|受理|提|新增)/u.test(said)
  const grouping = findGrouping(text, measure !== undefined)
  const base = {
    act: null,
    isLast: false,
    of: TWO_RATES.test(text)
      ? ('rates' as const)
      : isByThen
        ? ('backlog' as const)
        : (measure?.measure ??
          (dated.isOlder
            ? ('open' as const)
            : FILED_MORE.test(text) ||
                isMoreOf(text, compared) ||
                isBetweenPeriods(text, dated.periods.length)
              ? ('fresh' as const)
              : null)),
    // 12月到期的 lies ahead; a trend is of the time named first.
    period: isOfNow(text, measure?.measure, compared.period, at)
      ? null
      : measure?.measure === 'due'
        ? ahead(compared.period, at, text)
        : compared.period,
    first: dated.periods[marksIn(text, 'P')[0] ?? -1] ?? compared.period,
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
  // 今年各月新增画个图 names its own course.
  const isOwnChart = follow?.act.act === 'chart' && measure !== undefined
  if (isOwnChart)
    return made('trend', 0.85, [follow?.words, measure?.words], { period: base.first, with: null })
  // 二号那件 is a line; 0002号 the number of a matter.
  const isLine =
    follow?.act.act === 'line' && numbers.length === 2 && /^[一二三四五六七八九十1-9]号[那这]/u.test(plain)
  if (follow !== undefined && (!isNumber || isLine) && (isRest || !(base.goesOn && measure !== undefined)))
    return made('follow-up', follow.stands ? 0.95 : 0.6, [follow.words], {
      act: follow.act,
      isLast: follow.isLast,
    })
  const receipts = findReceipts(text)
  if (receipts !== undefined) return made('receipts', 0.9, [receipts.words], { receipts })
  const drive = findDrive(text)
  if (drive !== undefined) return made('drive', 0.9, [drive.words], { drive: drive.of })
  if (tellsVisit(text) && measure === undefined) return made('unclear', 0, [])
  const visits =
    measure !== undefined && /件|诉求|问题|单子/u.test(text) && !/欠|还差/u.test(text)
      ? undefined
      : findVisits(text)
  if (visits !== undefined && measure?.measure !== 'overdue')
    return made('visits', 0.9, [visits.words], {
      // 慰问呢 names no more than the kind.
      visits: { ...visits, isBare: base.goesOn && !/了|过|几|多少|哪|欠|没/u.test(text) },
    })
  const scope = SCOPE_SIGN.exec(text)?.[0]
  if (scope !== undefined && !LEDGER_NOUN.test(text)) return made('scope', 0.9, [scope])
  if (isNumber) return made('number', 0.95, numberWords)
  const beyond =
    BEYOND.exec(text)?.[0] ??
    (VAGUE.test(text) || /有无|是否|到底|服不服/u.test(text) ? OPINION.exec(text)?.[0] : undefined)
  if (beyond !== undefined)
    return made('unclear', measure !== null || LEDGER_NOUN.test(text) ? 0.5 : 0.3, [beyond])
  if (dated.periods.length > 2 || TWO_COUNTS.test(text)) return made('unclear', 0.5, dated.words)
  const opposite = findOpposite(text)
  if (opposite !== undefined && measure?.measure !== 'onTime') return made('unclear', 0.5, [opposite])
  const read = ofLedger(
    text,
    { measure: measure?.measure ?? null, about: measure?.words, grouping, compared },
    base,
    made,
  )
  const doubt = findDoubt(text, read.slots, read.slots.words)
  return doubt === undefined
    ? read
    : made('unclear', Math.min(0.5, read.slots.score), [...read.slots.words, doubt])
}
