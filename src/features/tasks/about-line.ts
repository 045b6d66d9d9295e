import { categoryLabels } from '../../kernel/appeal-terms.ts'
import { spokenName } from '../../kernel/directory.ts'
import { mask } from '../../kernel/privacy.ts'
import { cut } from './cut-words.ts'
import type { AppealGlance } from './tasks.effects.ts'

const SUMMARY_SIGNS = 24

/** What a card says of its appeal. Of a sealed one the kind alone. */
export function aboutLine({ number, category, company, summary, sealed }: AppealGlance): string {
  const kind = categoryLabels[category]
  if (sealed) return `${number} ${kind}（身份封存）`
  const firm = company === null ? '' : ` ${spokenName(company.name)}`
  return `${number}${firm} ${kind}${summary === null ? '' : `“${cut(mask(summary), SUMMARY_SIGNS)}”`}`
}
