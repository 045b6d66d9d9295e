import type { Client } from './client.ts'
import type { Health } from './health.ts'
import type { Intake } from './intake.ts'
import { doubled, pause, pauseAfter } from './pause.ts'
import type { Pauses } from './telegram-parts.ts'
import { KINDS } from './update.ts'

/** Beyond the time the server holds a question: for the answer itself. */
const GRACE_SECONDS = 15

export interface PollingParts {
  readonly client: Client
  readonly intake: Intake
  readonly health: Health
  readonly pauses: Pauses
  readonly stop: AbortSignal
}

/**
 * Asks for updates until `stop`. Asking from a number tells Telegram that everything before it may be forgotten, so
 * the number moves only when all of that is stored; what was stored and is given again is known by its key.
 */
export async function poll({ client, intake, health, pauses, stop }: PollingParts): Promise<void> {
  let next: number | undefined
  let failures = 0
  const ended = aborted(stop)
  while (!stop.aborted) {
    const asked = await client.ask(
      'getUpdates',
      {
        // After a failure it matters more to know soon that it is over.
        timeout: failures === 0 ? pauses.pollSeconds : 0,
        limit: 100,
        allowed_updates: KINDS,
        ...(next === undefined ? {} : { offset: next }),
      },
      { seconds: pauses.pollSeconds + GRACE_SECONDS, signal: stop },
    )
    if (stop.aborted) return
    if (!asked.ok) {
      failures++
      health.trouble(asked.failure, failures)
      // Somebody set a webhook meanwhile; while it stands nothing can be asked for.
      if (asked.failure.kind === 'refused' && /webhook/iu.test(asked.failure.description))
        await client.ask('deleteWebhook', {}, { seconds: pauses.callSeconds, signal: stop })
      await pause(pauseAfter(asked.failure, failures, pauses), stop)
      continue
    }
    const updates = Array.isArray(asked.result) ? asked.result : []
    health.online()
    const taken = await Promise.race([intake.takeAll(updates), ended])
    if (taken === undefined) return
    next = taken.next ?? next
    failures = taken.failed ? failures + 1 : 0
    if (taken.failed) await pause(doubled(failures, pauses), stop)
    else if (updates.length === 0) await pause(pauses.idleMs, stop)
  }
}

/** The database may be away for long; closing does not wait for it. */
function aborted(stop: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    stop.addEventListener('abort', () => resolve(undefined), { once: true })
  })
}
