import type { ChatPromptTemplate } from '@langchain/core/prompts'
import { ChatOpenAI } from '@langchain/openai'
import type { ModelConfig } from '../../config.ts'
import { limitedFetch } from './limited-fetch.ts'
import { failureOf, type ModelFailure, mayTryAgain } from './model-failure.ts'
import { readJsonObject } from './read-json.ts'
import { untraced } from './untraced.ts'

/** Something asked of a model, with the shape of the answer in the prompt as well as in the schema. */
export interface Question<Name extends string, Answer> {
  readonly prompt: ChatPromptTemplate<Record<Name, string>>
  /** What servers with tools call the answer. */
  readonly name: string
  /** JSON Schema of an answer. */
  readonly schema: Record<string, unknown>
  readonly values: Record<Name, string>
  /** The answer, if that is one. */
  check(answer: unknown): Answer | undefined
}

export type Outcome<Answer> = ({ readonly answer: Answer } | { readonly failure: ModelFailure }) & {
  readonly tries: number
}

export interface Model {
  /** Asks, and once more where that can help, all within the signal's time. Never throws. */
  ask<Name extends string, Answer>(
    question: Question<Name, Answer>,
    signal: AbortSignal,
  ): Promise<Outcome<Answer>>
}

/** Any server that speaks OpenAI's chat completions; nothing is sent until something is asked. */
export function openModel({ baseUrl, apiKey, model, method, timeoutMs }: ModelConfig): Model {
  const settings = {
    model,
    apiKey,
    timeout: timeoutMs,
    // One second try, ours: the library would wait between its own for longer than people do.
    maxRetries: 0,
    configuration: {
      baseURL: baseUrl ?? 'https://api.openai.com/v1',
      fetch: limitedFetch,
      logLevel: 'off' as const,
    },
  }
  const steady = new ChatOpenAI({ ...settings, temperature: 0 })
  // Nothing but messages, for servers that know neither response formats nor a temperature.
  const plain = new ChatOpenAI(settings)

  async function askOnce<Name extends string, Answer>(
    { prompt, name, schema, values }: Question<Name, Answer>,
    form: ModelConfig['method'] | 'plain',
    signal: AbortSignal,
  ): Promise<unknown> {
    const options = { signal, callbacks: untraced }
    if (form === 'plain') return readJsonObject((await prompt.pipe(plain).invoke(values, options)).text)
    const structured = steady.withStructuredOutput(schema, { name, method: form, includeRaw: true })
    const { raw, parsed } = await prompt.pipe(structured).invoke(values, options)
    return parsed ?? readJsonObject(raw.text)
  }

  return {
    async ask(question, signal) {
      let form: ModelConfig['method'] | 'plain' = method
      for (let tries = 1; ; tries++) {
        const failure = await askOnce(question, form, signal).then(
          (said) => {
            const answer = question.check(said)
            return answer === undefined ? { why: 'unusable' as const } : { answer }
          },
          (error: unknown) => failureOf(error, signal),
        )
        if ('answer' in failure) return { answer: failure.answer, tries }
        if (tries === 2 || !mayTryAgain(failure)) return { failure, tries }
        // Some servers refuse a form, others take tools and never use them; words they all understand.
        if (failure.why === 'form' || (failure.why === 'unusable' && method === 'functionCalling'))
          form = 'plain'
      }
    },
  }
}
