import type { Attendee, Meeting, MeetingsStore } from '../../features/appeals/meetings/meetings.store.ts'
import { appealStates, isOpen } from '../../kernel/appeal-terms.ts'
import { type AppealRow, toAppeal } from './appeals-rows.storage.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const MEETINGS: Table<Meeting> = {
  name: 'AppealMeeting',
  key: 'number',
  columns: ['number', 'heldAt', 'place', 'appeals', 'attendees', 'minutes', 'recordedBy', 'recordedAt'],
}

const OPEN = appealStates.filter(isOpen)

export function meetingsStorage(): MeetingsStore {
  return {
    find: (number, work) => roundOf(work).get(MEETINGS, number),
    add: (meeting, work) => roundOf(work).add(MEETINGS, meeting),
    save: (meeting, work) => roundOf(work).put(MEETINGS, meeting),
    async list(limit, work) {
      const rows = await roundOf(work).query((client) =>
        client.appealMeeting.findMany({ orderBy: [{ heldAt: 'desc' }, { number: 'desc' }], take: limit }),
      )
      return rows.map((row) => ({
        ...row,
        appeals: row.appeals as readonly string[],
        attendees: row.attendees as unknown as readonly Attendee[],
      }))
    },
    async listAwaiting(offset, limit, work) {
      const where = { meetingAskedAt: { not: null }, status: { in: OPEN } }
      return roundOf(work).query(async (client) => {
        const total = await client.appeal.count({ where })
        const orderBy = [{ meetingAskedAt: 'asc' as const }, { number: 'asc' as const }]
        const rows = await client.appeal.findMany({ where, orderBy, skip: offset, take: limit })
        return { total, appeals: (rows as unknown as AppealRow[]).map(toAppeal) }
      })
    },
  }
}
