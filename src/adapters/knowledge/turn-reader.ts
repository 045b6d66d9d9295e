import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { ModelConfig } from '../../config.ts'
import { checkModelReading } from '../../conversation/model-reading.ts'
import { type FreeTextReader, ModelReading } from '../../conversation/reading.ts'
import { categories, categoryLabels } from '../../kernel/appeal-terms.ts'
import type { Log } from '../../log.ts'
import { type Breaker, openBreaker } from './breaker.ts'
import { knowledgeTexts } from './knowledge.texts.ts'
import { type Model, openModel, type Question } from './model.ts'
import { loadPrompt } from './prompt-file.ts'
import { type Recogniser, worthAsking } from './worth-asking.ts'

/** What `prompts/read-turn.md` is filled in with. */
export const READ_TURN_VARIABLES = ['categories', 'fence', 'text'] as const

/** Kept back from the limit: giving up and handing over to the rules takes a moment on a busy machine. */
const MARGIN_MS = 150

export interface ReaderParts {
  /** The features: what they are sure of is not asked. */
  readonly recognisers: readonly Recogniser[]
  readonly log: Pick<Log, 'warn'>
  readonly breaker?: Breaker
}

/** Reads free words with a model. Throws `configuration` when the prompt is not as it should be. */
export async function openReader(config: ModelConfig, parts: ReaderParts): Promise<FreeTextReader> {
  const { recognisers, log, breaker = openBreaker() } = parts
  const ask = await openQuestion(openModel(config))
  return {
    async read(burst) {
      const text = worthAsking(burst, recognisers)
      const attempt = text === undefined ? undefined : breaker.begin()
      if (text === undefined || attempt === undefined) return undefined
      const begun = performance.now()
      const outcome = await ask(text, AbortSignal.timeout(config.timeoutMs - MARGIN_MS))
      if ('answer' in outcome) {
        attempt.succeeded()
        return outcome.answer
      }
      const milliseconds = Math.round(performance.now() - begun)
      log.warn('a model was of no help; the rules read', {
        ...outcome.failure,
        tries: outcome.tries,
        milliseconds,
      })
      if (attempt.failed()) log.warn('the model is left alone for a minute; the rules read', {})
      return undefined
    },
  }
}

/** For `doctor`: asks one invented question, with the same prompt and time limit as in earnest. Never throws. */
export async function checkModel(config: ModelConfig | undefined): Promise<{ ok: boolean; message: string }> {
  if (config === undefined) return { ok: true, message: knowledgeTexts.noModel() }
  try {
    const ask = await openQuestion(openModel(config))
    const begun = performance.now()
    const outcome = await ask(
      '我们厂想贷点款周转，银行说抵押物不够，能不能帮忙协调',
      AbortSignal.timeout(config.timeoutMs),
    )
    const milliseconds = Math.round(performance.now() - begun)
    if ('answer' in outcome)
      return { ok: true, message: knowledgeTexts.works(config.model, milliseconds, outcome.tries) }
    const host = config.baseUrl === undefined ? 'api.openai.com' : new URL(config.baseUrl).host
    return {
      ok: false,
      message: knowledgeTexts.fails(config.model, host, config.timeoutMs / 1000, outcome.failure),
    }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

async function openQuestion(model: Model) {
  const prompt = await loadPrompt('read-turn', READ_TURN_VARIABLES)
  const { $schema: _, ...schema } = z.toJSONSchema(ModelReading)
  return (text: string, signal: AbortSignal) => {
    const question: Question<(typeof READ_TURN_VARIABLES)[number], ModelReading> = {
      prompt,
      name: 'read_turn',
      schema,
      values: {
        categories: categories.map((category) => `${category} ${categoryLabels[category]}`).join('、'),
        // Drawn anew each time, so that nobody can write the end of it into their own message.
        fence: randomBytes(6).toString('hex'),
        text,
      },
      check: (answer) => checkModelReading(answer, text),
    }
    return model.ask(question, signal)
  }
}
