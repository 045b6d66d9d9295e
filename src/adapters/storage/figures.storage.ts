import { Question } from '../../features/oversight/asking/question.ts'
import { type Figure, type FigureLine, figureId } from '../../features/oversight/figures/figure.ts'
import type { FigureLink, FiguresStore } from '../../features/oversight/figures/figures.store.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface FigureRow extends Omit<Figure, 'question' | 'lines'> {
  readonly question: object
  readonly lines: readonly FigureLine[]
}

const FIGURES: Table<FigureRow> = {
  name: 'Figure',
  key: 'id',
  versioned: true,
  columns: [
    'id',
    'version',
    'number',
    'person',
    'at',
    'lastAt',
    'question',
    'day',
    'said',
    'lines',
    'isWhole',
    'shown',
  ],
}

const LINKS: Table<FigureLink> = {
  name: 'FigureLink',
  key: 'digest',
  columns: ['digest', 'figure', 'person', 'issuedAt', 'expiresAt', 'browser', 'openedAt'],
}

/** A question of a form that is no longer asked cannot be counted anew; its figure is as if it were gone. */
function toFigure(row: FigureRow | null | undefined): Figure | undefined {
  if (row === null || row === undefined) return undefined
  const { success, data } = Question.safeParse(row.question)
  return success ? { ...row, question: data } : undefined
}

export function figuresStorage(): FiguresStore {
  return {
    add(figure, work) {
      roundOf(work).put(FIGURES, figure)
    },

    async find(number, work) {
      return toFigure(await roundOf(work).get(FIGURES, figureId(number)))
    },

    async findLast(person, since, work) {
      const [row] = await roundOf(work).query(
        (client) =>
          client.$queryRaw<
            FigureRow[]
          >`SELECT * FROM "Figure" WHERE "person" = ${person} AND "lastAt" >= ${since}
          ORDER BY "lastAt" DESC, "number" DESC LIMIT 1`,
      )
      return toFigure(row)
    },

    noteShown(id, shown, work) {
      roundOf(work).alongside({
        rows: [{ id, shown, at: work.at }],
        sql: (parameter) => `UPDATE "Figure" f SET "shown" = r."shown", "lastAt" = r."at"
          FROM jsonb_to_recordset(${parameter}::jsonb) AS r("id" text, "shown" int, "at" timestamptz)
          WHERE f."id" = r."id" RETURNING f."id" AS key`,
      })
    },

    addLink(link, work) {
      roundOf(work).add(LINKS, link)
    },

    findLink: (digest, work) => roundOf(work).get(LINKS, digest),

    async findLinkByBrowser(browser, work) {
      const row = await roundOf(work).query((client) => client.figureLink.findUnique({ where: { browser } }))
      return row ?? undefined
    },

    async openLink(digest, browser, work) {
      const { count } = await roundOf(work).query((client) =>
        client.figureLink.updateMany({
          where: { digest, browser: null, expiresAt: { gt: work.at } },
          data: { browser, openedAt: work.at },
        }),
      )
      return count === 1
    },

    async oldestAt(work) {
      return (await roundOf(work).glance<Date>(Prisma.sql`SELECT min("at") FROM "Figure"`)) ?? undefined
    },

    async forget(before, work) {
      return roundOf(work).query(async (client) => {
        await client.$executeRaw`DELETE FROM "FigureLink" l USING "Figure" f WHERE f."id" = l."figure" AND f."at" < ${before}`
        return client.$executeRaw`DELETE FROM "Figure" WHERE "at" < ${before}`
      })
    },
  }
}
