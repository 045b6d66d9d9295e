/** 接着问: what may be said to an answer just given that is no question by itself. */
import { z } from 'zod'

export const FollowUp = z.discriminatedUnion('act', [
  /** 继续 */
  z.object({ act: z.literal('more') }),
  /** 第二个详细说说: a line of the answer, from 1. */
  z.object({ act: z.literal('line'), line: z.number().int().positive() }),
  /** 给我表格. `figure`: 明细12 的表格; null: the last answer's. */
  z.object({ act: z.literal('sheet'), figure: z.number().int().positive().nullable() }),
  /** 发个链接, 我在电脑上看 */
  z.object({ act: z.literal('link'), figure: z.number().int().positive().nullable() }),
  /** 画个图 */
  z.object({ act: z.literal('chart') }),
  /** 念给我听: as one would say it aloud. */
  z.object({ act: z.literal('aloud') }),
  /** 明细12, 明细12-3: exactly what was behind a number, or behind one line of it. */
  z.object({
    act: z.literal('open'),
    figure: z.number().int().positive().nullable(),
    line: z.number().int().positive().nullable(),
  }),
])
export type FollowUp = z.infer<typeof FollowUp>
