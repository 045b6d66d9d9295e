import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { AnswerWriter, ShownPassage } from '../../features/policy/answers/written/answer-writer.ts'
import { mask } from '../../kernel/privacy.ts'
import type { Asker } from './asker.ts'
import type { Question } from './model.ts'
import { loadPrompt } from './prompt-file.ts'

/** What `prompts/write-answer.md` is filled in with. */
export const WRITE_ANSWER_VARIABLES = ['fence', 'passages', 'question'] as const

/** Far more than is asked for: what is beyond is nonsense, and what is below is checked sentence by sentence. */
const Written = z.object({
  sentences: z
    .array(
      z.object({
        text: z.string().max(600),
        cites: z.array(z.object({ passage: z.coerce.number().int(), quote: z.string().max(2_000) })).max(12),
      }),
    )
    .max(20),
})

/** Words an answer from passages; whoever asks checks every sentence. Throws `configuration` for a broken prompt. */
export async function openAnswerWriter(asker: Asker): Promise<AnswerWriter> {
  const prompt = await loadPrompt('write-answer', WRITE_ANSWER_VARIABLES)
  const { $schema: _, ...schema } = z.toJSONSchema(Written, { io: 'input' })
  return {
    async write(question, passages, signal) {
      const asked: Question<(typeof WRITE_ANSWER_VARIABLES)[number], z.infer<typeof Written>> = {
        prompt,
        name: 'write_answer',
        schema,
        values: {
          // Drawn anew each time, so that no document and nobody can write the end of it.
          fence: randomBytes(6).toString('hex'),
          passages: passages.map(shownAs).join('\n'),
          question: mask(question),
        },
        check: (answer) => Written.safeParse(answer).data,
      }
      return (await asker.ask(asked, signal))?.sentences
    },
  }
}

const shownAs = ({ number, title, locator, text }: ShownPassage) =>
  `[${number}]《${title}》${locator}：${text}`
