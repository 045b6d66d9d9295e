import { describe, expect, test } from 'vitest'
import { resultOf, resultOfEdit } from '../../../../src/adapters/platforms/telegram/outcome.ts'

const HOME = { platform: 'telegram', account: 'telegram', kind: 'private', chatId: '5' } as const
const ROOM = { ...HOME, kind: 'group', chatId: '-5' } as const
const refused = (code: number, description = '', more: object = {}) =>
  ({ kind: 'refused', code, description, ...more }) as const

describe('what becomes of a letter', () => {
  test.each([
    [429, 'Too Many Requests: retry after 7', { retryAfter: 7 }, { kind: 'retry-after', seconds: 7 }],
    [429, 'Too Many Requests', {}, { kind: 'retry-after', seconds: 30 }],
    [403, 'Forbidden: bot was blocked by the user', {}, { kind: 'gone' }],
    [403, 'Forbidden: user is deactivated', {}, { kind: 'gone' }],
    [403, "Forbidden: bot can't initiate conversation with a user", {}, { kind: 'not-open' }],
    [400, 'Bad Request: chat not found', {}, { kind: 'not-open' }],
    [403, "Forbidden: bot can't send messages to bots", {}, { kind: 'permanent' }],
    [400, 'Bad Request: message is too long', {}, { kind: 'permanent' }],
    [413, 'Request Entity Too Large', {}, { kind: 'permanent' }],
    [401, 'Unauthorized', {}, { kind: 'account-offline' }],
    [404, 'Not Found', {}, { kind: 'account-offline' }],
    [500, 'Internal Server Error', {}, { kind: 'uncertain' }],
    [502, 'Bad Gateway', {}, { kind: 'uncertain' }],
    [504, '', {}, { kind: 'uncertain' }],
    [503, 'Service Unavailable', {}, { kind: 'transient' }],
    [407, '', {}, { kind: 'transient' }],
  ])('%i %s to a person', (code, description, more, result) => {
    expect(resultOf(refused(code, description, more), HOME)).toMatchObject(result)
  })

  test.each([
    [403, 'Forbidden: bot was kicked from the supergroup chat', {}, { kind: 'gone' }],
    [403, 'Forbidden: bot is not a member of the supergroup chat', {}, { kind: 'gone' }],
    [403, 'Forbidden: the group chat was deleted', {}, { kind: 'gone' }],
    [400, 'Bad Request: chat not found', {}, { kind: 'gone' }],
    [
      400,
      'Bad Request: group chat was upgraded to a supergroup chat',
      { migratedTo: '-100' },
      { kind: 'migrated', to: '-100' },
    ],
    [403, 'Forbidden: the group chat was deleted', { migratedTo: '-100' }, { kind: 'migrated', to: '-100' }],
    [400, 'Bad Request: not enough rights to send text messages to the chat', {}, { kind: 'permanent' }],
    [400, 'Bad Request: message thread not found', {}, { kind: 'permanent' }],
  ])('%i %s to a group', (code, description, more, result) => {
    expect(resultOf(refused(code, description, more), ROOM)).toMatchObject(result)
  })

  test('is known where nothing left the house, and in doubt where the connection died later', () => {
    expect(resultOf({ kind: 'unsent', why: 'ECONNREFUSED' }, HOME)).toMatchObject({ kind: 'transient' })
    expect(resultOf({ kind: 'lost', why: 'ECONNRESET' }, HOME)).toMatchObject({ kind: 'uncertain' })
  })

  test('every reason is in Chinese, for staff', () => {
    for (const code of [400, 403, 413, 418, 500, 503]) {
      const result = resultOf(refused(code, 'Forbidden: bot was blocked by the user'), HOME)
      if ('why' in result) expect(result.why).toMatch(/\p{Script=Han}/u)
    }
  })

  test('an edit may be tried again whatever happened, for made twice it changes nothing', () => {
    expect(resultOfEdit({ kind: 'lost', why: 'ECONNRESET' }, HOME)).toMatchObject({ kind: 'transient' })
    expect(resultOfEdit(refused(502), HOME)).toMatchObject({ kind: 'transient' })
    expect(resultOfEdit(refused(429, '', { retryAfter: 3 }), HOME)).toEqual({
      kind: 'retry-after',
      seconds: 3,
    })
  })
})
