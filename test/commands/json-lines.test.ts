import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { linesOf } from '../../src/commands/json-lines.ts'

it('lines that were there before anybody asked for one are not lost', async () => {
  const input = Readable.from(['{"id":1}\n{"id":2}\n'])
  const lines = linesOf(input)
  // A house that is opened meanwhile takes its time.
  for (let turn = 0; turn < 20; turn += 1) await setImmediate()
  const read: string[] = []
  for await (const line of lines) read.push(line)
  expect(read).toEqual(['{"id":1}', '{"id":2}'])
})
