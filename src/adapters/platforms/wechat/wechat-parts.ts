import type { Clock } from '../../../kernel/clock.ts'
import type { WechatyModule } from './load-wechaty.ts'

export interface WechatParts {
  readonly account: string
  /** A puppet's package, or, in tests, a puppet. */
  readonly puppet: string | object
  readonly puppetOptions: Readonly<Record<string, unknown>>
  /** Whether people and rooms keep their ids over a new login. */
  readonly ids: 'session' | 'permanent'
  /** What becomes of requests to be our friend, and of invitations into groups. */
  readonly friends: 'accept' | 'ignore'
  readonly botNames: readonly string[]
  readFile(sha256: string): Promise<{ readonly bytes: Uint8Array } | undefined>
  readonly clock: Clock
  readonly log: { warn(what: string, detail?: Readonly<Record<string, unknown>>): void }
  /** The login that this account reported last, by whatever process. */
  lastLogin(): Promise<string | undefined>
  /** Shows this in the operator's terminal and nowhere else: it holds the login page's key. */
  printQr(text: string): void
  /** Under which address the operator reaches our server: `http://127.0.0.1:8787`. */
  baseUrl(): string
  /** Where the puppet keeps its session; whoever reads it can act as the account. */
  readonly memoryDirectory: string
  /** Default: the package itself. */
  readonly load?: () => Promise<WechatyModule>
}
