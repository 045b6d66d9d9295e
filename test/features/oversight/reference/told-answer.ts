/** What an answer as it is told names and counts, held against what its asker may see. */

import { dayOfQuestion } from '../../../../src/features/oversight/answers/answer-day.ts'
import type { Draft } from '../../../../src/features/oversight/answers/draft.ts'
import { type Found, findAnswer } from '../../../../src/features/oversight/answers/find-answer.ts'
import { NOWHERE, type Question, type Where } from '../../../../src/features/oversight/asking/question.ts'
import type { FigureLine } from '../../../../src/features/oversight/figures/figure.ts'
import type { MeasureAsked, Measured } from '../../../../src/features/oversight/measures/measures.store.ts'
import { type Directory, scopeOf } from '../../../../src/kernel/directory.ts'
import type { Person } from '../../../../src/kernel/person.ts'
import type { Generated } from './generated-county.ts'
import { type Matter, SECRET, TODAY } from './generated-matters.ts'
import { groupOf, isOfRate, madeOf, measured, standing } from './slow-measures.ts'
import { dayOfSight, isSeen, mayEverSee } from './slow-sight.ts'

export async function tell(
  { stores, directory, inOne }: Generated,
  person: Person,
  question: Question,
): Promise<Found> {
  return inOne((work) =>
    findAnswer(question, { store: stores.oversight, measures: stores.measures, person, directory, work }),
  )
}

/** What is wrong with an answer by what its asker may see; empty where nothing is. */
export function leaksOf(
  found: Found,
  person: Person,
  question: Question,
  { matters, directory }: Pick<Generated, 'matters' | 'directory'>,
): readonly string[] {
  const day = dayOfQuestion(question, TODAY)
  const said = JSON.stringify(found)
  const leaks = said.includes(SECRET) ? ['words of a sealed one'] : []
  // A refusal is made of the question and the roster: it may name what was asked for.
  if (found.kind === 'refused') return leaks
  const seen = new Set(
    matters.filter((one) => mayEverSee(person, day, one, directory)).map(({ number }) => number),
  )
  // That there is nothing under a number names it as it was asked for.
  const asked = question.kind === 'number' ? question.numbers : []
  for (const [number] of said.matchAll(/20\d\d-\d{4}(?!-|\d)/gu))
    if (!seen.has(number) && !asked.includes(number)) leaks.push(`${number} is not theirs`)
  for (const name of foreignNames(person, day, directory))
    if (said.includes(name)) leaks.push(`${name} is not theirs`)
  return leaks
}

/** Firms whose name a leader has no business to read in an answer. */
function foreignNames(person: Person, day: string, directory: Directory): readonly string[] {
  if (person.roles.some((role) => role === 'staff' || role === 'auditor')) return []
  const own = scopeOf(directory, person.code ?? '', dayOfSight(day)).companies
  return [...directory.companies.values()].filter(({ code }) => !own.has(code)).map(({ name }) => name)
}

/** Lines whose number is not what counting one by one gives; empty where all are right. */
export function wrongLines(
  found: Found,
  person: Person,
  question: Question,
  { matters, directory }: Pick<Generated, 'matters' | 'directory'>,
): readonly string[] {
  if (found.kind !== 'told') return []
  const where = 'where' in question ? question.where : NOWHERE
  const counted = placesOf(question, where).map((place) =>
    seenAt(place, person, found.day, matters, directory),
  )
  const lines = found.draft.figure?.lines ?? []
  const wrong = lines
    .filter(
      (line) => !counted.some((seen) => isCounted(line, found.draft.figure, seen, directory, found.day)),
    )
    .map(({ label, n, of, asked }) => `${label}: ${n} of ${of}, by ${JSON.stringify(asked)}`)
  const seen = seenAt(where, person, found.day, matters, directory)
  const missing = wantedBy(question)
    .map(({ of, period }) => measured(of, seen, period))
    .filter((value) => !lines.some((line) => isValue(line, value)))
    .map((value) => `nothing tells ${JSON.stringify(value)}`)
  return [...wrong, ...missing]
}

/** Of a share what it is a part of is counted too: everything without one of the places that narrow it. */
function placesOf({ kind }: Question, where: Where): readonly Where[] {
  if (kind !== 'share') return [where]
  const named = (Object.keys(NOWHERE) as (keyof Where)[]).filter(
    (part) => part !== 'mine' && where[part] !== null,
  )
  return [where, ...named.map((part) => ({ ...where, [part]: null }))]
}

/** What was asked for itself has to be among what is told, whatever else is. */
function wantedBy(question: Question): readonly MeasureAsked[] {
  switch (question.kind) {
    case 'count':
    case 'share':
      return [{ of: question.of, period: question.period }]
    case 'rate':
      return (
        question.of === null ? (['response', 'resolution', 'satisfaction'] as const) : [question.of]
      ).map((of) => ({ of, period: question.period }))
    case 'comparison':
      return [
        { of: question.of, period: question.period },
        { of: question.of, period: question.with },
      ]
    default:
      return []
  }
}

function isValue({ n, of }: FigureLine, value: Measured): boolean {
  if (value.kind === 'rate') return n === value.raw.n && of === value.raw.of
  return n === (value.kind === 'days' ? value.of : value.n)
}

const seenAt = (
  where: Where,
  person: Person,
  day: string,
  matters: readonly Matter[],
  directory: Directory,
) => matters.filter((one) => isSeen({ person, day, where }, one, directory))

function isCounted(
  line: FigureLine,
  figure: Draft['figure'],
  seen: readonly Matter[],
  directory: Directory,
  day: string,
): boolean {
  const { asked } = line
  // News: what was touched, line by line, is held against the store elsewhere.
  if (asked === undefined) return line.numbers.every((number) => seen.some((one) => one.number === number))
  const { of, period, by } = asked
  const among =
    by === undefined ? seen : seen.filter((one) => groupOf(by.grouping, one, directory, day) === by.code)
  const value = measured(of, among, period)
  const made = numbersOf(madeOf(of, among, period))
  const hits = isOfRate(of)
    ? numbersOf(madeOf(of, among, period).filter((one) => standing(of, one, period)))
    : []
  return (
    // Of how many it speaks is what the code opens; of a rate also how many of them count.
    (line.of ?? line.n) === made.length &&
    (line.of === null || (value.kind === 'rate' && line.n === value.raw.n)) &&
    (isSame(line.numbers, made) || isPart(line, made, figure)) &&
    (line.counted === undefined ||
      isSame(
        line.counted,
        hits.filter((one) => line.numbers.includes(one)),
      ))
  )
}

const numbersOf = (some: readonly Matter[]) => some.map(({ number }) => number)
/** A line may keep no list: then it is counted anew when it is opened. One that keeps only the beginning says so. */
const isPart = ({ numbers }: FigureLine, made: readonly string[], figure: Draft['figure']) =>
  numbers.length === 0 || (figure?.isWhole === false && numbers.every((number) => made.includes(number)))

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.toSorted().join() === other.toSorted().join()
