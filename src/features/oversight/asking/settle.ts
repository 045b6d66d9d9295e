/** From what was said, the roster and what was asked before to a question of the closed list. Pure. */

import { dayOf } from '../../../kernel/clock.ts'
import { type Directory, spokenName } from '../../../kernel/directory.ts'
import type { Occasion } from '../../../kernel/standing.ts'
import { build, type Pieces } from './build.ts'
import type { FollowUp } from './follow-up.ts'
import { goOn, mayGoOn, needsBefore } from './go-on.ts'
import type { Mention, NamesSaid } from './names/marking.ts'
import type { Place } from './names/name-index.ts'
import { markNames } from './names/names-said.ts'
import { nearestQuestions } from './nearest.ts'
import { slotsOfModel } from './of-model.ts'
import type { Grouping, Measure, Period, Question, Where } from './question.ts'
import type { Asked } from './read-asked.ts'
import type { Slots } from './slots.ts'
import { hear } from './words/hear.ts'
import { pattern } from './words/marks.ts'
import { unreadWords } from './words/ordinary-words.ts'
import { plainWords } from './words/plain-words.ts'

/** A name that was not said as the roster writes it: by its sound, by a part, or by a person's name. */
export interface Heard {
  readonly said: string
  readonly meant: string
}

export interface Option {
  readonly label: string
  readonly question: Question
}

export type Settled =
  | { readonly kind: 'question'; readonly question: Question; readonly heard: readonly Heard[] }
  /** Several could be meant: the asker says which. At most six options. */
  | {
      readonly kind: 'which'
      readonly asks:
        | 'company'
        | 'chamber'
        | 'unit'
        | 'town'
        | 'leader'
        | 'trade'
        | 'place'
        | 'period'
        | 'measure'
        | 'drive'
      readonly options: readonly Option[]
    }
  | { readonly kind: 'follow-up'; readonly act: FollowUp }
  /** Exactly three questions that are understood, nearest to the words. */
  | {
      readonly kind: 'unclear'
      readonly nearest: readonly string[]
      /** A name or words that nobody here knows: said back, so that nobody takes another figure for it. */
      readonly unread: string | null
    }

export interface Known {
  readonly directory: Directory
  readonly occasions: readonly Occasion[]
  /** What this person asked last, while it is still what they go on with. */
  readonly previous: Question | null
  /** Lines of the last answer that were shown. */
  readonly shown?: number
  readonly at: Date
}

/** More than these are no choice that fits on a phone. */
const MOST_OPTIONS = 6

export function settleAsked(asked: Asked, known: Known): Settled {
  const names = markNames(known.directory, known.occasions, asked.text)
  const heardWords = hear(names.text, known.at)
  const slots =
    asked.model === null ? heardWords.slots : slotsOfModel(asked.model, heardWords.slots, known.at)
  // A model tells names from other words; one of them that is in no roster is said back like any other.
  const left =
    asked.model === null
      ? unreadWords(heardWords.text)
      : asked.model.names.filter((name) => names.text.includes(name.replace(/\s/gu, '')))
  const unread = [...new Set([...names.strangers, ...left])].slice(0, 3)
  return new Settling(asked, known, names, slots, unread, heardWords.text).settle()
}

class Settling {
  readonly asked: Asked
  readonly known: Known
  readonly names: NamesSaid
  readonly slots: Slots
  readonly unread: readonly string[]
  readonly heardText: string

  constructor(
    asked: Asked,
    known: Known,
    names: NamesSaid,
    slots: Slots,
    unread: readonly string[],
    heardText: string,
  ) {
    this.asked = asked
    this.known = known
    this.names = names
    this.slots = slots
    this.unread = unread
    this.heardText = heardText
  }

  settle(): Settled {
    const { slots, known } = this
    if (slots.kind === 'sealed') return this.made({ kind: 'sealed' })
    if (slots.kind === 'follow-up' && slots.act !== null) return this.followUp(slots.act)
    if (this.isStrange()) return this.unclear()
    if (slots.kind === 'unclear') return this.unclear()
    const occasion = this.occasion()
    if (occasion === 'several') return this.whichDrive()
    const open = this.names.mentions.find(({ places }) => places.length > 1)
    if (open !== undefined) return this.which(open)
    const settled = this.settleWith(this.placesMeant(), known.previous)
    return settled
  }

  followUp(act: FollowUp): Settled {
    const needs = !('figure' in act && act.figure !== null)
    if (needs && this.known.previous === null) return this.unclear()
    if (!this.slots.isLast) return { kind: 'follow-up', act }
    const { shown = 0 } = this.known
    return shown > 0 ? { kind: 'follow-up', act: { act: 'line', line: shown } } : this.unclear()
  }

  /**
   * A name nobody knows, or a word that the rows have no place for, where no other place was named: a figure for
   * everything would be taken for theirs. Beside a place that is known it is said back with the answer.
   */
  isStrange(): boolean {
    const { slots, unread, names } = this
    if (names.strangers.length > 0 || (this.asked.model !== null && unread.length > 0)) return true
    if (unread.length === 0 || slots.kind === 'number') return false
    const isMatter =
      slots.kind === 'matter' && slots.topics.length === 0 && unread.every((word) => [...word].length <= 3)
    return names.mentions.length === 0 && !isMatter
  }

