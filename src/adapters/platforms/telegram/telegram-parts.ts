import type { Log } from '../../../log.ts'

export interface TelegramParts {
  readonly account: string
  readonly token: string
  /** Where the Bot API is; Telegram's own when left out. */
  readonly apiRoot?: string | undefined
  /** An HTTP proxy for everything that goes to the Bot API. */
  readonly proxy?: string | undefined
  /** `url` is the https address under which this server is reached from outside. */
  readonly updates: { readonly kind: 'polling' } | { readonly kind: 'webhook'; readonly url: string }
  readonly botNames: readonly string[]
  readonly now: () => Date
  readonly log: Pick<Log, 'warn'>
  readFile(sha256: string): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | undefined>
  readonly pauses?: Partial<Pauses>
}

export interface Pauses {
  /** The first pause after a failure; each further one is twice as long, up to `mostMs`. */
  readonly firstMs: number
  readonly mostMs: number
  /** How long the server holds a question for updates when there are none. */
  readonly pollSeconds: number
  /** After an empty answer: a server that does not hold it would be asked without end. */
  readonly idleMs: number
  /** Between two looks at how the webhook does. */
  readonly watchMs: number
  /** Until the answer to a call; files take `fileSeconds`. */
  readonly callSeconds: number
  readonly fileSeconds: number
}

export const PAUSES: Pauses = {
  firstMs: 1_000,
  mostMs: 30_000,
  pollSeconds: 50,
  idleMs: 200,
  watchMs: 60_000,
  callSeconds: 30,
  fileSeconds: 180,
}
