import type { Doing } from '../../conversation/feature.ts'
import { may } from '../../kernel/person.ts'
import type { Appeal } from './appeal.ts'
import { formatNumber, yearOf } from './appeal-number.ts'
import type { Lookup } from './appeals.effects.ts'
import type { AppealsStore } from './appeals.store.ts'
import { identityOf } from './life/appeal-letters.ts'
import type { AppealNumber } from './reading/appeal-numbers.ts'
import { asOutside, historyOutside } from './sealing/outward.ts'
import { asFollower, historyAsFollower } from './twice/as-follower.ts'

/** What a person may not see is answered like what does not exist. A short number is this year's; last year's is named only where this year has none, and then asked about. */
export async function lookUp(asked: AppealNumber, store: AppealsStore, doing: Doing): Promise<Lookup> {
  const thisYear = yearOf(doing.work.at)
  const found = await visible(formatNumber(asked.year ?? thisYear, asked.serial), store, doing)
  if (found !== undefined) {
    const { number } = found.appeal
    if (found.as === 'asker')
      return { kind: 'found', ...found, history: await historyAsFollower(number, store, doing) }
    const whole = await store.history(number, doing.work)
    const history = found.as === 'unit' ? historyOutside(found.appeal, whole) : whole
    return { kind: 'found', ...found, history }
  }
  if (asked.year !== undefined) return { kind: 'none' }
  const before = await visible(formatNumber(thisYear - 1, asked.serial), store, doing)
  return before === undefined ? { kind: 'none' } : { kind: 'last-year', number: before.appeal.number }
}

interface Visible {
  readonly appeal: Appeal
  readonly as: 'staff' | 'unit' | 'asker'
  readonly supporting?: true
}

async function visible(number: string, store: AppealsStore, doing: Doing): Promise<Visible | undefined> {
  const { person } = doing.by
  const appeal = await store.find(number, doing.work)
  if (appeal === undefined || (person.confined !== undefined && person.confined.appeal !== number))
    return undefined
  // Somebody's own matter is theirs also where they hold an office, unless that office sees all.
  if (may(person, 'appeal.see-all')) return { appeal, as: 'staff' }
  if (await store.isOwn(number, identityOf(doing.by), doing.work))
    return { appeal: await asFollower(appeal, store, doing), as: 'asker' }
  if (may(person, 'appeal.see-dispatched') && appeal.unit !== null && appeal.unit === person.unit)
    return { appeal: asOutside(appeal), as: 'unit' }
  if (may(person, 'appeal.see-dispatched') && appeal.supporting.includes(person.unit ?? ''))
    return { appeal: asOutside(appeal), as: 'unit', supporting: true }
  return undefined
}
