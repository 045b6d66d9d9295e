import { z } from 'zod'
import type { DocumentFacts } from './policy-document.ts'

/** What somebody corrected about a document; null takes something away that was misread. */
export const FactChanges = z.object({
  title: z.string().optional(),
  documentNumber: z.string().nullish(),
  issuer: z.string().nullish(),
  issuedOn: z.string().nullish(),
  effectiveOn: z.string().nullish(),
  endsOn: z.string().nullish(),
})
export type FactChanges = z.infer<typeof FactChanges>

/** From when until when it holds, as staff said. */
export const SaidDays = FactChanges.pick({ issuedOn: true, effectiveOn: true, endsOn: true })
export type SaidDays = z.infer<typeof SaidDays>

/** The facts with what was corrected; what nobody mentioned stays. */
export function corrected<Facts extends Pick<DocumentFacts, 'title'>>(
  facts: Facts,
  changes: FactChanges,
): Facts {
  const merged = { ...facts, ...changes }
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null && value !== undefined),
  ) as Facts
}
