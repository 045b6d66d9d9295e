/** From what was found to what is said: the number or the sentence, five lines, how to get the rest, and what it rests on. */
import type { Say } from '../../conversation/dialogue.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Directory } from '../../kernel/directory.ts'
import { dutyTexts } from './duty.texts.ts'
import { ledgerLines } from './ledger-lines.texts.ts'
import { LINES, type Looked } from './looked.ts'
import { oversightTexts as texts } from './oversight.texts.ts'
import { NOWHERE, type Question } from './question.ts'
import { leaderFor, scopeTexts } from './scope.texts.ts'

export interface Said {
  readonly text: string
  /** How many were shown and how many there are, where the rest can be asked for. */
  readonly shownTo?: number
  readonly total?: number
}

const lines = (parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part !== '').join('\n')

/** `offset` above 0: the next lines of an answer already begun. */
export function answerSays(
  question: Question,
  looked: Looked,
  offset: number,
  at: Date,
  directory: Directory,
): Said {
  switch (looked.kind) {
    case 'counted':
      return counted(question, looked, offset, at, directory)
    case 'told':
      return told(question, looked, offset, at, directory)
    case 'entry': {
      const { entry, history, reach } = looked
      const footing = { at, reach, where: NOWHERE, directory }
      const latest = texts.history(history.slice(-LINES), at)
      return { text: lines([texts.entry(entry, at, directory), ...latest, scopeTexts.footing(footing, '')]) }
    }
    case 'scope': {
      const { reach, leader } = looked
      if (reach.kind !== 'scope') return { text: texts.seesAll() }
      const chambers = [...reach.chambers].map((code) => directory.chambers.get(code)?.name ?? code)
      const companies = [...reach.companies].map((code) => directory.companies.get(code)?.name ?? code)
      const terms = dutyTexts.ownTerms(leader, dayOf(at), directory)
      return { text: lines([texts.scope(chambers, companies), ...terms]) }
    }
    case 'outside':
      return { text: refusal(looked, at, directory) }
    case 'not-found':
      return {
        text:
          looked.asked === null
            ? texts.matterNotFound(looked.seesAll)
            : texts.numberNotFound(looked.asked, looked.seesAll),
      }
    case 'nobody':
      return { text: texts.nobody() }
    case 'not-allowed':
      return { text: texts.notAllowed() }
    case 'several':
      return { text: looked.surely ? texts.whichMatter() : texts.noneFits() }
  }
}

/** By the roster alone, so that it is the same whether there is anything or not. */
function refusal(looked: Extract<Looked, { kind: 'outside' }>, at: Date, directory: Directory): string {
  const { company, chamber, leader } = looked
  if (company !== null)
    return texts.outside(directory.companies.get(company)?.name ?? company, leaderFor(company, at, directory))
  const other = leader === null ? undefined : directory.people.get(leader)
  if (other !== undefined) return texts.othersLeader(`${other.title ?? ''}${other.name}`)
  return texts.outside(directory.chambers.get(chamber ?? '')?.name ?? '这家商会', undefined)
}

function counted(
  question: Question,
  looked: Extract<Looked, { kind: 'counted' }>,
  offset: number,
  at: Date,
  directory: Directory,
): Said {
  if (question.kind !== 'count') return { text: '' }
  const { page, reach } = looked
  const { counted: kind, where, period, unread } = question
  const shownTo = offset + page.entries.length
  const head =
    offset === 0
      ? texts.headline(kind, page.total, page.overdue, period?.label ?? '')
      : page.entries.length === 0
        ? texts.noMore()
        : texts.goesOn(offset + 1, shownTo, page.total)
  const text = lines([
    head,
    unread !== null && offset === 0 ? texts.unread(unread) : null,
    ...page.entries.map((entry) => ledgerLines.line(entry, at, directory)),
    shownTo < page.total ? texts.rest(page.total - shownTo) : null,
    scopeTexts.footing({ at, reach, where, directory }, scopeTexts.definition(kind, period !== null)),
  ])
  return { text, shownTo, total: page.total }
}

function told(
  question: Question,
  looked: Extract<Looked, { kind: 'told' }>,
  offset: number,
  at: Date,
  directory: Directory,
): Said {
  if (question.kind !== 'news') return { text: '' }
  const { news, reach } = looked
  const { where, period, unread } = question
  const shownTo = offset + news.items.length
  const text = lines([
    offset === 0
      ? texts.news(news, period.label)
      : news.items.length === 0
        ? texts.noMore()
        : texts.goesOn(offset + 1, shownTo, news.total),
    unread !== null && offset === 0 ? texts.unread(unread) : null,
    ...news.items.map(({ entry, event }) => ledgerLines.news(entry, event, at)),
    shownTo < news.total ? texts.rest(news.total - shownTo) : null,
    scopeTexts.footing({ at, reach, where, directory }, news.total === 0 ? '' : scopeTexts.newsDefinition()),
  ])
  return { text, shownTo, total: news.total }
}

/** Answers are for the asker alone; a group only hears that there is one. */
export function privately(says: readonly Say[], inGroup: boolean): readonly Say[] {
  return inGroup ? [...says, { text: texts.inPrivate(), to: 'here' }] : says
}
