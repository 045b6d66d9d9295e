/** Which matters the page is of, as far as whoever asks may see them, and what it says. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import { NOWHERE } from '../asking/question.ts'
import { spokenFigure } from '../figures/figure.ts'
import { withNumbers } from '../figures/see-figure.ts'
import { mayOpen, sightDayOf } from '../figures/sight-day.ts'
import type { BriefSheet } from './brief-sheet.ts'
import { compileBrief } from './compile-brief.ts'
import type { PapersParts } from './papers-parts.ts'
import type { BriefAsked } from './read-brief.ts'

/** More on one occasion are a ledger, which staff export. */
export const MOST_MATTERS = 16
/** 这几件 is what was told within so many minutes. */
const CONTEXT_MS = 15 * 60_000

export type BriefPlan =
  | {
      readonly kind: 'ready'
      readonly sheets: readonly BriefSheet[]
      readonly numbers: readonly string[]
      /** Named and not there, or not theirs to see: the same to them. */
      readonly missing: readonly string[]
      readonly isCut: boolean
    }
  | { readonly kind: 'none'; readonly missing: readonly string[] }
  | { readonly kind: 'no-figure'; readonly code: string }
  | { readonly kind: 'no-list' | 'nothing-awaits' | 'none-such' | 'not-allowed' }

export async function planBrief(asked: BriefAsked, parts: PapersParts, doing: Doing): Promise<BriefPlan> {
  const plan = await findPlan(asked, parts, doing)
  doing.audit('oversight.brief', 'scope', {
    outcome: plan.kind,
    count: plan.kind === 'ready' ? plan.numbers.length : 0,
  })
  return plan
}

async function findPlan(asked: BriefAsked, parts: PapersParts, doing: Doing): Promise<BriefPlan> {
  const { by, work } = doing
  const { person } = by
  if (!may(person, 'brief.make')) return { kind: 'not-allowed' }
  const wanted = await wantedOf(asked, parts, doing)
  if (!('candidates' in wanted)) return wanted
  const { day, candidates } = wanted
  const most = candidates.slice(0, MOST_MATTERS)
  const found = await parts.paperFacts.facts({ person, day }, most.flat(), work)
  const byNumber = new Map(found.map((facts) => [facts.entry.number, facts]))
  const chosen = most.map((some) =>
    some.map((number) => byNumber.get(number)).find((one) => one !== undefined),
  )
  const missing = most.flatMap(([first = ''], at) => (chosen[at] === undefined ? [first] : []))
  const facts = [...new Set(chosen.filter((one) => one !== undefined))]
  if (facts.length === 0) return { kind: 'none', missing }
  await parts.workdays.refresh(work)
  return {
    kind: 'ready',
    sheets: compileBrief(facts, {
      now: work.at,
      directory: await doing.directory(),
      calendar: parts.workdays.calendar,
    }),
    numbers: facts.map(({ entry }) => entry.number),
    missing,
    isCut: candidates.length > most.length,
  }
}

interface Wanted {
  /** By the responsibilities of which day. */
  readonly day: string
  readonly candidates: readonly (readonly string[])[]
}

async function wantedOf(asked: BriefAsked, parts: PapersParts, doing: Doing): Promise<Wanted | BriefPlan> {
  const { by, work } = doing
  const { person } = by
  const day = dayOf(work.at)
  if (asked.awaiting) {
    const numbers = await parts.paperFacts.awaiting({ person, day }, MOST_MATTERS + 1, work)
    return numbers.length === 0 ? { kind: 'nothing-awaits' } : { day, candidates: picked(numbers, asked) }
  }
  if (asked.of !== null) {
    const sight = { person, day, where: NOWHERE }
    const { numbers } = await parts.measures.behind(
      sight,
      { of: asked.of, period: null },
      MOST_MATTERS + 1,
      work,
    )
    return numbers.length === 0 ? { kind: 'none-such' } : { day, candidates: picked(numbers, asked) }
  }
  if (asked.figure !== null || asked.last) {
    const { figure: named } = asked
    const figure =
      named === null
        ? await parts.figures.findLast(person.code ?? '', new Date(work.at.getTime() - CONTEXT_MS), work)
        : await parts.figures.find(named.number, work)
    const line = figure?.lines[named?.line ?? 0]
    const code =
      named === null ? undefined : spokenFigure(named.number, named.line === 0 ? undefined : named.line)
    if (figure === undefined || line === undefined || !mayOpen(figure, person))
      return code === undefined ? { kind: 'no-list' } : { kind: 'no-figure', code }
    const figureDay = sightDayOf(figure, work.at)
    const { numbers } = await withNumbers(line, figure, { person, day: figureDay }, parts.measures, work)
    if (numbers.length === 0) return { kind: 'no-list' }
    return { day: figureDay, candidates: picked(numbers, asked) }
  }
  return asked.numbers.length === 0 ? { kind: 'no-list' } : { day, candidates: asked.numbers }
}

/** 前五件, 第二件: of a list in its order. */
function picked(numbers: readonly string[], { top, picks }: BriefAsked): readonly (readonly string[])[] {
  const some =
    picks.length > 0
      ? picks.flatMap((at) => numbers[at - 1] ?? [])
      : top === null
        ? numbers
        : numbers.slice(0, top)
  return some.map((number) => [number])
}
