import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  appealActs,
  appealMoves,
  mayBeDispatched,
  moverRoles,
  nextState,
  reopenedTo,
} from '../../../../src/features/appeals/life/appeal-moves.ts'
import { rolesIn } from '../../../../src/features/appeals/life/mover-role.ts'
import { appealStates, isOpen } from '../../../../src/kernel/appeal-terms.ts'
import { documentedMoves, findDocumented } from './documented-moves.ts'

const anyState = fc.constantFrom(...appealStates)
const anyAct = fc.constantFrom(...appealActs)
const anyRole = fc.constantFrom(...moverRoles)

test('every state × act × role is allowed or refused as it is documented, and the reason is owed where it is', () => {
  let tried = 0
  let allowed = 0
  for (const state of appealStates)
    for (const act of appealActs)
      for (const role of moverRoles) {
        tried++
        const documented = findDocumented(state, act)
        const named = `${state} ${act} by ${role}`
        if (documented === undefined)
          expect(nextState(state, act, role, '有理由'), named).toEqual({ refused: 'not-from-here' })
        else if (!documented.by.includes(role))
          expect(nextState(state, act, role, '有理由'), named).toEqual({ refused: 'not-yours' })
        else {
          allowed++
          expect(nextState(state, act, role, '有理由'), named).toBe(documented.to)
          for (const none of [null, '', ' \t'])
            expect(nextState(state, act, role, none), named).toEqual(
              documented.owesReason ? { refused: 'reason-owed' } : documented.to,
            )
        }
      }
  expect(tried).toBe(11 * 13 * 5)
  expect(allowed).toBe(documentedMoves.reduce((sum, { by }) => sum + by.length, 0))
  expect(allowed).toBe(64)
})

test('what is closed can be opened again for thirty days to the minute, whoever asks', () => {
  const closedAt = new Date('2026-03-02T09:00:00+08:00')
  const after = (minutes: number) => ({
    closedAt,
    now: new Date(closedAt.getTime() + 30 * 86_400_000 + minutes * 60_000),
  })
  for (const role of ['asker', 'staff'] as const) {
    expect(nextState('closed', 'reopen', role, '又坏了', after(0))).toBe('inProgress')
    expect(nextState('closed', 'reopen', role, '又坏了', after(1))).toEqual({ refused: 'too-late' })
  }
  // What was sent away wrongly is taken back whenever that is seen.
  expect(nextState('referred', 'reopen', 'staff', '转错了', after(1))).toBe('inProgress')
})

test('a supporting unit moves nothing, and somebody of another unit has no role at all', () => {
  const appeal = { unit: 'finance', supporting: ['power'] }
  expect(rolesIn(appeal, { roles: ['handler'], unit: 'finance' })).toEqual(['handler'])
  expect(rolesIn(appeal, { roles: ['handler'], unit: 'power' })).toEqual(['supporter'])
  expect(rolesIn(appeal, { roles: ['handler'], unit: 'labour' })).toEqual([])
  expect(rolesIn(appeal, { roles: ['staff', 'handler'], unit: 'finance' })).toEqual(['staff', 'handler'])
  expect(rolesIn({ unit: null, supporting: [] }, { roles: ['handler'] })).toEqual([])
  fc.assert(
    fc.property(anyState, anyAct, (state, act) => {
      expect(typeof nextState(state, act, 'supporter', '有理由')).toBe('object')
    }),
  )
})

test('whatever anybody does, an appeal is in a known state and never filed again', () => {
  fc.assert(
    fc.property(anyState, anyAct, anyRole, fc.string(), (state, act, role, reason) => {
      const next = nextState(state, act, role, reason)
      if (typeof next !== 'string') return
      expect(appealStates).toContain(next)
      expect(next).not.toBe('filed')
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
