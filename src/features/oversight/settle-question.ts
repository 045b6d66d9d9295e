/** From what was said and the roster to a question of the closed list, or to a choice of such. Pure. */
import type { Directory } from '../../kernel/directory.ts'
import { findPeriod, lastDaysPeriod, nextDaysPeriod } from '../../kernel/spoken-period.ts'
import { POINTING } from './asked-signs.ts'
import { findTopics, topicWords } from './asked-topics.ts'
import { findPlaces, type Places } from './place-named.ts'
import { type Period, type Question, Where } from './question.ts'
import type { AskedWords } from './read-question.ts'
import { unreadWords } from './unread-words.ts'

export interface Option {
  readonly label: string
  readonly question: Question
}

export type Settled =
  | { readonly kind: 'question'; readonly question: Question }
  /** A part of a name that several firms share: the asker says which. */
  | { readonly kind: 'which'; readonly options: readonly Option[] }
  /** It points at one matter, and nothing says at which. */
  | { readonly kind: 'unclear' }

/** Without a word of when, news are yesterday's and today's, and what is soon due is due within three days. */
const NEWS_DAYS = 2
const SOON_DAYS = 3
/** More firms than these are no choice that fits on a phone. */
const MOST_OPTIONS = 6

export function settleQuestion(asked: AskedWords, directory: Directory, at: Date): Settled {
  if (asked.kind === 'number')
    return { kind: 'question', question: { kind: 'number', numbers: asked.numbers } }
  if (asked.kind === 'scope') return { kind: 'question', question: { kind: 'scope' } }
  const places = findPlaces(directory, asked.text)
  const [first, ...others] = places.companies
  const unread = unreadWords(asked.text, [
    ...places.words,
    findPeriod(asked.text, at)?.words ?? '',
    ...topicWords(asked.text),
  ])
  const questionFor = (company: string | null) => settle(asked, { ...places, company }, unread, at)
  if (first === undefined && pointsAtNothing(asked, places, unread)) return { kind: 'unclear' }
  if (first === undefined || others.length === 0)
    return { kind: 'question', question: questionFor(first?.code ?? null) }
  const options = places.companies.slice(0, MOST_OPTIONS)
  return {
    kind: 'which',
    options: options.map(({ code, name }) => ({ label: name, question: questionFor(code) })),
  }
}

type OnePlace = Omit<Places, 'companies'> & { readonly company: string | null }

function settle(asked: AskedWords, place: OnePlace, unread: readonly string[], at: Date): Question {
  const topics = findTopics(asked.text)
  const category = topics[0]?.category ?? null
  const { company, chamber, town, unit, leader } = place
  const where = Where.parse({ company, chamber, town, unit, leader, category, mine: asked.mine })
  const rest = unread.length === 0 ? null : unread.join('、')
  if (asked.kind === 'news')
    return {
      kind: 'news',
      where,
      period: asked.period ?? lastDaysPeriod(NEWS_DAYS, '昨天和今天', at),
      unread: rest,
    }
  if (asked.kind === 'progress') {
    if (pointsAtOne(asked, place, topics.length > 0 || unread.length > 0))
      return { kind: 'matter', where, words: [...topics.map(({ word }) => word), ...unread] }
    if (asked.period !== null) return { kind: 'news', where, period: asked.period, unread: rest }
  }
  const counted = asked.counted ?? (asked.period === null ? 'open' : 'fresh')
  return { kind: 'count', counted, where, period: periodFor(counted, asked.period, at), unread: rest }
}

function periodFor(counted: string, period: Period | null, at: Date): Period | null {
  return period ?? (counted === 'due' ? nextDaysPeriod(SOON_DAYS, '三天内', at) : null)
}

/** A firm with a subject or 那件事; or a subject by itself, where no place was named to count in. */
function pointsAtOne(
  { text, mine }: AskedWords,
  { company, chamber, town, unit, leader }: OnePlace,
  hasSubject: boolean,
): boolean {
  if (company !== null) return hasSubject || POINTING.test(text)
  return hasSubject && !mine && chamber === null && (town ?? unit ?? leader) === null
}

/** 这件事谁在办, with nothing before it. */
function pointsAtNothing(
  asked: AskedWords,
  { chamber, town, unit, leader }: Places,
  unread: readonly string[],
): boolean {
  const named = chamber ?? town ?? unit ?? leader
  const nothing = named === null && unread.length === 0 && findTopics(asked.text).length === 0 && !asked.mine
  return asked.kind === 'progress' && nothing && asked.period === null && POINTING.test(asked.text)
}
