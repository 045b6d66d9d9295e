import type { FigureDoor } from '../../features/oversight/figures/issue-link.ts'

/** Where the pages of figures are; the server that serves them says so where no public address is set. */
export interface ServedFigureDoor extends FigureDoor {
  servedAt(address: string): void
}

/** @param publicUrl where people reach this server, from outside. */
export function openFigureDoor(publicUrl: string | undefined): ServedFigureDoor {
  let address = publicUrl
  return {
    urlOf: (token) => (address === undefined ? null : new URL(`/list/${token}`, address).href),
    servedAt(where) {
      address ??= where
    },
  }
}
