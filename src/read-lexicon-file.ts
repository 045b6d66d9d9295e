import { readFileSync } from 'node:fs'
import type { LexiconLine } from './features/policy/search/lexicon/lexicon-line.ts'
import { readLexicon } from './features/policy/search/lexicon/read-lexicon.ts'
import { HouseError } from './kernel/errors.ts'

const SHIPPED = new URL('../settings/policy-lexicon.txt', import.meta.url)

/** The product's own does not change while a process runs. */
let shipped: readonly LexiconLine[] | undefined

/**
 * The lexicon of policy search: the product's, or the operator's own file instead.
 * @throws HouseError `configuration` that names the file, the line and what is wrong with it.
 */
export function readLexiconFile(path?: string): readonly LexiconLine[] {
  if (path === undefined && shipped !== undefined) return shipped
  const name = path ?? 'settings/policy-lexicon.txt'
  const wrong = (what: string, cause?: unknown) =>
    new HouseError(
      'configuration',
      `NIANGJIA_LEXICON: ${name}: ${what}. The head of settings/policy-lexicon.txt shows the format.`,
      {
        cause,
      },
    )
  let text: string
  try {
    text = readFileSync(path ?? SHIPPED, 'utf8')
  } catch (cause) {
    throw wrong('cannot be read, check the path and its permissions', cause)
  }
  const read = readLexicon(text)
  const [first] = read.wrong
  if (first !== undefined) throw wrong(`line ${first.line}: ${first.fault}: ${first.text}`)
  if (path === undefined) shipped = read.lines
  return read.lines
}
