/** Tells what the clock has counted, in the leader's own chat and with the code that opens it. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayNumber } from '../../../kernel/clock.ts'
import { NOWHERE } from '../asking/question.ts'
import { type FigureLine, spokenFigure } from '../figures/figure.ts'
import { keepFigure } from '../figures/keep-figure.ts'
import { digestId, memoryOf, type Prepared } from './digest.ts'
import { endOfQuarter } from './quarter.ts'
import type { DigestPrepared, ToldEffect } from './told.effects.ts'
import { toldTexts as texts } from './told.texts.ts'
import type { ToldParts } from './told-parts.ts'

/** As many days before a quarter ends it is worth a line what is still owed; the reminders of visits begin then too. */
const NEAR_END_DAYS = 15

const numberOf = (day: string) => dayNumber(new Date(`${day}T12:00:00+08:00`))

/** Only to whoever it was counted for, and once. */
export async function findPrepared(
  day: string,
  { told }: ToldParts,
  doing: Doing,
): Promise<DigestPrepared | undefined> {
  const memory = memoryOf((await told.find(digestId(doing.by.person.code ?? ''), doing.work))?.content)
  if (memory.pending?.day !== day) return undefined
  const isNearEnd = numberOf(endOfQuarter(day)) - numberOf(day) <= NEAR_END_DAYS
  return { prepared: memory.pending, receipts: memory.receipts, isNearEnd }
}

export async function tellDigest(
  { day, besides }: Extract<ToldEffect, { kind: 'oversight.tellDigest' }>,
  parts: ToldParts,
  doing: Doing,
): Promise<void> {
  const { told } = parts
  const { work, by } = doing
  const code = by.person.code ?? ''
  const row = await told.find(digestId(code), work)
  const memory = memoryOf(row?.content)
  const { pending } = memory
  if (row === undefined || pending?.day !== day) return
  const lines = linesOf(pending)
  const [first] = lines
  const head = texts.digestHead(pending)
  // Where only a task came back, no number is told and none is kept.
  const figure =
    first === undefined
      ? undefined
      : await keepFigure(
          parts,
          {
            person: code,
            question: {
              kind: 'news',
              where: { ...NOWHERE, mine: true },
              period: { from: pending.from, to: pending.to, label: texts.days(pending) },
              unread: null,
            },
            day,
            said: head,
            lines: lines.length === 1 ? lines : [wholeOf(lines), ...lines],
            isWhole: pending.isWhole,
            shown: 0,
          },
          work,
        )
  // A count that stands alone is the number itself: 明细12 opens its list, and 第二件 is one of its matters.
  const codes =
    figure === undefined
      ? []
      : lines.map((_line, n) => spokenFigure(figure.number, lines.length === 1 ? undefined : n + 1))
  const text = texts.digest(pending, lines, codes, besides, work.at)
  doing.post(`digest:${code}:${day}`, { to: by.home, text, origin: 'automatic' })
  const content = { ...memory, pending: null, receipts: besides.receipts, text, toldOn: day }
  told.save({ ...row, version: row.version + 1, content }, work)
  doing.audit('oversight.digest', figure?.id ?? 'scope', {
    fresh: pending.fresh.length,
    overdue: pending.overdue.length,
    done: pending.done.length,
    unsatisfied: pending.unsatisfied.length,
    returned: besides.returned.length,
  })
}

/** Only what there is any of, each a line of the figure. */
function linesOf({ fresh, overdue, done, unsatisfied }: Prepared): readonly FigureLine[] {
  const all = [
    ['新增', fresh],
    ['超期', overdue],
    ['办结', done],
    ['不满意或没解决', unsatisfied],
  ] as const
  return all
    .filter(([, numbers]) => numbers.length > 0)
    .map(([label, numbers]) => ({ label, n: numbers.length, of: null, numbers }))
}

/** The figure itself: every matter that the digest speaks of, once. 明细12-1 is then the first of its lines. */
function wholeOf(lines: readonly FigureLine[]): FigureLine {
  const all = [...new Set(lines.flatMap(({ numbers }) => numbers))]
  return { label: texts.wholeOfDigest(), n: all.length, of: null, numbers: all }
}
