import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTerminal } from '../../src/adapters/platforms/terminal/terminal.platform.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { until } from '../support/desk.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

test('choices stand in the text with their numbers, and 2 is the second', async () => {
  const { house } = chat
  const input = new PassThrough()
  const output = new PassThrough()
  let seen = ''
  output.on('data', (chunk: Buffer) => {
    seen += chunk.toString()
  })
  let count = 0
  const terminal = openTerminal({
    input,
    output,
    botNames: ['娘家'],
    as: 'he',
    name: '何志平',
    group: undefined,
    now: () => house.clock.now(),
    newMessageId: () => `t-${++count}`,
    colour: false,
  })
  await house.desk.open(terminal)
  async function type(line: string, answer: RegExp): Promise<void> {
    const before = seen.length
    input.write(`${line}\n`)
    await until(async () => {
      await chat.settle()
      expect(seen.slice(before)).toMatch(answer)
    })
  }
  await type(
    '银行续贷材料交了半个月一直不放款，帮协调一下',
    /\n {2}1\. 确认提交\n {2}2\. \S+\n {2}回复序号即可\n/u,
  )
  expect(seen.match(/1\. 确认提交/gu), 'drawn once').toHaveLength(1)
  await type('2', /没有登记/u)
  await type('银行续贷材料交了半个月一直不放款，帮协调一下', /1\. 确认提交/u)
  await type('１', /2026-0001/u)
  input.end()
  await terminal.finished
})
