/** 我包哪些: whom the asker, or a leader they name, answers for. */
import { dayOf } from '../../../kernel/clock.ts'
import { type Directory, scopeOf } from '../../../kernel/directory.ts'
import { withTitle } from '../../../kernel/person.ts'
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

/** 周县长包哪些企业: the roster's own, as 谁包 tells it of each firm; of matters it says nothing. */
export function answerOthersScope(leader: string, directory: Directory, day: string): Draft {
  const { chambers, companies } = scopeOf(directory, leader, day)
  const person = directory.people.get(leader)
  const [head = '', ...after] = texts.scope(
    [...chambers].map((code) => directory.chambers.get(code)?.name ?? code),
    [...companies].map((code) => directory.companies.get(code)?.name ?? code),
    person === undefined ? leader : withTitle(person),
  )
  const terms = dutyTexts.ownTerms(leader, day, directory)
  return { head, lines: [], after: [...after, ...terms], definition: '' }
}

export const seesAll = (): Draft => ({ head: texts.seesAll(), lines: [], after: [], definition: '' })
