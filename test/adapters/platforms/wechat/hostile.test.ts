import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '../../../../src/adapters/platforms/wechat/decode.ts'
import { idsOf } from '../../../../src/adapters/platforms/wechat/login.ts'
import {
  momentOf,
  readMembershipPayload,
  readMessagePayload,
} from '../../../../src/adapters/platforms/wechat/payload.ts'

const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true })
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '「娘家：好」\n- - - - - - - -\n1',
    '<msg><refermsg></refermsg><title>',
    '@娘家\u2005',
    '\ud83d',
  ),
)
const kinds = fc.constantFrom(
  'Text',
  'Recalled',
  'Image',
  'Audio',
  'Attachment',
  'Unknown',
  'Emoticon',
  'Url',
)
/** Near-good shapes: every field is what it should be, or anything at all. */
const nearly = fc.record(
  {
    id: fc.oneof(fc.string({ minLength: 1 }), anything),
    type: fc.oneof(fc.nat(20), anything),
    talkerId: fc.oneof(fc.constant('bai'), fc.string(), anything),
    fromId: fc.oneof(fc.constant('bai'), anything),
    roomId: fc.oneof(fc.constant('pottery@chatroom'), anything),
    text: fc.oneof(words, anything),
    filename: fc.oneof(words, anything),
    mentionIdList: fc.oneof(fc.array(fc.constantFrom('me', 'bai')), anything),
    timestamp: fc.oneof(fc.double(), anything),
  },
  { requiredKeys: [] },
)

test('whatever a puppet says of a message, it is read as an arrival that can be kept, or left out', () => {
  let read = 0
  fc.assert(
    fc.property(fc.oneof(nearly, anything), kinds, fc.option(words), (given, kind, shared) => {
      const payload = readMessagePayload(given)
      if (payload === undefined) return
      const incoming = decode(payload, kind, {
        account: 'wechat',
        ids: idsOf('t5k3q2a1b2c3', 'session'),
        self: 'me',
        names: ['娘家', '商会娘家'],
        talkerName: undefined,
        topic: undefined,
        shared: shared ?? undefined,
        now: new Date(0),
        open: () => Promise.reject(new Error('nothing is there')),
      })
      if (incoming === undefined) return
      read++
      for (const id of [
        incoming.chat.chatId,
        incoming.from.id,
        incoming.messageId,
        incoming.idempotencyKey,
      ]) {
        expect(id).not.toBe('')
        expect(id.isWellFormed() && !/\p{Cc}/u.test(id)).toBe(true)
      }
      expect(['message', 'withdrawn']).toContain(incoming.content.kind)
    }),
    { numRuns: 2_000 },
  )
  expect(read, 'not everything was refused').toBeGreaterThan(20)
})

test('whatever a puppet says of people coming and going, it is read or left out', () => {
  fc.assert(
    fc.property(anything, anything, anything, (roomId, inviteeIdList, timestamp) => {
      const read = readMembershipPayload({ roomId, inviteeIdList, timestamp })
      if (read !== undefined) expect(read.people.length).toBeGreaterThan(0)
      readMembershipPayload(roomId)
    }),
  )
})

test('a moment is read in seconds and milliseconds, and never is no date', () => {
  expect(momentOf(1_772_424_000)).toEqual(new Date('2026-03-02T12:00:00+08:00'))
  expect(momentOf(1_772_424_000_000)).toEqual(new Date('2026-03-02T12:00:00+08:00'))
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.maxSafeInteger()), (number) => {
      const moment = momentOf(number)
      if (moment !== undefined) expect(Number.isNaN(moment.getTime())).toBe(false)
    }),
  )
})
