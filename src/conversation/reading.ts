import { z } from 'zod'
import type { StoredArrival } from '../inbox/arrival.ts'
import { categories } from '../kernel/appeal-terms.ts'

/** All that a model may say somebody wants; `none`: nothing for us, or it cannot tell. */
export const intents = ['appeal', 'policyQuestion', 'status', 'oversight', 'smallTalk', 'none'] as const
export type Intent = (typeof intents)[number]

/** A part that is wrong falls away by itself: a good intent is not lost to an invented category. */
const part = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/**
 * What a model may contribute, and nothing else: unknown fields are cut off. It holds no permission, no
 * number, no date and no recipient, so that whatever a model was talked into stays a guess about an intent.
 * The texts are proposals in the person's own words (model-reading.ts) and are read back before they count.
 */
export const ModelReading = z.object({
  intent: z.enum(intents),
  confidence: z.number().min(0).max(1),
  appeal: part(
    z.object({
      category: part(z.enum(categories)),
      /** Never `critical`: that files without a confirmation, and only the rules may say so. */
      urgency: part(z.enum(['urgent', 'normal'])),
      /** A list shows it in one line. */
      summary: part(z.string().max(30)),
      place: part(z.string().max(40)),
      wanted: part(z.string().max(60)),
      companyName: part(z.string().max(40)),
      /** Two or more matters told in one breath, a line each. */
      matters: part(z.array(z.string().max(100)).min(2).max(5)),
    }),
  ),
})
export type ModelReading = z.infer<typeof ModelReading>

/**
 * A model that reads free words before the round begins; without one configured, the rules read alone.
 * It never throws and answers within its own time limit: undefined means that the rules decide.
 */
export interface FreeTextReader {
  read(burst: readonly StoredArrival[]): Promise<ModelReading | undefined>
}
