import { readFileSync } from 'node:fs'
import { HouseError } from './kernel/errors.ts'
import { DEFAULT_TERMS, readTerms, type Terms } from './kernel/terms.ts'

/**
 * The operator's own time limits over the product's; the product's alone where no file is named.
 * @throws HouseError `configuration` that names the file, the place in it and what belongs there.
 */
export function readTermsFile(path: string | undefined): Terms {
  if (path === undefined) return DEFAULT_TERMS
  const wrong = (what: string, cause?: unknown) =>
    new HouseError(
      'configuration',
      `NIANGJIA_TERMS: ${path}: ${what}. settings/terms.json shows every setting.`,
      {
        cause,
      },
    )
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw wrong('cannot be read, check the path and its permissions', cause)
  }
  let own: unknown
  try {
    own = JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch (cause) {
    throw wrong(`is not valid JSON (${cause instanceof Error ? cause.message : ''})`, cause)
  }
  const terms = readTerms(own)
  if ('mistakes' in terms) throw wrong(terms.mistakes.join('; '))
  return terms
}
