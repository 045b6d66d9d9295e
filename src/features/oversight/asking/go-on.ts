/** 上个月呢, 为啥跌了, 其中超期的: pieces said to an answer change what was asked before. Pure. */
import type { Pieces } from './build.ts'
import { measureAsked, periodOf, whereOf } from './build.ts'
import { type Measure, NOWHERE, type Question, type Where } from './question.ts'
import type { Kind, Slots } from './slots.ts'
import { lengthOf } from './words/periods-held.ts'

/** What a way of asking needs from before, where the words did not name it. */
const LACKING: ReadonlySet<Slots['kind']> = new Set(['why', 'trend', 'comparison', 'ranking', 'share'])

export function needsBefore(slots: Slots): boolean {
  if (slots.kind === null || slots.within) return true
  // 最近30天哪天最多 names a time and what it is told by: it stands alone.
  const isWhole = slots.period !== null && (slots.by ?? slots.step ?? slots.category) !== null
  return (
    LACKING.has(slots.kind) &&
    slots.of === null &&
    !isWhole &&
    slots.order !== 'good' &&
    slots.order !== 'bad'
  )
}

/** Words that could stand alone and still read better with what was asked before. */
export function mayGoOn(slots: Slots, previous: Question): boolean {
  // 那家铸造厂的事卡在哪了 is about one matter, whatever was asked before.
  if (slots.kind === 'matter' && (slots.points || slots.topics.length > 0)) return false
  if (needsBefore(slots) || slots.goesOn) return true
  if (slots.kind === 'age') return slots.of === null
  if (slots.kind === 'reasons')
    return previous.kind === 'count' && previous.of === slots.of && slots.period === null
  if (slots.kind === 'count') return slots.of === null && slots.period === null && previous.kind === 'count'
  // 到账多少 and 谁没回 are of the drive and the notice just spoken of.
  return (
    slots.kind === previous.kind &&
    (slots.kind === 'drive' || slots.kind === 'receipts' || slots.visits?.isBare === true)
  )
}

/** The new words' pieces over the old question's; `undefined` where they do not fit together. */
export function goOn(pieces: Pieces, previous: Question): Pieces | undefined {
  const { slots } = pieces
  if (isOfAnother(slots, previous) || narrowsTwice(slots, previous)) return undefined
  const kind = kindAfter(slots, previous)
  if (kind === undefined) return undefined
  const before = whereOf(previous) ?? NOWHERE
  // 为啥检查类的涨了 names what it is about: only the measure is left open.
  const { mine: _, ...named } = pieces.where
  const isOwn =
    LACKING.has(slots.kind) &&
    !slots.goesOn &&
    !slots.within &&
    Object.values(named).some((part) => part !== null)
  const where = slots.all || isOwn ? { ...pieces.where } : mergeWhere(before, pieces.where, slots)
  const of = slots.of ?? measureAsked(previous)
  const last = periodOf(previous)
  const isTooShort = slots.step !== null && last !== null && lengthOf(last) < 2 * STEP_DAYS[slots.step]
  const period = slots.period ?? (isTooShort ? null : last)
  const isHeld = kind === 'comparison' || kind === 'why'
  const heldAgainst =
    slots.with ??
    (isHeld && slots.period === null && slots.compares === null && 'with' in previous ? previous.with : null)
  const drive = previous.kind === 'drive' ? (pieces.drive ?? previous.drive) : pieces.drive
  return {
    ...pieces,
    where,
    drive,
    slots: {
      ...slots,
      kind,
      of,
      period,
      with: heldAgainst,
      by: slots.by ?? (previous.kind === 'ranking' ? previous.by : null),
      step: slots.step ?? (previous.kind === 'trend' && slots.period === null ? previous.by : null),
      order: slots.order ?? (previous.kind === 'ranking' ? previous.order : null),
      listOrder:
        slots.listOrder ?? (previous.kind === 'count' && previous.order !== 'usual' ? previous.order : null),
      top: slots.top ?? (previous.kind === 'count' ? previous.top : null),
      topics: previous.kind === 'matter' && slots.topics.length === 0 ? previous.words : slots.topics,
      drive: slots.drive ?? (previous.kind === 'drive' ? previous.of : null),
      receipts:
        receiptsAfter(slots, previous) ??
        (previous.kind === 'receipts' ? { of: previous.of, notice: previous.notice } : null),
      visits:
        previous.kind === 'visits'
          ? {
              of: slots.visits?.isBare ? previous.of : (slots.visits?.of ?? previous.of),
              visit: slots.visits?.visit ?? previous.visit,
            }
          : slots.visits,
    },
  }
}

