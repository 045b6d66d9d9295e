import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { Occasion } from '../../../kernel/standing.ts'
import type { DonationsParts } from '../donations.service.ts'
import { readStored } from '../drives/period.ts'
import { drivesSeen } from './tell-drive.ts'

/** By its own period where that was understood, otherwise from when its call went out to when it was closed. */
export async function occasionsOf(parts: DonationsParts, doing: Doing): Promise<readonly Occasion[]> {
  if (!may(doing.by.person, 'drive.see')) return []
  return (await drivesSeen(parts, doing)).flatMap(({ number, fields, openedAt, createdAt, closedAt }) => {
    const { title, period } = fields
    if (title === undefined) return []
    const stored = period === undefined ? undefined : readStored(period)
    const from = stored?.from ?? dayOf(openedAt ?? createdAt)
    const to = stored?.to ?? (closedAt === undefined ? null : dayOf(closedAt))
    return [{ title, drive: number, from, to }]
  })
}
