/** 月度通报 from the month's figures. Pure: sentences and tables, nothing judged. */
import { FEWEST_TO_RANK } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Standing } from '../../../kernel/standing.ts'
import { measureTexts } from '../answers/measure.texts.ts'
import type { Group, Measured } from '../measures/measures.store.ts'
import { type RateTold, circularTexts as texts } from './circular.texts.ts'
import type { Circular } from './circular.ts'
import type { CircularFigures } from './circular-figures.ts'
import { monthOf } from './month.ts'

const RATES: readonly RateTold[] = ['response', 'resolution', 'satisfaction', 'onTime', 'days']
/** So many categories are named in the sentence above the table. */
const TOP = 3

type Section = Omit<Circular['sections'][number], 'heading'>

export interface CircularMaking {
  readonly at: Date
  readonly directory: Directory
  /** Visits done, where the house keeps them. */
  readonly visits: Standing | undefined
}

export function compileCircular(month: string, figures: CircularFigures, making: CircularMaking): Circular {
  const { at, directory, visits } = making
  const isOver = monthOf(at) > month
  const { headings } = texts
  const parts: [string, Section][] = [
    [headings.whole, { paragraphs: [...texts.whole(figures, isOver, at)] }],
    [headings.rates, rates(figures)],
    [headings.categories, categories(figures)],
    [headings.units, units(figures, directory)],
  ]
  if (visits !== undefined) parts.push([headings.visits, { paragraphs: [texts.sentence(visits.head)] }])
  return {
    month,
    federation: directory.federation,
    title: texts.title(month),
    mark: texts.mark(),
    sections: parts.map(([words, section], place) => ({ heading: texts.heading(place, words), ...section })),
    notes: [...texts.notes(isOver)],
    day: texts.day(at),
  }
}

const columns = (labels: readonly string[]) =>
  labels.map((label, at) => ({ label, align: at === 0 ? ('left' as const) : ('right' as const) }))

const isCounted = (value: Measured): boolean =>
  value.kind === 'rate' ? value.raw.of > 0 : value.kind === 'days' ? value.of > 0 : true

function rates(figures: CircularFigures): Section {
  const { now, was, period, before } = figures
  const told = RATES.filter((of) => isCounted(now[of]) || isCounted(was[of]))
  if (told.length === 0) return { paragraphs: [texts.noRates()] }
  return {
    paragraphs: [texts.ratesIntro(figures)],
    table: {
      columns: columns(texts.rateColumns(period.label, before.label)),
      rows: told.map((of) => texts.rateRow(of, now[of], was[of])),
    },
  }
}

const countOf = ({ value }: Group) => (value.kind === 'count' ? value.n : 0)

function categories({ categories: groups, period, before }: CircularFigures): Section {
  const sorted = [...groups].sort((a, b) => countOf(b) - countOf(a) || b.was - a.was)
  const top = sorted.filter((one) => countOf(one) >= FEWEST_TO_RANK).slice(0, TOP)
  if (sorted.length === 0) return { paragraphs: [texts.noCategories()] }
  return {
    paragraphs: [
      sorted.every((one) => countOf(one) === 0)
        ? texts.noCategories()
        : top.length === 0
          ? texts.fewInEach()
          : texts.topCategories(top.map((one) => texts.topCategory(texts.category(one.code), countOf(one)))),
    ],
    table: {
      columns: columns(texts.categoryColumns(period.label, before.label)),
      rows: sorted.map((one) => [
        texts.category(one.code),
        texts.pieces(countOf(one)),
        texts.pieces(one.was),
      ]),
    },
  }
}

/** Few say nothing about who is better: they are named with their count and stand in no order. */
function units({ units: { resolution, onTime } }: CircularFigures, directory: Directory): Section {
  const nameOf = (code: string | null) =>
    code === null ? texts.noUnit() : (directory.units.get(code)?.name ?? code)
  const shares = resolution.flatMap(({ code, value }) =>
    value.kind === 'rate' && value.raw.of > 0
      ? [{ code, value, of: value.raw.of, share: value.raw.n / value.raw.of }]
      : [],
  )
  const many = shares
    .filter(({ code, of }) => code !== null && of >= FEWEST_TO_RANK)
    .sort((a, b) => b.share - a.share || b.of - a.of)
  const few = shares.filter((one) => !many.includes(one))
  const unranked =
    few.length === 0 ? [] : [texts.unranked(few.map(({ code, of }) => texts.unrankedUnit(nameOf(code), of)))]
  if (many.length === 0) return { paragraphs: [texts.noneRanked(), ...unranked] }
  return {
    paragraphs: [texts.ranked(), ...unranked],
    table: {
      columns: columns(texts.unitColumns()),
      rows: many.map(({ code, value }) => {
        const timely = onTime.find((one) => one.code === code)
        return [
          nameOf(code),
          measureTexts.value(value),
          timely === undefined ? '' : measureTexts.value(timely.value),
        ]
      }),
    },
  }
}
