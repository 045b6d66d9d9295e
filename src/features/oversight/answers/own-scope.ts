/** 我包哪些: whom the asker answers for. */
import { dayOf } from '../../../kernel/clock.ts'
import { dutyTexts } from '../duty.texts.ts'
import type { Asking } from './asking.ts'
import type { Draft } from './draft.ts'
import { ownScopeTexts as texts } from './own-scope.texts.ts'

export function answerScope({ reach, directory, sight, at }: Asking): Draft {
  if (reach.kind !== 'scope') return seesAll()
  const chambers = [...reach.chambers].map((code) => directory.chambers.get(code)?.name ?? code)
  const companies = [...reach.companies].map((code) => directory.companies.get(code)?.name ?? code)
  const [head = '', ...after] = texts.scope(chambers, companies)
  const terms = dutyTexts.ownTerms(sight.person.code ?? '', dayOf(at), directory)
  return { head, lines: [], after: [...after, ...terms], definition: '' }
}

export const seesAll = (): Draft => ({ head: texts.seesAll(), lines: [], after: [], definition: '' })
