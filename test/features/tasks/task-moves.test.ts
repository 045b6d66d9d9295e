import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { nextReminder, STAGES } from '../../../src/features/tasks/reminder-times.ts'
import { isOver, isWithAddressee, taskStates } from '../../../src/features/tasks/task.ts'
import { nextTaskState, taskActs, taskMoves } from '../../../src/features/tasks/task-moves.ts'
import { whenAwake } from '../../../src/kernel/quiet-hours.ts'
import { loadCalendar } from '../../../src/kernel/working-days.ts'

/** Every state and act: where it leads, `-` where it leads nowhere. */
const TABLE = {
  given: ['received', 'reported', 'declined', '-', '-', 'given', 'cancelled'],
  received: ['-', 'reported', 'declined', '-', '-', 'given', 'cancelled'],
  reported: ['-', 'reported', '-', 'closed', 'returned', '-', 'cancelled'],
  returned: ['received', 'reported', 'declined', '-', '-', 'given', 'cancelled'],
  declined: ['-', '-', '-', '-', 'returned', 'given', 'cancelled'],
  closed: ['-', '-', '-', '-', '-', '-', '-'],
  cancelled: ['-', '-', '-', '-', '-', '-', '-'],
} as const

test.each(taskStates)('from %s', (from) =>
  expect(taskActs.map((act) => nextTaskState(from, act) ?? '-')).toEqual(TABLE[from]),
)

test('only the one it was given to answers for it, only the giver ends it', () => {
  expect(taskActs.filter((act) => taskMoves[act].by === 'addressee')).toEqual([
    'receive',
    'report',
    'decline',
  ])
})

const calendar = loadCalendar([2026])
const quiet = { from: 21 * 60, to: 8 * 60, freeDays: true }
const minute = fc.integer({
  min: Date.parse('2026-01-05T00:00:00+08:00') / 60_000,
  max: Date.parse('2026-11-30T00:00:00+08:00') / 60_000,
})

it('each reminder is later than the one before, none in quiet hours, none of what is not with the addressee', () => {
  fc.assert(
    fc.property(
      minute,
      fc.integer({ min: 1, max: 20_000 }),
      fc.constantFrom(...taskStates),
      (given, long, state) => {
        const givenAt = new Date(given * 60_000)
        const dueAt = new Date((given + long) * 60_000)
        let last = givenAt
        let stages = 0
        for (let reminders = 0; ; stages++) {
          const next = nextReminder({ state, dueAt, givenAt, reminders }, quiet, calendar)
          if (next === undefined) break
          expect(isWithAddressee(state) && !isOver(state)).toBe(true)
          expect(next.at.getTime()).toBeGreaterThanOrEqual(last.getTime())
          expect(whenAwake(next.at, quiet, calendar)).toEqual(next.at)
          if (next.stage !== 'soon') expect(next.at.getTime()).toBeGreaterThanOrEqual(dueAt.getTime())
          expect(STAGES[next.stage]).toBeGreaterThan(reminders)
          last = next.at
          reminders = STAGES[next.stage]
        }
        expect(stages).toBe(isWithAddressee(state) ? Math.max(2, stages) : 0)
        expect(stages).toBeLessThanOrEqual(3)
      },
    ),
  )
})
