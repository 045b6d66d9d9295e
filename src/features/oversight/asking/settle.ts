/** From what was said, the roster and what was asked before to a question of the closed list. Pure. */

import { dayOf } from '../../../kernel/clock.ts'
import { spokenName } from '../../../kernel/directory.ts'
import type { Occasion } from '../../../kernel/standing.ts'
import { build, type Pieces } from './build.ts'
import type { FollowUp } from './follow-up.ts'
import { goOn, mayGoOn, needsBefore } from './go-on.ts'
import { offeredMeasures } from './measures-offered.ts'
import type { Mention, NamesSaid } from './names/marking.ts'
import type { Place } from './names/name-index.ts'
import { markNames } from './names/names-said.ts'
import { nearestQuestions } from './nearest.ts'
import { lastDrive, occasionMeant, periodAround } from './occasion-meant.ts'
import type { Question } from './question.ts'
import type { Asked } from './read-asked.ts'
import type { Heard, Known, Settled } from './settled.ts'
import type { Slots } from './slots.ts'
import { slotsOfModel } from './slots-of-model.ts'
import { whereMeant } from './where-meant.ts'
import { hear } from './words/hear.ts'
import { unreadWords } from './words/ordinary-words.ts'
import { plainWords } from './words/plain-words.ts'

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
    const { slots, known, unread, asked } = this
    const mine = slots.mine || (slots.kind === 'visits' && /我/u.test(plainWords(asked.text)))
    const meant = whereMeant(places, slots, mine)
    if (meant === undefined) return undefined
    const occasion = this.occasion()
    const drive = typeof occasion === 'object' ? occasion.drive : null
    const last = slots.kind === 'drive' ? lastDrive(known.occasions, asked.text) : null
    return { ...meant, slots: this.dated(), drive: drive ?? last, unread, at: known.at }
  }

  /** 防汛那次 is a time where no money is asked for. */
  dated(): Slots {
    const { slots, known, heardText } = this
    const occasion = this.occasion()
    if (slots.kind === 'drive' || slots.period !== null || typeof occasion !== 'object') return slots
    return { ...slots, period: periodAround(occasion, heardText, known.at) }
  }

  occasion(): Occasion | 'several' | undefined {
    return occasionMeant(this.names.occasions[0], this.asked.text)
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
    const options = offeredMeasures(pieces.slots).flatMap(([label, of]) => {
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

const isQuality = ({ order }: Slots) => order === 'good' || order === 'bad'

function heardOf(mentions: readonly Mention[]): readonly Heard[] {
  return mentions.flatMap(({ said, places, how }) => {
    const [only] = places
    if (how === 'whole' || only === undefined || only.label.includes(said)) return []
    return [{ said, meant: only.label }]
  })
}