/** 其中特急的 of what is late would need two states at once, and no question has room for both. */
const narrowsTwice = (slots: Slots, previous: Question): boolean =>
  slots.within &&
  previous.kind === 'count' &&
  slots.of !== null &&
  slots.of !== previous.of &&
  !WIDE.has(previous.of)
const WIDE: ReadonlySet<Measure> = new Set(['open', 'backlog', 'fresh', 'all', 'done'])

/** 用了多少 goes on with a drive, 谁没回 with a notice, 哪个最少 with a ranking, and with nothing else. */
function isOfAnother(slots: Slots, previous: Question): boolean {
  if (slots.kind !== null) return false
  if ((slots.drive ?? slots.receipts ?? slots.visits) !== null)
    return !(
      (slots.drive !== null && previous.kind === 'drive') ||
      (slots.receipts !== null && previous.kind === 'receipts') ||
      (slots.visits !== null && previous.kind === 'visits')
    )
  return slots.order !== null && slots.by === null && previous.kind !== 'ranking' && slots.of === null
}

function kindAfter(slots: Slots, previous: Question): Kind | undefined {
  const { kind } = slots
  // 理由呢, after those that were sent back.
  if (kind === 'why' && slots.within && slots.of === null && previous.kind === 'count')
    return HAS_REASONS.has(previous.of) ? 'reasons' : 'why'
  if (kind !== null && kind !== 'follow-up' && kind !== 'unclear' && !(kind === 'count' && slots.of === null))
    return kind
  if (slots.step !== null) return 'trend'
  if (slots.by !== null && previous.kind !== 'drive') return 'ranking'
  const isRate =
    slots.of === 'rates' ||
    slots.of === 'response' ||
    slots.of === 'resolution' ||
    slots.of === 'satisfaction' ||
    slots.of === 'onTime' ||
    slots.of === 'days'
  const holdsMeasure =
    previous.kind === 'trend' ||
    previous.kind === 'ranking' ||
    previous.kind === 'comparison' ||
    previous.kind === 'why'
  if (slots.of !== null && !holdsMeasure) {
    if (isRate) return 'rate'
    return previous.kind === 'share' || previous.kind === 'reasons' ? previous.kind : 'count'
  }
  if (slots.compares !== null || slots.with !== null) return 'comparison'
  if (previous.kind === 'number' || previous.kind === 'sealed' || previous.kind === 'scope') return undefined
  return previous.kind
}

const HAS_REASONS: ReadonlySet<Measure> = new Set(['sentBack', 'paused', 'unsatisfied', 'excluded'])

const STEP_DAYS = { day: 1, week: 7, month: 31 } as const

/** 通知60呢 asks of the other notice what was asked of the first. */
function receiptsAfter({ receipts, goesOn }: Slots, previous: Question): Slots['receipts'] {
  if (receipts === null || previous.kind !== 'receipts') return receipts
  const notice = receipts.notice ?? previous.notice
  return { notice, of: receipts.of === 'standing' && goesOn ? previous.of : receipts.of }
}

/** A place named anew takes the place of the old one: after a chamber, a firm is that firm alone. */
function mergeWhere(before: Where, named: Where, slots: Slots): Where {
  const { company, chamber, town, trade, unit, category, leader, mine } = named
  const isPlace = mine || (company ?? chamber ?? town ?? trade ?? leader) !== null
  const kept = isPlace
    ? { ...before, company: null, chamber: null, town: null, trade: null, leader: null }
    : before
  return {
    company: company ?? kept.company,
    chamber: chamber ?? kept.chamber,
    town: town ?? kept.town,
    trade: trade ?? kept.trade,
    leader: leader ?? kept.leader,
    unit: unit ?? kept.unit,
    category: category ?? kept.category,
    mine: mine || (kept.mine && !isPlace && !slots.all),
  }
}
