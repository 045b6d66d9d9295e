/** What a model fills in: the same closed set, with names and periods as words of the text. */
import { z } from 'zod'
import { categories } from '../../../kernel/appeal-terms.ts'
import { GROUPINGS, MEASURES } from './question.ts'

export const ModelQuestion = z.object({
  kind: z.enum([
    'count',
    'rate',
    'share',
    'trend',
    'comparison',
    'why',
    'ranking',
    'reasons',
    'age',
    'matter',
    'news',
    'scope',
    'drive',
    'receipts',
    'visits',
    'sealed',
  ]),
  /** 超期 → overdue. */
  measure: z.enum(MEASURES).nullable(),
  category: z.enum(categories).nullable(),
  /** Names of firms, chambers, towns, units and people, each exactly as it stands in the text. */
  names: z.array(z.string()).max(4),
  /** As it stands in the text: 上个月, 春节后. */
  period: z.string().nullable(),
  /** What it is compared with, as it stands in the text. */
  comparedWith: z.string().nullable(),
  by: z.enum(GROUPINGS).nullable(),
  order: z.enum(['most', 'least', 'oldest', 'newest']).nullable(),
  top: z.number().int().min(1).max(50).nullable(),
  mine: z.boolean(),
})
export type ModelQuestion = z.infer<typeof ModelQuestion>
