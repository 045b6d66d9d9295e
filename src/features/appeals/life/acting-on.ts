/** Whether somebody may do this to that appeal now: number, role and state checked alike for the moves of an appeal. */
import { z } from 'zod'
import type { Doing } from '../../../conversation/feature.ts'
import { type Act, may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { lookUp } from '../look-up.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import type { AppealAct, MoverRole } from './appeal-moves.ts'
import { nextAfter } from './move-appeal.ts'
import { rolesIn } from './mover-role.ts'
import { movesTexts } from './moves.texts.ts'

/** An appeal's number inside a stored order. */
export const OrderedNumber = z.object({ year: z.number().exactOptional(), serial: z.number() })

export interface ActingAsked {
  readonly number: AppealNumber | undefined
  readonly act: Act
  /** How the texts call it: 暂停, 归档. */
  readonly what: string
  /** The move that is meant, where it is one. */
  readonly move?: AppealAct
}

export type Acting =
  | { readonly kind: 'may'; readonly appeal: Appeal; readonly role: MoverRole }
  | { readonly kind: 'may-not'; readonly text: string }

/** Whether this person may do this to the appeal they named, as it stands now; otherwise why not, to be said. */
export async function actingOn(asked: ActingAsked, store: AppealsStore, doing: Doing): Promise<Acting> {
  const { number, what, move } = asked
  const refuse = (text: string): Acting => ({ kind: 'may-not', text })
  const { person } = doing.by
  if (!may(person, asked.act)) return refuse(movesTexts.notForYou(what))
  if (number === undefined) return refuse(appealsTexts.whichNumber(what))
  const found = await lookUp(number, store, doing)
  if (found.kind === 'last-year') return refuse(appealsTexts.lastYear(found.number))
  if (found.kind === 'none') return refuse(appealsTexts.noSuchNumber(spoken(number)))
  // What is bound is the appeal itself; a lookup may show a merged one as its main one stands.
  const appeal = await store.find(found.appeal.number, doing.work)
  if (appeal === undefined) return refuse(appealsTexts.noSuchNumber(spoken(number)))
  const [role] = rolesIn(appeal, person)
  if (role === undefined || role === 'supporter') return refuse(movesTexts.notYours(appeal.number, what))
  if (move === undefined) return { kind: 'may', appeal, role }
  const next = nextAfter(appeal, move, role, '-', doing.work.at)
  if (typeof next === 'string') return { kind: 'may', appeal, role }
  if (next.refused === 'not-yours') return refuse(movesTexts.notYours(appeal.number, what))
  if (next.refused === 'too-late') return refuse(movesTexts.tooLate(appeal.number))
  return refuse(appealsTexts.cannot(appeal.number, appeal.status, what))
}

/** As an order names it: with its year, so that a yes on New Year's Day means the same appeal. */
export function numberIn(number: string): AppealNumber {
  const [year, serial] = number.split('-')
  return { year: Number(year), serial: Number(serial) }
}
