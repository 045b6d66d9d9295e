import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  appealActs,
  appealMoves,
  mayBeDispatched,
  nextState,
  reopenedTo,
} from '../../../../src/features/appeals/life/appeal-moves.ts'
import { appealStates, isOpen } from '../../../../src/kernel/appeal-terms.ts'

const anyState = fc.constantFrom(...appealStates)
const anyAct = fc.constantFrom(...appealActs)
const anyRole = fc.constantFrom('asker' as const, 'staff' as const, 'handler' as const, 'house' as const)

test('an appeal goes from filed to closed by the acts of those they belong to', () => {
  expect(nextState('filed', 'accept', 'staff', null)).toBe('accepted')
  expect(nextState('accepted', 'dispatch', 'staff', null)).toBe('dispatched')
  expect(nextState('dispatched', 'acknowledge', 'handler', null)).toBe('inProgress')
  expect(nextState('inProgress', 'resolve', 'handler', '已放款')).toBe('resolved')
  expect(nextState('resolved', 'close', 'asker', null)).toBe('closed')
})

test('sending back, resolving and reopening owe a reason, and spaces are none', () => {
  expect(nextState('dispatched', 'sendBack', 'handler', '  ')).toEqual({ refused: 'reason-owed' })
  expect(nextState('inProgress', 'resolve', 'handler', null)).toEqual({ refused: 'reason-owed' })
  expect(nextState('resolved', 'reopen', 'asker', null)).toEqual({ refused: 'reason-owed' })
})

test('a unit may not dispatch and an asker may not resolve', () => {
  expect(nextState('accepted', 'dispatch', 'handler', null)).toEqual({ refused: 'not-yours' })
  expect(nextState('inProgress', 'resolve', 'asker', '好了')).toEqual({ refused: 'not-yours' })
})

test('nothing moves again once it is closed, withdrawn or referred', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('closed' as const, 'withdrawn' as const, 'referred' as const),
      anyAct,
      anyRole,
      (state, act, role) => {
        expect(nextState(state, act, role, '有理由')).toEqual({ refused: 'not-from-here' })
      },
    ),
  )
})

test('whatever anybody does, an appeal is in a known state and never moves to where it began', () => {
  fc.assert(
    fc.property(anyState, anyAct, anyRole, fc.string(), (state, act, role, reason) => {
      const next = nextState(state, act, role, reason)
      if (typeof next !== 'string') return
      expect(appealStates).toContain(next)
      expect(next === 'filed').toBe(false)
    }),
  )
})

test('every open state can be finished by somebody', () => {
  for (const state of appealStates.filter(isOpen)) {
    const seen = new Set([state])
    for (const at of seen) for (const move of Object.values(appealMoves[at])) seen.add(move.to)
    expect([...seen]).toContain('closed')
  }
})

test('what was just filed can be dispatched, what is being closed cannot', () => {
  expect(mayBeDispatched('filed')).toBe(true)
  expect(mayBeDispatched('sentBack')).toBe(true)
  expect(mayBeDispatched('resolved')).toBe(false)
})

test('a reopened appeal goes back to the unit, or to staff where no unit had it', () => {
  expect(reopenedTo('treasury')).toBe('inProgress')
  expect(reopenedTo(null)).toBe('accepted')
})
