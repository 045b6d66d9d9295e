import { NOWHERE } from '../../features/oversight/asking/question.ts'
import {
  AGES,
  type Group,
  type MeasureAsked,
  type MeasuresStore,
  type Sight,
} from '../../features/oversight/measures/measures.store.ts'
import { dayNumber, shanghaiMidnight } from '../../kernel/clock.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { ENTRY_COLUMNS, type EntryRow, toEntry } from './ledger-entries.ts'
import { behind, numbersOf } from './measure-behind.ts'
import { countingOf, isOverdue } from './measure-conditions.ts'
import { groupedBy } from './measure-groups.ts'
import { reasonsOf } from './measure-reasons.ts'
import { seriesOf } from './measure-series.ts'
import {
  measuredOf,
  sizeOf,
  type Tally,
  tallyColumns,
  tallyIn,
  tallyJoins,
  tallyName,
} from './measure-tally.ts'
import { looking } from './oversight-scope.storage.ts'
import { roundOf } from './round.ts'

/** `directory`: the roster as the transaction sees it; who may see what follows from it, here and nowhere above. */
export function measuresStorage(directoryOf: (work: Work) => Promise<Directory>): MeasuresStore {
  const look = looking(directoryOf)

  async function measureAll(sight: Sight, asked: readonly MeasureAsked[], work: Work) {
    const { from, placed } = await look(sight, work)
    if (asked.length === 0) return []
    const wanted = asked.map((one, place) => {
      const counting = countingOf(one.of, one.period, work.at)
      return { ...one, place, counting, pass: `${counting.basis.key} ${one.period?.from} ${one.period?.to}` }
    })
    const passes = [...Map.groupBy(wanted, ({ pass }) => pass).values()]
    const selects = passes.map((some, i) => {
      const { which, parts } = (some[0] as (typeof wanted)[number]).counting.basis
      return Prisma.sql`(SELECT row_to_json(t) FROM (SELECT ${tallyColumns(some)} FROM ${from(parts)} ${tallyJoins(some)}
        WHERE ${which} AND ${placed}) t) AS ${Prisma.raw(`"pass${i}"`)}`
    })
    const [row] = await roundOf(work).query((client) =>
      client.$queryRaw<Record<string, object>[]>(Prisma.sql`SELECT ${Prisma.join(selects, ', ')}`),
    )
    const tallies = new Map<number, Tally>()
    for (const [i, some] of passes.entries())
      for (const [n, { place }] of some.entries()) tallies.set(place, tallyIn(row?.[`pass${i}`], n))
    return wanted.map(({ of, place }) => measuredOf(of, tallies.get(place)))
  }

  return {
    async reach(sight, work) {
      return (await look(sight, work)).reach
    },

    measureAll,

    async measure(sight, asked, work) {
      const [measured] = await measureAll(sight, [asked], work)
      return measured ?? measuredOf(asked.of)
    },

    async series(sight, asked, work) {
      return seriesOf(await look(sight, work), asked, work)
    },

    async grouped(sight, { of, period, by, among }, work) {
      const seen = await look(sight, work)
      const { from, placed } = seen
      const counting = countingOf(of, period, work.at)
      const { keys, which, code, joins } = groupedBy(by, seen)
      const named = keys.map(({ name, is }) => Prisma.sql`${is} AS ${Prisma.raw(`"${name}"`)}`)
      const places = Prisma.raw(keys.map((_, i) => i + 1).join(', '))
      const sums = [1, 2, 3, 4, 5].map((n) => Prisma.sql`sum(k."tally0"[${Prisma.raw(String(n))}])`)
      const only = among.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`g."code" = ANY(${[...among]}::text[])`
      const rows = await roundOf(work).query((client) =>
        client.$queryRaw<{ code: string | null }[]>(
          Prisma.sql`SELECT * FROM (SELECT ${code} AS "code", ARRAY[${Prisma.join(sums)}] AS ${tallyName(0)}
              FROM (SELECT ${Prisma.join(named)}, ${tallyColumns([{ of, counting }])}
                FROM ${from(counting.basis.parts)} ${tallyJoins([{ of, counting }])}
                WHERE ${counting.basis.which} AND ${placed} AND ${which} GROUP BY ${places}) k ${joins} GROUP BY 1) g
            WHERE ${only} AND g.${tallyName(0)}[1] > 0`,
        ),
      )
      return rows
        .map((row) => ({ code: row.code, value: measuredOf(of, tallyIn(row, 0)) }))
        .sort(largestFirst)
    },

    async reasons(sight, asked, slice, work) {
      return reasonsOf(await look(sight, work), asked, slice, work)
    },

    async ages(sight, work) {
      const { from, placed } = await look(sight, work)
      const today = dayNumber(work.at)
      const bounds = [...AGES].reverse().map((days) => shanghaiMidnight(today - days))
      const { basis } = countingOf('open', null, work.at)
      const rows = await roundOf(work).query((client) =>
        client.$queryRaw<{ bucket: number; n: number; late: number }[]>(
          Prisma.sql`SELECT width_bucket(a."filedAt", (SELECT ${bounds}::timestamptz[])) AS bucket, count(*)::int AS n,
              (count(*) FILTER (WHERE ${isOverdue(work.at)}))::int AS late
            FROM ${from()} WHERE ${basis.which} AND ${placed} GROUP BY 1`,
        ),
      )
      const of = (age: number) => rows.find(({ bucket }) => AGES.length - bucket === age)
      const ages = [...AGES, null].map((_, age) => of(age))
      return { counts: ages.map((one) => one?.n ?? 0), overdue: ages.map((one) => one?.late ?? 0) }
    },

    async behind(sight, asked, limit, work) {
      return behind(await look(sight, work), asked, limit, work)
    },

    async numbers(sight, asked, limit, work) {
      return numbersOf(await look(sight, work), asked, limit, work)
    },

    async entries(seer, numbers, work) {
      if (numbers.length === 0) return []
      const { seen } = await look({ ...seer, where: NOWHERE }, work)
      const rows = await roundOf(work).query((client) =>
        client.$queryRaw<EntryRow[]>(
          Prisma.sql`SELECT ${ENTRY_COLUMNS} FROM "Appeal" a WHERE a."number" = ANY(${[...numbers]}::text[]) AND ${seen}`,
        ),
      )
      const found = new Map(rows.map((row) => [row.number, toEntry(row)]))
      return numbers.flatMap((number) => found.get(number) ?? [])
    },
  }
}

function largestFirst(a: Group, b: Group): number {
  if ((a.code === null) !== (b.code === null)) return a.code === null ? 1 : -1
  return sizeOf(b.value) - sizeOf(a.value) || (a.code ?? '').localeCompare(b.code ?? '')
}
