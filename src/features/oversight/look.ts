/** Carries out a question of the closed list. Every look leaves a note in the audit: what was asked, how much was shown. */
import type { Doing } from '../../conversation/feature.ts'
import type { Person } from '../../kernel/person.ts'
import type { Work } from '../../kernel/work.ts'
import { LINES, type Looked } from './looked.ts'
import { matchMatter } from './match-matter.ts'
import type { OversightStore, Reach } from './oversight.store.ts'
import type { Question, Where } from './question.ts'

/** Candidates looked through for one matter. */
const CANDIDATES = 60

export async function look(
  store: OversightStore,
  question: Question,
  offset: number,
  doing: Doing,
): Promise<Looked> {
  const looked = await find(store, question, offset, doing)
  doing.audit('oversight.look', subjectOf(question), {
    question: question.kind,
    ...(question.kind === 'count' ? { counted: question.counted } : {}),
    outcome: looked.kind,
    count: countOf(looked),
    offset,
  })
  return looked
}

async function find(
  store: OversightStore,
  question: Question,
  offset: number,
  doing: Doing,
): Promise<Looked> {
  const { work } = doing
  const { person } = doing.by
  const where = 'where' in question ? question.where : undefined
  const reach = await store.reach(person, where?.mine ?? question.kind === 'scope', work)
  if (reach.kind === 'nothing') return { kind: 'not-allowed' }
  if (reach.kind === 'scope' && reach.companies.size === 0 && reach.chambers.size === 0)
    return { kind: 'nobody' }
  if (where !== undefined && (await isOutside(reach, where, doing)))
    return { kind: 'outside', company: where.company, chamber: where.chamber, leader: where.leader }
  const slice = { offset, limit: LINES }
  switch (question.kind) {
    case 'scope':
      return { kind: 'scope', reach, leader: person.code ?? '' }
    case 'count':
      return { kind: 'counted', reach, page: await store.list(person, question, slice, work) }
    case 'news':
      return {
        kind: 'told',
        reach,
        news: await store.news(person, question.where, question.period, slice, work),
      }
    case 'number':
      return byNumber(store, question.numbers, reach, person, work)
    case 'matter':
      return byWords(store, question, reach, person, work)
  }
}

async function byNumber(
  store: OversightStore,
  numbers: readonly string[],
  reach: Reach,
  person: Person,
  work: Work,
): Promise<Looked> {
  for (const number of numbers) {
    const entry = await store.find(person, number, work)
    if (entry !== undefined)
      return { kind: 'entry', reach, entry, history: await store.history(person, number, work) }
  }
  return { kind: 'not-found', asked: numbers[0] ?? null, seesAll: reach.kind === 'all' }
}

async function byWords(
  store: OversightStore,
  { where, words }: Extract<Question, { kind: 'matter' }>,
  reach: Reach,
  person: Person,
  work: Work,
): Promise<Looked> {
  // Of a named firm everything is a candidate: it may have been filed under another category.
  const wide = { ...where, category: null }
  const byFirm = where.company !== null
  const found = [...(await store.search(person, wide, byFirm ? [] : words, CANDIDATES, work))]
  if (!byFirm && where.category !== null) {
    const same = await store.search(person, where, [], CANDIDATES, work)
    found.push(...same.filter(({ number }) => !found.some((other) => other.number === number)))
  }
  if (found.length === 0) return { kind: 'not-found', asked: null, seesAll: reach.kind === 'all' }
  const { entries, surely } = matchMatter(found, where, words)
  const [entry, ...others] = entries
  if (!surely && !byFirm) return { kind: 'not-found', asked: null, seesAll: reach.kind === 'all' }
  if (entry === undefined || others.length > 0 || !surely)
    return { kind: 'several', entries: entries.slice(0, LINES), surely }
  return { kind: 'entry', reach, entry, history: await store.history(person, entry.number, work) }
}

/** A firm that another leader answers for, or a chamber of which this one answers for nobody. */
async function isOutside(reach: Reach, where: Where, doing: Doing): Promise<boolean> {
  if (reach.kind !== 'scope') return false
  if (where.company !== null) return !reach.companies.has(where.company)
  if (where.leader !== null && where.leader !== doing.by.person.code) return true
  if (where.chamber === null || reach.chambers.has(where.chamber)) return false
  const { companies } = await doing.directory()
  return ![...reach.companies].some((code) => companies.get(code)?.chamber === where.chamber)
}

/** Codes and numbers only: the audit outlives what it is about. */
function subjectOf(question: Question): string {
  if (question.kind === 'number') return `appeal:${question.numbers[0] ?? ''}`
  if (question.kind === 'scope') return 'scope'
  const { company, chamber } = question.where
  return company !== null ? `company:${company}` : chamber !== null ? `chamber:${chamber}` : 'scope'
}

function countOf(looked: Looked): number {
  switch (looked.kind) {
    case 'counted':
      return looked.page.total
    case 'told':
      return looked.news.total
    case 'entry':
      return 1
    case 'several':
      return looked.entries.length
    default:
      return 0
  }
}
