import { type Client, type Method, type Payload, wordsOf } from './client.ts'
import { COMMAND_MENUS } from './commands.ts'
import type { Health } from './health.ts'
import type { Intake } from './intake.ts'
import { pause, pauseAfter } from './pause.ts'
import { poll } from './polling.ts'
import type { Pauses, TelegramParts } from './telegram-parts.ts'
import { Me } from './update.ts'
import { serveWebhook } from './webhook.ts'

export interface ListenParts {
  readonly parts: TelegramParts
  readonly client: Client
  readonly health: Health
  readonly pauses: Pauses
  readonly stop: AbortSignal
  /** Called once it is known who we are; before that nothing can be read. */
  openIntake(me: Me): Intake
}

/** From the first word with Telegram until `stop`. */
export async function listen(given: ListenParts): Promise<void> {
  const { parts, client, health, pauses, stop } = given
  const limits = { seconds: pauses.callSeconds, signal: stop }
  health.connecting()
  const me = await insist('getMe', {}, (answer) => Me.safeParse(answer).data)
  if (me === undefined) return
  health.known(me)
  if (me.can_read_all_group_messages === false)
    parts.log.warn(
      'telegram: group privacy is on, a mention in a group does not reach the bot (docs/platforms/telegram.md)',
    )
  const intake = given.openIntake(me)
  void registerCommands()
  if (parts.updates.kind === 'webhook') {
    const { url } = parts.updates
    return serveWebhook({ client, health, pauses, stop, token: parts.token, url, now: parts.now })
  }
  // What waits for the webhook stays, and is polled.
  if ((await insist('deleteWebhook', {}, () => true)) === undefined) return
  health.online()
  await poll({ client, intake, health, pauses, stop })

  /** Asks until there is an answer that can be read; undefined when listening ended before. */
  async function insist<M extends Method, T>(
    method: M,
    payload: Payload<M>,
    read: (answer: unknown) => T | undefined,
  ): Promise<NonNullable<T> | undefined> {
    for (let failures = 1; !stop.aborted; failures++) {
      const asked = await client.ask(method, payload, limits)
      if (stop.aborted) return undefined
      const result = asked.ok ? read(asked.result) : undefined
      if (result !== undefined && result !== null) return result
      const failure = asked.ok ? ({ kind: 'lost', why: 'NOT_JSON' } as const) : asked.failure
      health.trouble(failure, failures)
      await pause(pauseAfter(failure, failures, pauses), stop)
    }
    return undefined
  }

  /** A menu is a convenience: without it everything works. */
  async function registerCommands(): Promise<void> {
    for (const menu of COMMAND_MENUS) {
      const asked = await client.ask('setMyCommands', { ...menu, commands: [...menu.commands] }, limits)
      if (!asked.ok && !stop.aborted)
        parts.log.warn('telegram: the menu of commands could not be set', wordsOf(asked.failure))
    }
  }
}
