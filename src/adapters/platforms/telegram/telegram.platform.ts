import type { Doorstep, OutgoingLetter, Platform, SendResult } from '../../../conversation/platform.ts'
import { HouseError } from '../../../kernel/errors.ts'
import { addressingByName } from '../addressing.ts'
import { rememberAlbums } from './albums.ts'
import { openClient } from './client.ts'
import { openFiles } from './enclosures.ts'
import { type Health, openHealth } from './health.ts'
import { type Intake, openIntake } from './intake.ts'
import { listen } from './listen.ts'
import { rememberPeople } from './people-met.ts'
import { sender } from './send.ts'
import { choiceShower } from './show-choice.ts'
import { takeUpdate } from './take-update.ts'
import { TELEGRAM } from './telegram.capabilities.ts'
import { telegramTexts as texts } from './telegram.texts.ts'
import { PAUSES, type Pauses, type TelegramParts } from './telegram-parts.ts'
import { canUseProxy, openTransport } from './transport.ts'
import { webhookSecret } from './webhook-secret.ts'

interface Session {
  readonly stop: AbortController
  readonly health: Health
  ended: Promise<void>
  intake: Intake | undefined
}

/** A bot on Telegram. `handle` takes what Telegram hands in where updates come by webhook. */
export function openTelegram(parts: TelegramParts): Platform & {
  handle(request: Request): Promise<Response>
} {
  const pauses: Pauses = { ...PAUSES, ...parts.pauses }
  const { token, apiRoot } = parts
  const client = openClient({ token, apiRoot, transport: openTransport(parts.proxy) })
  const open = openFiles(client, { call: pauses.callSeconds, file: pauses.fileSeconds })
  const people = rememberPeople()
  const choices = choiceShower({ client, seconds: pauses.callSeconds })
  const sendOne = sender({ ...pauses, client, readFile: parts.readFile, nameOf: people.nameOf })
  const secret = webhookSecret(token)
  const decode = {
    account: parts.account,
    byName: addressingByName(parts.botNames),
    albums: rememberAlbums(),
    open,
    now: parts.now,
  }
  let session: Session | undefined
  /** The last letter's fate is unknown; the next one first asks whether anybody answers. */
  let isShaken = false

  async function send(letter: OutgoingLetter): Promise<SendResult> {
    if (session === undefined) return { kind: 'account-offline' }
    if (isShaken) {
      // Otherwise every letter that falls due while Telegram is down would be in doubt for ever.
      const probe = await client.ask('getMe', {}, { seconds: pauses.callSeconds })
      if (!probe.ok) return { kind: 'transient', why: texts.unsent() }
      isShaken = false
    }
    if (letter.editsMessageIds !== undefined) await choices.settled(letter.to.chatId, letter.editsMessageIds)
    const result = await sendOne(letter)
    if (result.kind === 'uncertain') isShaken = true
    if (result.kind === 'account-offline') session?.health.wrongToken()
    return result
  }

  function begin(doorstep: Doorstep): Session {
    const stop = new AbortController()
    const health = openHealth((said) => {
      if (!stop.signal.aborted) doorstep.report(said)
    }, parts.now)
    const begun: Session = { stop, health, intake: undefined, ended: Promise.resolve() }
    begun.ended = listen({
      parts,
      client,
      health,
      pauses,
      stop: stop.signal,
      openIntake(me) {
        begun.intake = openIntake({
          me,
          decode,
          log: parts.log,
          receive: (incoming) => doorstep.receive(incoming),
          onIncoming: ({ from }) => people.met(from.id, from.name),
          onPress: choices.show,
        })
        return begun.intake
      },
    })
    return begun
  }

  return {
    name: 'telegram',
    account: parts.account,
    can: TELEGRAM,
    async open(doorstep) {
      if (parts.proxy !== undefined && !canUseProxy())
        throw new HouseError('configuration', 'TELEGRAM_PROXY needs Node 24.5 or newer; install Node 24.')
      session ??= begin(doorstep)
    },
    send,
    fetch: open,
    async close() {
      const closing = session
      session = undefined
      closing?.stop.abort()
      await closing?.ended
    },
    handle: (request) => takeUpdate(request, secret, () => session?.intake),
  }
}
