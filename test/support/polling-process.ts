/** A process of the house with one long-polled account, started by a test and killed by it. */

import { setTimeout as pause } from 'node:timers/promises'
import { STDIO } from '../../src/adapters/platforms/stdio/stdio.capabilities.ts'
import { openHouse } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Doorstep, OutgoingLetter, Platform, SendResult } from '../../src/conversation/platform.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { openLog } from '../../src/log.ts'
import type { Update } from './polling-server.ts'

const [by = '', server = '', leaseTimes = ''] = process.argv.slice(2)
const account = 'long-poll'

function pollingPlatform(): Platform {
  let stopping: AbortController | undefined

  async function poll(doorstep: Doorstep, signal: AbortSignal): Promise<void> {
    let after = 0
    while (!signal.aborted) {
      try {
        const answer = await fetch(`${server}/poll?by=${by}&after=${after}`, { signal })
        for (const update of (await answer.json()) as Update[]) {
          await doorstep.receive({
            idempotencyKey: String(update.number),
            messageId: String(update.number),
            chat: { platform: 'stdio', account, kind: 'private', chatId: update.person },
            from: { id: update.person, stability: 'permanent' },
            at: new Date(),
            content: { kind: 'message', text: update.text, addressed: 'private' },
          })
          after = update.number
        }
      } catch {
        if (!signal.aborted) await pause(50)
      }
    }
  }

  return {
    name: 'stdio',
    account,
    can: STDIO,
    async open(doorstep) {
      stopping = new AbortController()
      doorstep.report({ state: 'online' })
      void poll(doorstep, stopping.signal)
    },
    async send(letter: OutgoingLetter): Promise<SendResult> {
      const body = JSON.stringify({ id: letter.id, to: letter.to.chatId, text: letter.text })
      try {
        const answer = await fetch(`${server}/send?by=${by}`, { method: 'POST', body })
        return answer.ok
          ? { kind: 'ok', messageIds: [letter.id] }
          : { kind: 'permanent', why: String(answer.status) }
      } catch {
        return { kind: 'uncertain', why: 'the connection died' }
      }
    },
    async close() {
      stopping?.abort()
    },
  }
}

const house = await openHouse({
  config: readConfig(),
  clock: systemClock(),
  log: openLog('warn'),
  ...(leaseTimes === '' ? {} : { leaseTimes: JSON.parse(leaseTimes) }),
})
process.once('SIGTERM', () => void house.close().then(() => process.exit(0)))
await house.desk.serve(pollingPlatform())
process.stdout.write('standing by or serving\n')
