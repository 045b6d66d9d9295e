/** What the store answers to a question, every kind by the methods that it is answered with. */
import type { Measure, Period } from '../../../../src/features/oversight/asking/question.ts'
import type { MeasuresStore, Sight } from '../../../../src/features/oversight/measures/measures.store.ts'
import type { OversightStore } from '../../../../src/features/oversight/oversight.store.ts'
import type { Work } from '../../../../src/kernel/work.ts'
import { type Answer, answer, measuresOf, rounded, some, timesBy, whereOf, whole } from './answer.ts'
import type { AskedBy } from './generated-questions.ts'

export interface Stores {
  readonly measures: MeasuresStore
  readonly oversight: OversightStore
}

const MANY = 100_000
const ALL = { offset: 0, limit: MANY }

export async function answerOf(
  { measures, oversight }: Stores,
  { person, day, question }: AskedBy,
  work: Work,
): Promise<Answer> {
  const sight: Sight = { person, day, where: whereOf(question) }
  const measure = async (of: Measure, period: Period | null, at = sight) =>
    rounded(await measures.measure(at, { of, period }, work))
  const behind = async (of: Measure, period: Period | null) =>
    measures.behind(sight, { of, period }, MANY, work)
  switch (question.kind) {
    case 'count': {
      const { of, period, order } = question
      const told = await measures.behind(sight, { of, period, order }, MANY, work)
      const entries = await measures.entries({ person, day }, told.numbers, work)
      const figures = [await measure(of, period), told.total, timesBy(order, entries)]
      return answer(figures, [...told.numbers, ...entries.map(({ number }) => number)])
    }
    case 'rate': {
      const all = measuresOf(question.of).map((of) => ({ of, period: question.period }))
      const values = await measures.measureAll(sight, all, work)
      const told = await behind(all[0]?.of ?? 'response', question.period)
      return answer([values.map(rounded), told.total, told.counted?.toSorted() ?? null], told.numbers)
    }
    case 'share': {
      const { of, period, where } = question
      return answer(
        [await measure(of, period), await measure(of, period, { ...sight, where: whole(where) })],
        [],
      )
    }
    case 'trend': {
      const points = await measures.series(sight, question, work)
      return answer(
        points.map(({ from, to, value }) => [from, to, rounded(value)]),
        (await behind(question.of, question.period)).numbers,
      )
    }
    case 'comparison':
      return answer(
        [await measure(question.of, question.period), await measure(question.of, question.with)],
        (await behind(question.of, question.with)).numbers,
      )
    case 'ranking': {
      const { of, by, period } = question
      const groups = await measures.grouped(sight, question, work)
      const numbers: string[] = []
      for (const { code } of some(groups)) {
        const told = await measures.behind(sight, { of, period, by: { grouping: by, code } }, MANY, work)
        numbers.push(...told.numbers.map((number) => `${code} ${number}`))
      }
      return answer(
        groups.map(({ code, value }) => [code, rounded(value)]),
        numbers,
      )
    }
    case 'reasons': {
      const { total, items } = await measures.reasons(sight, question, ALL, work)
      return answer(
        [total, items.map(({ number, at, words }) => `${number} ${at.toISOString()} ${words}`).toSorted()],
        items.map(({ number }) => number),
      )
    }
    case 'age':
      return answer(await measures.ages(sight, work), (await behind('open', null)).numbers)
    case 'news': {
      const news = await oversight.news(sight, question.period, ALL, work)
      return answer(
        [news.touched, news.fellOverdue, news.total],
        news.items.map(({ entry }) => entry.number),
      )
    }
    case 'number': {
      const entries = await measures.entries({ person, day }, question.numbers, work)
      const found: string[] = []
      for (const number of question.numbers) {
        const entry = await oversight.find({ person, day }, number, work)
        const history = await oversight.history({ person, day }, number, work)
        if (entry !== undefined) found.push(`${entry.number} ${history.length}`)
      }
      return answer(
        found,
        entries.map(({ number }) => number),
      )
    }
    case 'matter': {
      const entries = await oversight.search(sight, question.words, MANY, work)
      return answer(
        null,
        entries.map(({ number }) => number),
      )
    }
    default:
      throw new Error(`${question.kind} is no question about appeals`)
  }
}
