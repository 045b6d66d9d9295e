import type { KeepFile } from '../../../inbox/receive.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { WebChatHistory } from './history.ts'
import type { FoundFile } from './serve-file.ts'

/** As much of a logger as is needed here; pino's shape. */
export interface WebChatLog {
  error(facts: object, text: string): void
}

export interface WebChatParts {
  readonly account: string
  readonly botNames: readonly string[]
  /** Says on the page that people and companies are invented. */
  readonly demonstration: boolean
  /** Nobody but people at this machine can reach the server. Where false, the page and its data are refused. */
  readonly isLocalOnly: boolean
  /** Shows it elsewhere all the same: somebody decided so, and put another sign-in before it. Default false. */
  readonly personasElsewhere?: boolean
  directory(): Promise<Directory>
  readonly files: {
    find(sha256: string): Promise<FoundFile | undefined>
    readonly keep: KeepFile
  }
  readonly history: WebChatHistory
  readonly clock: Clock
  readonly log: WebChatLog
}
