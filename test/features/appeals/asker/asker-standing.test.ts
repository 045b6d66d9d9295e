import { expect, test } from 'vitest'
import { standing } from '../../../../src/features/appeals/asker/asker-standing.texts.ts'
import { DIRECTORY } from '../../oversight/small-directory.ts'
import { APPEAL } from '../county.ts'

const now = new Date('2026-03-10T10:00:00+08:00')
const dueAt = new Date('2026-03-09T17:30:00+08:00')

test('a promise that was not kept is not hidden, and while the clock stands still none is broken', () => {
  expect(standing({ ...APPEAL, status: 'inProgress', dueAt }, now, DIRECTORY)).toContain('已过时限')
  expect(standing({ ...APPEAL, status: 'paused', dueAt }, now, DIRECTORY)).not.toContain('已过时限')
})