  settleWith(places: readonly Place[], previous: Question | null): Settled {
    const pieces = this.pieces(places)
    if (pieces === undefined) return this.unclear()
    const whole = this.whole(pieces, previous)
    if (whole === undefined) return this.unclear()
    if (whole.slots.kind === 'ranking' && whole.slots.of === null && isQuality(whole.slots))
      return this.whichMeasure(whole)
    if (whole.slots.kind === 'comparison' && whole.slots.of === null) return this.whichMeasure(whole)
    if (whole.slots.kind === 'matter') return this.matter(whole)
    const question = isAhead(whole) ? undefined : build(whole)
    return question === undefined ? this.unclear() : this.made(question)
  }

  /** With what was asked before, where the words are only pieces of a question. */
  whole(pieces: Pieces, previous: Question | null): Pieces | undefined {
    const { slots } = pieces
    if (previous !== null && mayGoOn(slots, previous)) {
      const merged = goOn(pieces, previous)
      if (merged !== undefined) return merged
    }
    if (!needsBefore(slots)) return pieces
    // 为啥跌了 and a trend have a measure that most people mean; pieces alone have none.
    return slots.kind === null || (slots.within && slots.kind !== 'ranking') ? undefined : pieces
  }

  made(question: Question): Settled {
    return { kind: 'question', question, heard: heardOf(this.names.mentions) }
  }

  unclear(): Settled {
    const [mention] = this.names.mentions
    const [someFirm] = this.known.directory.companies.values()
    const [topic] = this.slots.topics
    return {
      kind: 'unclear',
      unread: this.unread.length === 0 ? null : this.unread.join('、'),
      nearest: nearestQuestions(this.asked.text, {
        place: mention?.said,
        period: this.slots.period?.label.replace(/（.*$/u, ''),
        topic,
        firm: someFirm === undefined ? undefined : spokenName(someFirm.name),
      }),
    }
  }

  placesMeant(): readonly Place[] {
    return this.names.mentions.flatMap(({ places }) => places)
  }

  /** Undefined where more places were named than one question has room for. */
  pieces(places: readonly Place[]): Pieces | undefined {
    const { slots, known, unread } = this
    const codesOf = (kind: Place['kind']) => [
      ...new Set(places.filter((one) => one.kind === kind).map(({ code }) => code)),
    ]
    const companies = codesOf('company')
    const groups: readonly (readonly [Grouping, readonly string[]])[] = [
      ['company', companies],
      ['chamber', companies.length > 0 ? [] : codesOf('chamber')],
      ['unit', codesOf('unit')],
      ['town', companies.length > 0 ? [] : codesOf('town')],
      ['leader', codesOf('leader')],
    ]
    const several = groups.filter(([, codes]) => codes.length > 1)
    if (several.length > 1) return undefined
    const single = (kind: Grouping) => {
      const codes = groups.find(([by]) => by === kind)?.[1] ?? []
      return codes.length === 1 ? (codes[0] ?? null) : null
    }
    const isOfKinds = slots.between && slots.categories.length > 1 && several.length === 0
    const among = isOfKinds
      ? { by: 'category' as const, codes: slots.categories }
      : several[0] === undefined
        ? null
        : { by: several[0][0], codes: several[0][1] }
    const where: Where = {
      company: single('company'),
      chamber: single('chamber'),
      town: single('town'),
      trade: codesOf('trade')[0] ?? null,
      unit: single('unit'),
      category: isOfKinds ? null : slots.category,
      leader: single('leader'),
      mine: slots.mine || (slots.kind === 'visits' && /我/u.test(plainWords(this.asked.text))),
    }
    return { slots: this.dated(slots), where, among, drive: this.drive(), unread, at: known.at }
  }

  /** 防汛那次 is a time where no money is asked for. */
  dated(slots: Slots): Slots {
    const occasion = this.occasion()
    if (slots.kind === 'drive' || slots.period !== null || occasion === undefined || occasion === 'several')
      return slots
    return { ...slots, period: this.around(occasion) }
  }

  /** 防汛那阵子, 防汛以后, 防汛前. */
  around({ from, to, title }: Occasion): Period {
    const today = dayOf(this.known.at)
    const next = this.heardText.slice(this.heardText.search(pattern('{O}')) + 1)
    if (AFTER.test(next) && to !== null && to < today)
      return { from: dayAfter(to), to: today, label: `${title}以后` }
    if (BEFORE.test(next))
      return { from: `${from.slice(0, 4)}-01-01`, to: dayAfter(from, -1), label: `${title}前` }
    const isOn = to === null || /^.{0,8}(?:以来|开始|至今|到现在)/u.test(next)
    return { from, to: isOn ? today : to, label: title }
  }

