import type { MeasuresStore, Point } from '../../features/oversight/measures/measures.store.ts'
import { dayNumber, dayOf, shanghaiMidnight } from '../../kernel/clock.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { countingOf, openSince } from './measure-conditions.ts'
import { measuredOf, tallyColumns, tallyIn, tallyJoins } from './measure-tally.ts'
import type { Seen } from './oversight-scope.storage.ts'
import { roundOf } from './round.ts'

type Asked = Parameters<MeasuresStore['series']>[1]

interface Step {
  readonly from: string
  readonly to: string
  readonly begins: Date
  readonly ends: Date
}

const MONDAY = 4

/** As a statement of its own, so that the moments are read once and not for every row. */
const cutBy = (moments: readonly Date[]) => Prisma.sql`(SELECT ${[...moments]}::timestamptz[])`

/** From the first day to the last, cut at every day, Monday or first of a month. */
function stepsOf({ period, by }: Asked): readonly Step[] {
  const numberOf = (day: string) => dayNumber(new Date(`${day}T00:00:00+08:00`))
  const isCut = (day: number) =>
    by === 'day' || (by === 'week' ? (day - MONDAY) % 7 === 0 : dayOf(shanghaiMidnight(day)).endsWith('-01'))
  const [first, last] = [numberOf(period.from), numberOf(period.to)]
  const steps: Step[] = []
  let begins = first
  for (let day = first; day <= last; day++) {
    if (day < last && !isCut(day + 1)) continue
    const [begun, ended] = [shanghaiMidnight(begins), shanghaiMidnight(day + 1)]
    steps.push({ from: dayOf(begun), to: dayOf(shanghaiMidnight(day)), begins: begun, ends: ended })
    begins = day + 1
  }
  return steps
}

export async function seriesOf(seen: Seen, asked: Asked, work: Work): Promise<readonly Point[]> {
  const steps = stepsOf(asked)
  if (steps.length === 0) return []
  if (asked.of === 'backlog') return backlogs(seen, steps, work)
  const counting = countingOf(asked.of, asked.period, work.at)
  const { which, time, times } = counting.basis
  const tallied = [{ of: asked.of, counting }]
  const rows = await roundOf(work).query((client) =>
    client.$queryRaw<{ step: number }[]>(
      Prisma.sql`SELECT width_bucket(${time}, ${cutBy(steps.map(({ begins }) => begins))}) AS step,
          ${tallyColumns(tallied, { once: times !== undefined })}
        FROM ${seen.from()} ${times?.join ?? Prisma.empty} ${tallyJoins(tallied)}
        WHERE ${times?.which ?? which} AND ${seen.placed} GROUP BY 1`,
    ),
  )
  return steps.map(({ from, to }, i) => {
    const row = rows.find(({ step }) => step === i + 1)
    return { from, to, value: measuredOf(asked.of, tallyIn(row, 0)) }
  })
}

/**
 * What was open at the end of each step, in one pass: a matter is in it from the first end after it was filed to the
 * last before it ended, so only how many have which two of them is counted.
 */
async function backlogs(seen: Seen, steps: readonly Step[], work: Work): Promise<readonly Point[]> {
  const ends = steps.map((step) => step.ends)
  const [first, last] = [ends[0] as Date, ends.at(-1) as Date]
  const ended = Prisma.sql`coalesce(width_bucket(a."endedAt", ${cutBy(ends)}), ${ends.length}::int)`
  const rows = await roundOf(work).query((client) =>
    client.$queryRaw<{ filed: number; ended: number; n: number }[]>(
      Prisma.sql`SELECT width_bucket(a."filedAt", ${cutBy(ends)}) AS filed, ${ended} AS ended, count(*)::int AS n
        FROM ${seen.from(openSince(first))}
        WHERE a."filedAt" < ${last} AND (a."endedAt" IS NULL OR a."endedAt" >= ${first}) AND ${seen.placed}
        GROUP BY 1, 2`,
    ),
  )
  return steps.map(({ from, to }, i) => {
    const open = rows.filter((row) => row.filed <= i && i < row.ended)
    return { from, to, value: { kind: 'count', n: open.reduce((sum, { n }) => sum + n, 0) } }
  })
}
