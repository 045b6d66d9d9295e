import { z } from 'zod'
import { categories } from '../../../kernel/appeal-terms.ts'
import { VISIT_KINDS } from '../visit.ts'

/** A problem as it was told, before anything is kept. */
export const FoundProblem = z.object({
  company: z.string().nullable(),
  words: z.string(),
  category: z.enum(categories).nullable(),
  /** 停电的事还没完: it was there before. */
  goesOn: z.boolean(),
  /** The open appeal it belongs to, shown and confirmed with the rest. */
  link: z.string().nullable(),
  /** As the office reads it, where there is one. */
  linkLine: z.string().nullable(),
  /** Whoever tells it said that it is another matter. */
  alone: z.boolean(),
})
export type FoundProblem = z.infer<typeof FoundProblem>

export const VisitDraft = z.object({
  kind: z.enum(VISIT_KINDS),
  /** Codes; null where it is not known yet. */
  leader: z.string().nullable(),
  deputy: z.string().nullable(),
  /** YYYY-MM-DD */
  day: z.string(),
  /** 上周, where no day can be told from it. */
  unclearDay: z.string().nullable(),
  companies: z.array(z.string()),
  chambers: z.array(z.string()),
  team: z.array(z.string()),
  problems: z.array(FoundProblem),
  /** Names that were put right: as they were said, and the code that is meant. */
  heard: z.array(z.object({ said: z.string(), company: z.string() })),
  /** 宏远: which of several. */
  which: z.object({ said: z.string(), companies: z.array(z.string()) }).nullable(),
  /** 王主任: which of several. */
  whichLeader: z.object({ said: z.string(), leaders: z.array(z.string()) }).nullable(),
})
export type VisitDraft = z.infer<typeof VisitDraft>

/** What is told, and everything said since to put it right; `draft` is what the last preview showed. */
export const VisitOrder = z.object({
  text: z.string(),
  answers: z.array(z.string()),
  draft: VisitDraft.nullable(),
  /** The number of the visit that this puts right. */
  corrects: z.number().nullable(),
  /** Told while another was being read back, which is not kept: the next preview says so. */
  instead: z.boolean().optional(),
})
export type VisitOrder = z.infer<typeof VisitOrder>
