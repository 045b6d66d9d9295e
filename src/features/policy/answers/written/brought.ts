import { z } from 'zod'
import type { DocumentAudience } from '../../library/document-audience.ts'
import type { Consulted } from '../consult.ts'

/** What is ordered: the question as it is consulted, for the eyes it was asked by and on the day. */
export const Ordered = z.object({
  question: z.string(),
  sources: z.array(z.string()),
  today: z.string(),
  /** Null: every document. */
  eyes: z.array(z.string()).nullable(),
})
export type Ordered = z.infer<typeof Ordered>

/** With what the answer's dialogue begins when an errand comes back. */
export interface Brought {
  readonly question: string
  readonly sources: readonly string[]
  /** Missing where the errand failed: the documents are then asked once more. */
  readonly consulted?: Consulted
  /** It is answered with quotes now, whatever could still be ordered. */
  readonly quoted: true
}

export const eyesIn = ({ eyes }: Ordered) =>
  eyes === null ? ('all' as const) : new Set(eyes as DocumentAudience[])