  occasion(): Occasion | 'several' | undefined {
    const [found] = this.names.occasions
    if (found === undefined) return undefined
    const newest = /上次|最近|上一次|这次/u.test(this.asked.text)
      ? [...found].sort((a, b) => b.from.localeCompare(a.from)).slice(0, 1)
      : found
    return newest.length > 1 ? 'several' : newest[0]
  }

  drive(): number | null {
    const occasion = this.occasion()
    if (occasion !== undefined && occasion !== 'several') return occasion.drive
    const { occasions } = this.known
    const isLast = /(?:上次|最近|上一次|这次|刚才|刚刚)(?:的|那次|那场|那个|一次)?/u.test(this.asked.text)
    const last = [...occasions].sort((a, b) => b.from.localeCompare(a.from))[0]
    return isLast && this.slots.kind === 'drive' ? (last?.drive ?? null) : null
  }

  which({ said, places }: Mention): Settled {
    const others = this.names.mentions
      .filter((one) => one.said !== said)
      .flatMap((one) => one.places.slice(0, 1))
    const kinds = new Set(places.map(({ kind }) => kind))
    const options = places.slice(0, MOST_OPTIONS).flatMap((place) => {
      const settled = this.settleWith([...others, place], this.known.previous)
      return settled.kind === 'question' ? [{ label: place.label, question: settled.question }] : []
    })
    if (options.length === 0) return this.unclear()
    const [only] = kinds
    return { kind: 'which', asks: kinds.size === 1 && only !== undefined ? only : 'place', options }
  }

  whichDrive(): Settled {
    const [found = []] = this.names.occasions
    const options = found.slice(0, MOST_OPTIONS).flatMap((occasion) => {
      const one = { ...this.names, occasions: [[occasion]] }
      const settled = new Settling(
        this.asked,
        this.known,
        one,
        this.slots,
        this.unread,
        this.heardText,
      ).settle()
      return settled.kind === 'question' ? [{ label: occasion.title, question: settled.question }] : []
    })
    return options.length === 0 ? this.unclear() : { kind: 'which', asks: 'drive', options }
  }

  whichMeasure(pieces: Pieces): Settled {
    const isGood = pieces.slots.order === 'good'
    const offered: readonly (readonly [string, Measure])[] =
      pieces.slots.kind === 'comparison'
        ? [
            ['新增几件', 'fresh'],
            ['办结几件', 'done'],
            ['解决率', 'resolution'],
            ['满意率', 'satisfaction'],
          ]
        : [
            [isGood ? '解决率最高' : '解决率最低', 'resolution'],
            [isGood ? '满意率最高' : '满意率最低', 'satisfaction'],
            [isGood ? '平均用时最短' : '平均用时最长', 'days'],
            [isGood ? '超期最少' : '超期最多', 'overdue'],
          ]
    const options = offered.flatMap(([label, of]) => {
      const question = build({ ...pieces, slots: { ...pieces.slots, of } })
      return question === undefined ? [] : [{ label, question }]
    })
    return options.length === 0 ? this.unclear() : { kind: 'which', asks: 'measure', options }
  }

  /** One matter where a firm or a subject points at one; otherwise how a place stands: what is open there, or its news. */
  matter(pieces: Pieces): Settled {
    const { where, unread, slots, at } = pieces
    const hasSubject = slots.topics.length > 0 || unread.length > 0
    const place = where.chamber ?? where.town ?? where.unit ?? where.leader ?? where.trade
    const pointsAtOne =
      where.company !== null ? hasSubject || slots.points : hasSubject && !slots.mine && place === null
    const question = pointsAtOne ? build(pieces) : undefined
    if (question !== undefined) return this.made(question)
    const isNothing = where.company === null && place === null && !slots.mine && slots.of === null
    if (isNothing && slots.period === null) return this.unclear()
    const kind = slots.period !== null && slots.of === null ? 'news' : 'count'
    const other = build({ ...pieces, at, slots: { ...slots, kind } })
    return other === undefined ? this.unclear() : this.made(other)
  }
}

/** What is still to come is known only of deadlines. */
const isAhead = ({ slots: { period, of, kind }, at }: Pieces): boolean =>
  period !== null && period.from > dayOf(at) && of !== 'due' && of !== 'open' && kind !== 'visits'

const OF_OCCASION = '^(?:抗灾|救灾|行动|活动|捐款|那次|那回|助学|募捐)*(?:结束|完|过|搞完|办完|收尾)?了?'
const AFTER = new RegExp(`${OF_OCCASION}(?:以后|之后|过后|后)`, 'u')
const BEFORE = new RegExp(`${OF_OCCASION}(?:开始)?(?:以前|之前|前)`, 'u')

const dayAfter = (day: string, days = 1) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const isQuality = ({ order }: Slots) => order === 'good' || order === 'bad'

function heardOf(mentions: readonly Mention[]): readonly Heard[] {
  return mentions.flatMap(({ said, places, how }) => {
    const [only] = places
    if (how === 'whole' || only === undefined || only.label.includes(said)) return []
    return [{ said, meant: only.label }]
  })
}
