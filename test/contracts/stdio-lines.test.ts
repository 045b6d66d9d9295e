import { describe, expect, test } from 'vitest'
import { openStdio } from '../../src/adapters/platforms/stdio/stdio.platform.ts'
import type { Incoming } from '../../src/inbox/arrival.ts'
import { brokenPipe } from '../support/broken-pipe.ts'
import { NOON } from '../support/stores.ts'
import { doorstepOf } from '../support/wires.ts'

describe('stdio', () => {
  test('hands in everything else that happens in a chat', async () => {
    const raw = [
      { kind: 'withdrawn', message: 'm-1' },
      { kind: 'edited', message: 'm-1', text: '改' },
      { kind: 'joined', people: [{ id: 'n', name: '新人' }] },
      { kind: 'left', people: [{ id: 'o' }] },
    ]
    const again = await stdioLines(
      raw.map((line, i) => ({
        id: `x-${i}`,
        chat: { kind: 'group', id: 'g' },
        from: { id: 'bai' },
        ...line,
      })),
    )
    expect(again.arrivals.map(({ content }) => content)).toEqual([
      { kind: 'withdrawn', message: 'm-1' },
      { kind: 'edited', message: 'm-1', text: '改' },
      { kind: 'membership', change: 'joined', people: [{ id: 'n', name: '新人' }] },
      { kind: 'membership', change: 'left', people: [{ id: 'o' }] },
    ])
    expect(again.failures).toBe(0)
  })

  test.each<[string, object]>([
    [
      'an id with NUL in it',
      { kind: 'message', id: 'm-\u0000', chat: { kind: 'private', id: 'u' }, from: { id: 'u' }, text: '一' },
    ],
    [
      'a person who is half a character',
      { kind: 'message', id: 'm-1', chat: { kind: 'private', id: 'u' }, from: { id: '\ud83d' }, text: '一' },
    ],
    ['no chat', { kind: 'message', id: 'm-1', from: { id: 'u' }, text: '一' }],
    ['an unknown kind', { kind: 'shout', id: 'm-1' }],
    ['a time that is none', { kind: 'clock', id: 'c-1', to: 'tomorrow' }],
  ])('%s is an error line that names the line, and the rest goes on', async (_what, wrong) => {
    const good = {
      kind: 'message',
      id: 'm-good',
      chat: { kind: 'private', id: 'u' },
      from: { id: 'u' },
      text: '好',
    }
    const { arrivals, failures, output } = await stdioLines([wrong, good])
    expect(failures).toBe(1)
    expect(arrivals.map(({ messageId }) => messageId)).toEqual(['m-good'])
    const [error] = output.filter(({ kind }) => kind === 'error')
    expect(error).toMatchObject({ line: 1, message: expect.stringMatching(/^Line 1: /) })
  })
})

async function stdioLines(lines: readonly object[]) {
  const arrivals: Incoming[] = []
  const pipe = brokenPipe()
  const stdio = openStdio({
    input: (async function* () {
      for (const line of lines) yield JSON.stringify(line)
    })(),
    output: pipe.output,
    botNames: ['娘家'],
    now: () => NOON,
    manual: undefined,
    settle: async () => undefined,
    closeBursts: () => undefined,
    readFile: async () => undefined,
    filesDirectory: '/nowhere',
  })
  await stdio.platform.open(doorstepOf(arrivals))
  const failures = await stdio.run()
  return {
    arrivals,
    failures,
    output: pipe
      .text()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  }
}
