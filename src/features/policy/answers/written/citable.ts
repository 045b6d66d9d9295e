import type { Citation } from '../citation.ts'

/** A passage that may be cited as what holds on the day asked for, before anything of it is quoted. */
export interface Citable {
  readonly source: Omit<Citation, 'quote'>
  readonly text: string
  /** Everybody may read it. */
  readonly isPublic: boolean
}
