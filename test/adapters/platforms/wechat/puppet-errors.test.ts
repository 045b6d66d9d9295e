import { expect, test } from 'vitest'
import {
  isPuppets,
  survivor,
  withoutItsHandlers,
} from '../../../../src/adapters/platforms/wechat/puppet-errors.ts'

function thrownAt(...frames: string[]): Error {
  const error = new TypeError("Cannot read properties of undefined (reading 'start')")
  error.stack = [`TypeError: ${error.message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n')
  return error
}
const IN_PUPPET = thrownAt(
  'process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
  'Wechat.<anonymous> (file:///srv/node_modules/wechaty-puppet-wechat4u/dist/esm/src/puppet-wechat4u.js:305:27)',
)
const IN_HOUSE = thrownAt(
  'advance (file:///srv/src/conversation/advance.ts:12:3)',
  'Puppet.emit (file:///srv/node_modules/wechaty-puppet/dist/esm/src/puppet.js:1:1)',
)

test('an error that a puppet threw is known by where it was thrown', () => {
  expect(isPuppets(IN_PUPPET)).toBe(true)
  expect(isPuppets(IN_HOUSE)).toBe(false)
  expect(isPuppets(thrownAt())).toBe(false)
  expect(isPuppets('words')).toBe(false)
})

test('a puppet’s error is survived and logged without its words, any other ends the process', () => {
  const warnings: unknown[] = []
  const alone = survivor({ warn: (...said) => void warnings.push(said) }, () => false)
  alone(IN_PUPPET)
  expect(JSON.stringify(warnings)).not.toContain('start')
  expect(warnings).toHaveLength(1)
  expect(() => alone(IN_HOUSE)).toThrow(IN_HOUSE)
  const beside = survivor({ warn: () => undefined }, () => true)
  expect(() => beside(IN_HOUSE)).not.toThrow()
})

test('what a package hangs on the whole process while it loads is taken off again', async () => {
  const greedy = () => undefined
  const before = process.listeners('uncaughtException')
  await withoutItsHandlers(async () => void process.on('uncaughtException', greedy))
  expect(process.listeners('uncaughtException')).toEqual(before)
})
