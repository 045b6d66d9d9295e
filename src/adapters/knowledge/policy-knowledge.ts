import type { Config } from '../../config.ts'
import type { PolicyKnowledge } from '../../features/policy/answers/written/answer-writer.ts'
import type { Log } from '../../log.ts'
import { openAnswerWriter } from './answer-writer.ts'
import { openAsker } from './asker.ts'
import { openEmbedder } from './embedder.ts'
import { openModel } from './model.ts'
import { openQuestionRewriter } from './question-rewriter.ts'

/** What models do for policy answers, as far as they are configured. Throws `configuration` for a broken prompt. */
export async function openPolicyKnowledge(
  { model, writing, embedding }: Pick<Config, 'model' | 'writing' | 'embedding'>,
  log: Pick<Log, 'warn'>,
): Promise<PolicyKnowledge> {
  const embedder = embedding === undefined ? {} : { embedder: openEmbedder(embedding, log) }
  const { shown, patienceMs } = writing
  if (model === undefined || !writing.isOn) return { shown, patienceMs, ...embedder }
  const server = openModel({ ...model, timeoutMs: patienceMs })
  // Each is left alone by itself: a small model may find other words and never write an answer in the form asked for.
  const asker = (instead: string) => openAsker(server, log, instead)
  return {
    shown,
    patienceMs,
    ...embedder,
    writer: await openAnswerWriter(asker('the documents are quoted')),
    rewriter: await openQuestionRewriter(asker('the question is searched for as it was asked')),
  }
}
