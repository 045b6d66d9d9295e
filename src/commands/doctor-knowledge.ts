import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WRITE_ANSWER_VARIABLES } from '../adapters/knowledge/answer-writer.ts'
import { loadPrompt } from '../adapters/knowledge/prompt-file.ts'
import { REWRITE_QUESTION_VARIABLES } from '../adapters/knowledge/question-rewriter.ts'
import { checkModel as askModel, READ_TURN_VARIABLES } from '../adapters/knowledge/turn-reader.ts'
import type { HouseFacts } from '../adapters/storage/doctor-facts.storage.ts'
import type { EmbeddingConfig, ModelConfig } from '../config.ts'
import { sentenceOf } from './command-line.ts'
import { doctorTexts as texts } from './doctor.texts.ts'
import type { Finding } from './doctor-finding.ts'

const PROMPTS = join(import.meta.dirname, '../../prompts')
/** A check is waited for. */
const TRIAL_MS = 10_000
/** What each prompt is filled in with; one that stands here must be there. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'read-turn': READ_TURN_VARIABLES,
  'rewrite-question': REWRITE_QUESTION_VARIABLES,
  'write-answer': WRITE_ANSWER_VARIABLES,
}

/** Each prompt is rendered once with its variables; a file nobody knows must at least have something in it. */
export async function checkPrompts(): Promise<Finding> {
  const check = 'prompts'
  const files = (await readdir(PROMPTS).catch(() => [])).filter((file) => file.endsWith('.md'))
  const names = new Set([...Object.keys(KNOWN), ...files.map((file) => file.slice(0, -'.md'.length))])
  for (const name of names) {
    const trouble = await troubleWith(name, KNOWN[name])
    if (trouble !== undefined) return { check, ok: 'fail', message: texts.promptBroken(name, trouble) }
  }
  return { check, ok: 'ok', message: texts.prompts(names.size) }
}

async function troubleWith(
  name: string,
  variables: readonly string[] | undefined,
): Promise<string | undefined> {
  try {
    if (variables === undefined) {
      const text = await readFile(join(PROMPTS, `${name}.md`), 'utf8')
      return text.trim() === '' ? texts.promptEmpty() : undefined
    }
    const prompt = await loadPrompt(name, variables)
    await prompt.formatMessages(Object.fromEntries(variables.map((variable) => [variable, variable])))
    return undefined
  } catch (error) {
    return sentenceOf(error)
  }
}

/** Embeds one invented sentence. A line only where such a model is configured; never worse than a warning. */
export async function checkEmbeddings(
  embedding: EmbeddingConfig | undefined,
  house: Pick<HouseFacts, 'passages' | 'embedded'> | undefined,
): Promise<readonly Finding[]> {
  if (embedding === undefined) return []
  const check = 'embeddings'
  const { model } = embedding
  const { openEmbedder } = await import('../adapters/knowledge/embedder.ts')
  const vectors = await openEmbedder(embedding, { warn: () => undefined }).embed(
    ['用人单位应当按时支付工资'],
    AbortSignal.timeout(TRIAL_MS),
  )
  if (vectors === undefined) return [{ check, ok: 'warn', message: texts.embeddingsAway(model) }]
  const message = texts.embeddings(model, house?.embedded[model] ?? 0, house?.passages ?? 0)
  return [{ check, ok: 'ok', message }]
}

/** Never worse than a warning: every path works without a model. */
export async function checkModel(model: ModelConfig | undefined): Promise<Finding> {
  const { ok, message } = await askModel(model)
  return { check: 'model', ok: ok ? 'ok' : 'warn', message }
}
