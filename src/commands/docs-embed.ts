import { HouseError } from '../kernel/errors.ts'
import { printJson, printLine } from './command-line.ts'
import { docsEmbedTexts as texts } from './docs-embed.texts.ts'
import { withHouse } from './with-house.ts'

/** `docs embed`: makes at once what a running house makes in the background. Exit code 1 where some is still missing. */
export async function docsEmbedCommand(options: { json: boolean; demo: boolean }): Promise<number> {
  return withHouse(options, async ({ policyAid: { meaning } }) => {
    if (meaning === undefined)
      throw new HouseError('configuration', 'Set OPENAI_EMBEDDING_MODEL first (see .env.example).')
    const { done, total, isComplete } = await meaning.catchUp({
      signal: new AbortController().signal,
      onProgress: showProgress,
    })
    if (options.json) await printJson({ done, total })
    else await printLine(isComplete ? texts.complete(total) : texts.incomplete(done, total))
    return isComplete ? 0 : 1
  })
}

/** One line that counts up, and only where somebody looks at it. */
function showProgress({ done, total }: { done: number; total: number }): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total}${done === total ? '\n' : ''}`)
}
