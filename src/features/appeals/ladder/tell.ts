/** One message for each person, however many matters it is about. */
import type { Doing } from '../../../conversation/feature.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { workingDaysBetween } from '../../../kernel/working-days.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'
import type { TermsCalendar } from '../deadlines.ts'
import { asOutside } from '../sealing/outward.ts'
import { type Reader, type Reminded, ladderTexts as texts } from './ladder.texts.ts'
import { isRunning } from './ladder.ts'
import { isLateAgain } from './late-again.ts'
import type { NudgeInvitation } from './nudge.dialogue.ts'
import type { Nudge, NudgesStore } from './nudges.store.ts'

export interface LadderParts {
  readonly store: AppealsStore
  readonly nudges: NudgesStore
  readonly calendar: TermsCalendar
}

/** Sends what is still so: read, done, paused or given another deadline meanwhile, it is forgotten instead. */
export async function tellPeople(
  due: readonly Nudge[],
  { store, nudges, calendar }: LadderParts,
  doing: Doing,
): Promise<void> {
  const { at } = doing.work
  const directory = await doing.directory()
  const appeals = new Map<string, Appeal>()
  await Promise.all(
    [...new Set(due.map(({ number }) => number))].map(async (number) => {
      const appeal = await store.find(number, doing.work)
      if (appeal !== undefined) appeals.set(number, appeal)
    }),
  )
  const isCurrent = ({ number, deadline }: Nudge) => {
    const appeal = appeals.get(number)
    return appeal !== undefined && isRunning(appeal) && appeal.dueAt?.getTime() === deadline.getTime()
  }
  await nudges.drop(
    due.filter((nudge) => !isCurrent(nudge)).map(({ id }) => id),
    doing.work,
  )
  // Looked at before the morning came: it counts as told, and nothing is sent.
  for (const nudge of due.filter((one) => isCurrent(one) && one.seenAt !== null))
    nudges.save({ ...nudge, toldAt: at }, doing.work)
  const told = due.filter((one) => isCurrent(one) && one.seenAt === null)
  const leaders = told.filter(({ stage }) => stage === 'leader-after')
  const earlier =
    leaders.length === 0
      ? []
      : await nudges.listOf(
          leaders.map(({ number }) => number),
          doing.work,
        )
  for (const [person, mine] of Map.groupBy(told, ({ person }) => person)) {
    const reminded = mine.map((nudge): Reminded => {
      const appeal = appeals.get(nudge.number) as Appeal
      const days = workingDaysBetween(nudge.deadline, at, calendar)
      const reader = readerOf(nudge, appeal, person, directory)
      return {
        appeal: reader === 'unit' ? asOutside(appeal) : appeal,
        reader,
        isChased: nudge.stage === 'chase',
        isAgain: isLateAgain(
          appeal,
          earlier.filter(({ number }) => number === nudge.number),
          at,
        ),
        daysLate: typeof days === 'number' ? days : null,
      }
    })
    // The same matter by two ways is one line.
    const once = [...new Map(reminded.map((one) => [one.appeal.number, one])).values()]
    const data: NudgeInvitation = {
      numbers: once.map(({ appeal }) => appeal.number),
      text: texts.reminder(once, at, directory),
    }
    await doing.invite(person, 'appeals.nudge', data, `${doing.turnKey}:nudge:${person}`)
    for (const nudge of mine) nudges.save({ ...nudge, toldAt: at }, doing.work)
  }
  for (const [occasion, some] of Map.groupBy(told, ({ number, stage }) => `${number} ${stage}`)) {
    const [number = '', stage = ''] = occasion.split(' ')
    const status = appeals.get(number)?.status
    if (status === undefined || some.length === 0 || stage === 'chase') continue
    store.note(
      {
        number,
        at,
        act: 'nudge',
        from: status,
        to: status,
        role: 'house',
        by: null,
        note: texts.note(stage),
      },
      doing.work,
    )
  }
}

/** Somebody of the unit reads it as the unit's, whatever else they are. */
function readerOf(nudge: Nudge, appeal: Appeal, person: string, directory: Directory): Reader {
  const known = directory.people.get(person)
  const isUnits =
    appeal.unit !== null && (known?.unit === appeal.unit || directory.units.get(appeal.unit)?.head === person)
  if (isUnits) return 'unit'
  return nudge.stage.startsWith('leader') && known?.roles.includes('staff') !== true ? 'leader' : 'staff'
}
