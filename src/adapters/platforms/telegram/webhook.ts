import { z } from 'zod'
import type { Client } from './client.ts'
import type { Health } from './health.ts'
import { pause, pauseAfter } from './pause.ts'
import { telegramTexts as texts } from './telegram.texts.ts'
import type { Pauses } from './telegram-parts.ts'
import { KINDS } from './update.ts'
import { webhookSecret } from './webhook-secret.ts'

/** Where on our server Telegram hands updates in. */
export const WEBHOOK_PATH = '/telegram/updates'

const Info = z.object({
  url: z.string().catch(''),
  pending_update_count: z.int().catch(0),
  last_error_date: z.int().optional().catch(undefined),
})

export interface WebhookParts {
  readonly client: Client
  readonly health: Health
  readonly pauses: Pauses
  readonly token: string
  /** Of this server, as Telegram reaches it. */
  readonly url: string
  readonly now: () => Date
  readonly stop: AbortSignal
}

/** Asks Telegram to hand updates in, and looks now and then whether it can. */
export async function serveWebhook(parts: WebhookParts): Promise<void> {
  const { client, health, pauses, stop } = parts
  const url = `${parts.url.replace(/\/+$/u, '')}${WEBHOOK_PATH}`
  const limits = { seconds: pauses.callSeconds, signal: stop }
  let failures = 0
  let isSet = false
  while (!stop.aborted) {
    const asked = isSet
      ? await client.ask('getWebhookInfo', {}, limits)
      : await client.ask(
          'setWebhook',
          { url, secret_token: webhookSecret(parts.token), allowed_updates: KINDS },
          limits,
        )
    if (stop.aborted) return
    if (!asked.ok) {
      failures++
      const { failure } = asked
      if (failure.kind === 'refused' && failure.code === 400) health.restricted(texts.webhookRefused())
      else health.trouble(failure, failures)
      await pause(pauseAfter(failure, failures, pauses), stop)
      continue
    }
    failures = 0
    if (isSet) isSet = look(Info.safeParse(asked.result).data)
    else {
      isSet = true
      health.online()
    }
    if (isSet) await pause(pauses.watchMs, stop)
  }

  /** Whether the webhook still is ours. */
  function look(info: z.infer<typeof Info> | undefined): boolean {
    if (info === undefined) return true
    if (info.url !== url) return false
    const seconds = parts.now().getTime() / 1_000 - (info.last_error_date ?? 0)
    const isFailing = info.pending_update_count > 0 && seconds * 1_000 < 2 * pauses.watchMs
    if (isFailing) health.restricted(texts.webhookFailing(info.pending_update_count))
    else health.online()
    return true
  }
}
