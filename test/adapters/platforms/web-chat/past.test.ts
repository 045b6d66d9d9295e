import { expect, it } from 'vitest'
import type { PastLetter, WebChatHistory } from '../../../../src/adapters/platforms/web-chat/history.ts'
import { readPast } from '../../../../src/adapters/platforms/web-chat/past.ts'
import type { Arrival } from '../../../../src/inbox/arrival.ts'
import { smallTown } from '../../../support/small-town.ts'

const chat = { platform: 'web-chat', account: 'web', kind: 'private', chatId: 'bai' } as const
const letter = (id: string, at: number): PastLetter => ({ id, at: new Date(at), text: id })
const line = (id: string, at: number): Arrival => ({
  idempotencyKey: id,
  messageId: id,
  chat,
  from: { id: 'bai', stability: 'permanent' },
  at: new Date(at),
  content: { kind: 'message', text: id, addressed: 'private' },
})
const names = { directory: smallTown(), botName: '娘家' }

const historyOf = (letters: PastLetter[], lines: Arrival[]): WebChatHistory => ({
  listLetters: async (_chat, _until, limit) => letters.slice(-limit),
  listArrivals: async (_chat, _until, limit) => lines.slice(-limit),
  isLetter: async () => false,
})

async function idsOf(letters: PastLetter[], lines: Arrival[], limit: number) {
  const { entries, more } = await readPast(historyOf(letters, lines), 'key', names, undefined, limit)
  return { ids: entries.map(({ id }) => id), more }
}

it('puts an answer after what it answers, also within one millisecond', async () => {
  const letters = [letter('first', 2), letter('second', 2), letter('third', 9)]
  const { ids } = await idsOf(letters, [line('asked', 2), line('said', 5)], 10)
  expect(ids).toEqual(['asked', 'first', 'second', 'said', 'third'])
})

it('keeps the order of the outbox where the times of letters contradict it', async () => {
  const { ids } = await idsOf([letter('a', 7), letter('b', 3)], [line('x', 5)], 10)
  expect(ids).toEqual(['x', 'a', 'b'])
})

it('shows nothing from before the point where one of the two lists was cut off', async () => {
  const letters = [letter('l1', 10), letter('l2', 20), letter('l3', 30)]
  const lines = [line('p1', 5), line('p2', 25)]
  expect(await idsOf(letters, lines, 2)).toEqual({ ids: ['l2', 'p2', 'l3'], more: true })
  expect(await idsOf(letters, lines, 4)).toEqual({ ids: ['p1', 'l1', 'l2', 'p2', 'l3'], more: false })
})

it('leaves out what the house said to itself', async () => {
  const silence: Arrival = { ...line('s', 1), content: { kind: 'silence', frame: 'f' } }
  expect((await idsOf([], [silence, line('p', 2)], 10)).ids).toEqual(['p'])
})
