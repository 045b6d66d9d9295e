import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { openTerminal } from '../../src/adapters/platforms/terminal/terminal.platform.ts'
import type { Incoming } from '../../src/inbox/arrival.ts'
import { stdioWire } from '../support/stdio-wire.ts'
import { NOON } from '../support/stores.ts'
import { terminalWire } from '../support/terminal-wire.ts'
import { webChatWire } from '../support/web-chat-wire.ts'
import { doorstepOf } from '../support/wires.ts'
import { keepsTheContract } from './platforms/contract.ts'

keepsTheContract('stdio', stdioWire)
keepsTheContract('terminal', terminalWire)
keepsTheContract('web-chat', webChatWire)

describe('a terminal', () => {
  test('reads what was piped in before anybody listened, to the end', async () => {
    const input = new PassThrough()
    input.end('第一句\n第二句\n')
    let typed = 0
    const arrivals: Incoming[] = []
    const output = new PassThrough()
    output.resume()
    const terminal = openTerminal({
      input,
      output,
      botNames: ['娘家'],
      as: 'bai',
      name: '白帆',
      group: undefined,
      now: () => NOON,
      newMessageId: () => `t-${++typed}`,
      colour: false,
    })
    // As long as opening the house takes: the event loop turns.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    await terminal.open(doorstepOf(arrivals))
    await terminal.finished
    expect(arrivals.map(({ content }) => (content as { text: string }).text)).toEqual(['第一句', '第二句'])
    await terminal.close()
  })
})
