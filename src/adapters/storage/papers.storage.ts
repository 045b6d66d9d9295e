import { NOWHERE } from '../../features/oversight/asking/question.ts'
import type { Seer } from '../../features/oversight/oversight.store.ts'
import type {
  BriefEvent,
  BriefExtension,
  BriefFacts,
  BriefInstruction,
  PapersStore,
} from '../../features/oversight/papers/papers.store.ts'
import { appealStates, isOpen } from '../../kernel/appeal-terms.ts'
import type { Directory } from '../../kernel/directory.ts'
import { may } from '../../kernel/person.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { ENTRY_COLUMNS, type EntryRow, toEntry } from './ledger-entries.ts'
import { looking } from './oversight-scope.storage.ts'
import { roundOf } from './round.ts'

/** What is told of a history; corrections of the text and marks on messages are not. */
const TOLD_ACTS = [
  'accept',
  'dispatch',
  'acknowledge',
  'contact',
  'progress',
  'sendBack',
  'pause',
  'resume',
  'resolve',
  'reopen',
  'meet',
]
const OPEN = appealStates.filter(isOpen)

interface FactsRow extends EntryRow {
  readonly supporting: unknown
  readonly reminders: number
  readonly handOffs: number
  readonly meetingAskedAt: Date | null
  readonly wish: string | null
}

type Numbered<T> = Omit<T, 'unit'> & { readonly number: string; readonly by: string | null }

/** Words of a sealed one never leave it, whoever asks. */
export function papersStorage(directoryOf: (work: Work) => Promise<Directory>): PapersStore {
  const look = looking(directoryOf)
  const seen = (seer: Seer, work: Work) => look({ ...seer, where: NOWHERE }, work)

  return {
    async facts(seer, numbers, work) {
      const { reach, seen: visible, directory } = await seen(seer, work)
      if (reach.kind === 'nothing' || numbers.length === 0) return []
      const these = Prisma.sql`a."number" = ANY(${[...numbers]}::text[]) AND ${visible}`
      const unitOf = (by: string | null) => directory.people.get(by ?? '')?.unit ?? null
      const others = may(seer.person, 'task.see-all')
        ? Prisma.sql`TRUE`
        : Prisma.sql`t."givenBy" = ${seer.person.code ?? ''}`
      return roundOf(work).query(async (client) => {
        const rows = await client.$queryRaw<FactsRow[]>(
          Prisma.sql`SELECT ${ENTRY_COLUMNS}, a."supporting", a."reminders", a."handOffs", a."meetingAskedAt",
              CASE WHEN a."sealed" THEN NULL ELSE a."wish" END AS "wish" FROM "Appeal" a WHERE ${these}`,
        )
        const history = await client.$queryRaw<Numbered<BriefEvent>[]>(
          Prisma.sql`SELECT e."number", e."at", e."act", e."role", e."by",
              CASE WHEN a."sealed" OR e."role" NOT IN ('staff', 'handler', 'supporter') THEN NULL ELSE e."note" END AS "note"
            FROM "AppealEvent" e JOIN "Appeal" a ON a."number" = e."number"
            WHERE e."act" = ANY(${TOLD_ACTS}::text[]) AND ${these} ORDER BY e."seq"`,
        )
        const extensions = await client.$queryRaw<Numbered<BriefExtension>[]>(
          Prisma.sql`SELECT x."number", x."askedAt", x."askedBy" AS "by", CASE WHEN a."sealed" THEN NULL ELSE x."reason" END AS "reason"
            FROM "AppealApplication" x JOIN "Appeal" a ON a."number" = x."number"
            WHERE x."kind" = 'extension' AND x."state" = 'asked' AND ${these} ORDER BY x."askedAt" DESC`,
        )
        const tasks = await client.$queryRaw<(BriefInstruction & { readonly number: string })[]>(
          Prisma.sql`SELECT t."appeal" AS "number", t."givenBy", t."givenAt", t."dueAt", t."state" = 'reported' AS "isReported",
              CASE WHEN a."sealed" THEN NULL ELSE t."text" END AS "text"
            FROM "Task" t JOIN "Appeal" a ON a."number" = t."appeal"
            WHERE t."state" NOT IN ('closed', 'cancelled') AND ${others} AND ${these} ORDER BY t."givenAt"`,
        )
        const byNumber = new Map(
          rows.map((row): [string, BriefFacts] => {
            const of = <T extends { readonly number: string }>(all: readonly T[]) =>
              all.filter(({ number }) => number === row.number)
            const [extension] = of(extensions)
            return [
              row.number,
              {
                entry: toEntry(entryOf(row)),
                supporting: row.supporting as readonly string[],
                reminders: row.reminders,
                handOffs: row.handOffs,
                meetingAskedAt: row.meetingAskedAt,
                wish: row.wish,
                history: of(history).map(({ at, act, role, by, note }) => ({
                  at,
                  act,
                  role,
                  unit: role === 'handler' ? unitOf(by) : null,
                  note,
                })),
                extension:
                  extension === undefined
                    ? null
                    : {
                        askedAt: extension.askedAt,
                        reason: extension.reason,
                        unit: unitOf(extension.by),
                      },
                instructions: of(tasks).map(({ number: _number, ...task }) => task),
              },
            ]
          }),
        )
        return numbers.flatMap((number) => byNumber.get(number) ?? [])
      })
    },

    async awaiting(seer, limit, work) {
      const { reach, seen: visible } = await seen(seer, work)
      if (reach.kind === 'nothing') return []
      const rows = await roundOf(work).query((client) =>
        client.$queryRaw<{ number: string }[]>(
          Prisma.sql`SELECT a."number" FROM "Appeal" a
            WHERE a."meetingAskedAt" IS NOT NULL AND a."status" = ANY(${OPEN}::text[]) AND ${visible}
            ORDER BY a."meetingAskedAt", a."number" LIMIT ${limit}`,
        ),
      )
      return rows.map(({ number }) => number)
    },
  }
}

/** The columns of the ledger alone. */
function entryOf({
  supporting: _supporting,
  reminders: _reminders,
  handOffs: _handOffs,
  meetingAskedAt: _meetingAskedAt,
  wish: _wish,
  ...row
}: FactsRow): EntryRow {
  return row
}
