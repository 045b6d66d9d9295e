import type { Doing } from '../../../conversation/feature.ts'
import { peopleWithRole } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import type { LikenessInvitation } from './likeness.dialogue.ts'
import { twiceTexts as texts } from './twice.texts.ts'

/** One letter for one main appeal, to everybody who may merge, with what speaks for it. */
export async function proposeToStaff(
  main: Appeal,
  others: readonly { readonly appeal: Appeal; readonly why: string }[],
  doing: Doing,
): Promise<void> {
  const { at } = doing.work
  const data: LikenessInvitation = {
    main: main.number,
    mainLine: texts.proposalLine(main, at),
    others: others.map(({ appeal, why }) => ({
      number: appeal.number,
      line: texts.proposalLine(appeal, at),
      why,
    })),
  }
  const key = `likeness:${main.number}:${others.map(({ appeal }) => appeal.number).join('+')}`
  for (const person of peopleWithRole(await doing.directory(), 'staff'))
    if (may(person, 'appeal.merge'))
      await doing.invite(person.code, 'appeals.likeness', data, `${key}:${person.code}`)
}
