import { type HttpServer, openHttpServer } from '../../src/adapters/http/http-server.ts'
import type { House } from '../../src/app.ts'
import type { Figure, FigureLine } from '../../src/features/oversight/figures/figure.ts'
import { LINK_MINUTES } from '../../src/features/oversight/figures/issue-link.ts'
import { keepFigure } from '../../src/features/oversight/figures/keep-figure.ts'
import { dayOf } from '../../src/kernel/clock.ts'
import { digestOf, newToken } from '../../src/kernel/link-token.ts'
import { mountFigurePages } from '../../src/web.ts'

/** The pages of figures of a house on a port of their own. */
export async function serveFigurePages(house: House): Promise<HttpServer> {
  const log = { warn: () => undefined, error: () => undefined }
  const server = await openHttpServer({ host: '127.0.0.1', port: 0, log })
  mountFigurePages(server, house)
  return server
}

/** A number as it was told to somebody, kept in the house. */
export function tellFigure(
  { storage, clock }: House,
  person: string,
  said: string,
  lines: readonly FigureLine[],
): Promise<Figure> {
  return storage.transactions.inOne(clock.now(), (work) =>
    keepFigure(
      storage,
      {
        person,
        question: { kind: 'scope' },
        day: dayOf(work.at),
        said,
        lines,
        isWhole: true,
        shown: 0,
      },
      work,
    ),
  )
}

/** A link to it, as the chat gives one; gives its path. */
export async function linkTo({ storage, clock }: House, figure: Figure): Promise<string> {
  const token = newToken()
  await storage.transactions.inOne(clock.now(), async (work) => {
    storage.figures.addLink(
      {
        digest: digestOf(token),
        figure: figure.id,
        person: figure.person,
        issuedAt: work.at,
        expiresAt: new Date(work.at.getTime() + LINK_MINUTES * 60_000),
        browser: null,
        openedAt: null,
      },
      work,
    )
  })
  return `/list/${token}`
}
