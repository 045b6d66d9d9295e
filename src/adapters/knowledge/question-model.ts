import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { ModelConfig } from '../../config.ts'
import { ModelQuestion } from '../../features/oversight/asking/model-question.ts'
import type { QuestionModel } from '../../features/oversight/asking/question-model.port.ts'
import { categories, categoryLabels } from '../../kernel/appeal-terms.ts'
import { mask } from '../../kernel/privacy.ts'
import type { Log } from '../../log.ts'
import { openAsker } from './asker.ts'
import { openModel, type Question } from './model.ts'
import { loadPrompt } from './prompt-file.ts'

/** What `prompts/read-question.md` is filled in with. */
export const READ_QUESTION_VARIABLES = ['categories', 'fence', 'question'] as const

/**
 * Reads a leader's question into the closed set, with names and times as words of the text; who may see what is decided
 * without it, and it names no code, no number and no day. Throws `configuration` for a broken prompt.
 */
export async function openQuestionModel(config: ModelConfig, log: Pick<Log, 'warn'>): Promise<QuestionModel> {
  const asker = openAsker(openModel(config), log, 'the question is asked back')
  const prompt = await loadPrompt('read-question', READ_QUESTION_VARIABLES)
  const { $schema: _, ...schema } = z.toJSONSchema(ModelQuestion, { io: 'input' })
  return {
    async read(text, signal) {
      const asked: Question<(typeof READ_QUESTION_VARIABLES)[number], ModelQuestion> = {
        prompt,
        name: 'read_question',
        schema,
        values: {
          categories: categories.map((category) => `${category} ${categoryLabels[category]}`).join('、'),
          fence: randomBytes(6).toString('hex'),
          question: mask(text),
        },
        check: (answer) => ModelQuestion.safeParse(answer).data,
      }
      return asker.ask(asked, AbortSignal.any([signal, AbortSignal.timeout(config.timeoutMs)]))
    },
  }
}
