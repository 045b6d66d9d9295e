import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { QuestionRewriter } from '../../features/policy/answers/written/answer-writer.ts'
import { mask } from '../../kernel/privacy.ts'
import type { Asker } from './asker.ts'
import type { Question } from './model.ts'
import { loadPrompt } from './prompt-file.ts'

/** What `prompts/rewrite-question.md` is filled in with. */
export const REWRITE_QUESTION_VARIABLES = ['fence', 'question'] as const

const MOST_WORDINGS = 3
const LONGEST_WORDING = 60
const Rewritten = z.object({ wordings: z.array(z.string()).max(12) })

/** Says a question in the words of rules, for searching only. Throws `configuration` for a broken prompt. */
export async function openQuestionRewriter(asker: Asker): Promise<QuestionRewriter> {
  const prompt = await loadPrompt('rewrite-question', REWRITE_QUESTION_VARIABLES)
  const { $schema: _, ...schema } = z.toJSONSchema(Rewritten, { io: 'input' })
  return {
    async rewrite(question, signal) {
      const asked: Question<(typeof REWRITE_QUESTION_VARIABLES)[number], readonly string[]> = {
        prompt,
        name: 'rewrite_question',
        schema,
        values: { fence: randomBytes(6).toString('hex'), question: mask(question) },
        check: (answer) => wordingsIn(Rewritten.safeParse(answer).data?.wordings, question),
      }
      return (await asker.ask(asked, signal)) ?? []
    },
  }
}

/** A number that nobody said (第三条, 2024年) would lead the search astray. */
function wordingsIn(wordings: readonly string[] | undefined, question: string): string[] | undefined {
  const figures = (text: string) =>
    text.normalize('NFKC').match(/\d+|第[零一二三四五六七八九十百千]+[条款项]/gu) ?? []
  const said = new Set(figures(question))
  return wordings
    ?.map((wording) => wording.replace(/\s+/gu, ' ').trim())
    .filter((wording) => wording.length > 1 && wording.length <= LONGEST_WORDING)
    .filter((wording) => figures(wording).every((figure) => said.has(figure)))
    .slice(0, MOST_WORDINGS)
}
