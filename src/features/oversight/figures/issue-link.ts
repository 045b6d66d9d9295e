import type { Doing } from '../../../conversation/feature.ts'
import { digestOf, newToken } from '../../../kernel/link-token.ts'
import { type Figure, figureId } from './figure.ts'
import type { FiguresStore } from './figures.store.ts'

/** A link waits so long to be opened, and the page is there so long after. */
export const LINK_MINUTES = 30

/** Port: where the pages of figures are served. */
export interface FigureDoor {
  /** Null where nobody can open our pages. */
  urlOf(token: string): string | null
}

export type LinkIssued =
  | { readonly kind: 'issued'; readonly url: string; readonly until: Date }
  /** There is no address under which they could open it. */
  | { readonly kind: 'no-pages' }

/**
 * A link that shows whoever speaks now what is behind this number, in the one browser that opens it first. The caller
 * has made sure that the figure is theirs, and posts the link as `passing`: a lost one is given anew.
 */
export function issueFigureLink(
  figure: Figure,
  { figures, figureDoor }: { readonly figures: FiguresStore; readonly figureDoor: FigureDoor },
  doing: Doing,
): LinkIssued {
  const { person } = doing.by
  const token = newToken()
  const url = figureDoor.urlOf(token)
  if (url === null || person.code === undefined) return { kind: 'no-pages' }
  const { at } = doing.work
  const until = new Date(at.getTime() + LINK_MINUTES * 60_000)
  figures.addLink(
    {
      digest: digestOf(token),
      figure: figure.id,
      person: person.code,
      issuedAt: at,
      expiresAt: until,
      browser: null,
      openedAt: null,
    },
    doing.work,
  )
  doing.audit('oversight.issueLink', figureId(figure.number), {})
  return { kind: 'issued', url, until }
}
