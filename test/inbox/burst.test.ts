import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Arrival, ArrivalContent } from '../../src/inbox/arrival.ts'
import { burstReadyAt, DEFAULT_BURST, intoBursts, isAnsweredAtOnce, readyAt } from '../../src/inbox/burst.ts'

const START = Date.parse('2026-03-02T09:00:00+08:00')

function arrival(content: ArrivalContent, atMs = 0, kind: 'private' | 'group' = 'private'): Arrival {
  return {
    idempotencyKey: `k-${atMs}`,
    chat: { platform: 'stdio', account: 'stdio', kind, chatId: 'c' },
    from: { id: 'u', stability: 'permanent' },
    messageId: `m-${atMs}`,
    at: new Date(START + atMs),
    content,
  }
}
const words = (text: string): ArrivalContent => ({ kind: 'message', text, addressed: 'private' })
const ready = (one: Arrival) => ({ ...one, readyAt: readyAt(one, DEFAULT_BURST), seq: 0n })

describe('how long the house listens', () => {
  test.each(['1', '２', '二', '3.', '/help', '／帮助', '  2  '])(
    '“%s” is a whole answer and is taken at once',
    (text) => {
      expect(isAnsweredAtOnce(arrival(words(text)))).toBe(true)
    },
  )

  test.each(['一直没电', '2号楼停电', '贷款500', '二厂', '1234567', '好'])(
    '“%s” may go on and is waited for',
    (text) => {
      expect(isAnsweredAtOnce(arrival(words(text)))).toBe(false)
    },
  )

  test('a button is taken at once, a picture without words is waited for', () => {
    expect(isAnsweredAtOnce(arrival({ kind: 'choice', choice: 'yes' }))).toBe(true)
    const picture = {
      kind: 'message',
      text: '1',
      addressed: 'private',
      files: [{ sha256: 'x', name: 'a.jpg', kind: 'image' }],
    } as const
    expect(isAnsweredAtOnce(arrival(picture))).toBe(false)
  })

  test('free words wait 1.5 s of quiet in private and 6 s in a group', () => {
    expect(readyAt(arrival(words('停电了')), DEFAULT_BURST).getTime() - START).toBe(1_500)
    expect(readyAt(arrival(words('停电了'), 0, 'group'), DEFAULT_BURST).getTime() - START).toBe(6_000)
  })

  test('every further line begins the quiet anew', () => {
    const lines = [0, 1_000, 2_200].map((at) => ready(arrival(words('一句'), at)))
    expect(burstReadyAt(lines, DEFAULT_BURST)?.getTime()).toBe(START + 3_700)
  })

  test('a button ends the wait for the words before it', () => {
    const lines = [ready(arrival(words('一句'))), ready(arrival({ kind: 'choice', choice: 'yes' }, 300))]
    expect(burstReadyAt(lines, DEFAULT_BURST)?.getTime()).toBe(START + 300)
  })

  test('somebody who never pauses is answered after two minutes all the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_400 }), { minLength: 1, maxLength: 300 }), (gaps) => {
        let at = 0
        const lines = [ready(arrival(words('一句')))]
        for (const gap of gaps) {
          at += gap
          lines.push(ready(arrival(words('一句'), at)))
        }
        const end = burstReadyAt(lines, DEFAULT_BURST)?.getTime() ?? 0
        expect(end).toBeLessThanOrEqual(START + DEFAULT_BURST.longestMs)
        expect(end).toBeGreaterThan(START)
      }),
    )
  })
})

describe('what belongs together', () => {
  test('no arrival is lost or doubled, whatever comes in whatever order', () => {
    const any = fc.oneof(
      fc.constant(words('一句话')),
      fc.constant(words('2')),
      fc.constant<ArrivalContent>({ kind: 'choice', choice: 'no' }),
      fc.constant<ArrivalContent>({ kind: 'silence', frame: 'f' }),
    )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (contents) => {
        const arrivals = contents.map((content, i) => arrival(content, i))
        const bursts = intoBursts(arrivals)
        expect(bursts.flat()).toEqual(arrivals)
        for (const burst of bursts) {
          if (burst.length > 1) expect(burst.every((one) => !isAnsweredAtOnce(one))).toBe(true)
        }
      }),
    )
  })
})
