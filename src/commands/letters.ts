import { listLetterLines } from '../adapters/storage/letters-list.storage.ts'
import { LETTER_STATES, type LetterState } from '../outbox/letter.ts'
import { printLine } from './command-line.ts'
import { lettersTexts as texts } from './letters.texts.ts'
import { withHouse } from './with-house.ts'

/** `letters [--json]`: every letter with what became of it, and without `--json` how many there are of each. */
export async function lettersCommand(options: { json: boolean; demo: boolean }): Promise<number> {
  return withHouse({ demo: options.demo }, async ({ storage }) => {
    const counts = new Map<LetterState, number>()
    for await (const page of listLetterLines(storage.url)) {
      for (const { state } of page) counts.set(state, (counts.get(state) ?? 0) + 1)
      const lines = page.map((line) => (options.json ? JSON.stringify(line) : texts.row(line)))
      // A page is one write: a hundred thousand small ones would take longer than the reading.
      await printLine(lines.join('\n'))
    }
    if (!options.json)
      await printLine(texts.summary(LETTER_STATES.map((state) => [state, counts.get(state) ?? 0])))
    return 0
  })
}
