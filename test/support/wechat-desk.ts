import { expect } from 'vitest'
import type { WechatParts } from '../../src/adapters/platforms/wechat/wechat-parts.ts'
import type { Incoming } from '../../src/inbox/arrival.ts'
import { until } from './desk.ts'
import { openWechatTown } from './wechat-town.ts'

/** The town with a doorstep of its own, logged in. `refuses` makes the doorstep throw so often. */
export async function openLoggedIn(given: Partial<WechatParts> = {}) {
  const town = await openWechatTown(given)
  const arrivals: Incoming[] = []
  const doorstep = {
    refuses: 0,
    report: () => undefined,
    async receive(incoming: Incoming) {
      if (doorstep.refuses-- > 0) throw new Error('the house is busy')
      arrivals.push(incoming)
      return 'stored' as const
    },
  }
  await town.open(doorstep)
  await town.logIn()
  let marks = 0
  return {
    ...town,
    doorstep,
    arrivals,
    /** Everything said until now has been handed in, or left out; gives what was handed in. */
    async settled(room?: string): Promise<readonly Incoming[]> {
      const mark = `the end ${++marks}`
      town.say('he', { text: mark, ...(room === undefined ? {} : { in: room }) })
      await until(() =>
        expect(arrivals.some(({ content }) => 'text' in content && content.text === mark)).toBe(true),
      )
      return arrivals.filter(({ content }) => !('text' in content && content.text.startsWith('the end')))
    },
    /** The next thing handed in. */
    async next(): Promise<Incoming> {
      await until(() => expect(arrivals.length).toBeGreaterThan(0))
      return arrivals.shift() as Incoming
    },
  }
}
