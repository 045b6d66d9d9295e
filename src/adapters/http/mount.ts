/** What other adapters know of the web server: a function from request to answer, under a path. */
export type Handler = (request: Request) => Promise<Response> | Response

/** As much of a logger as is needed here; pino's shape. */
export interface HttpLog {
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

export interface MountOptions {
  /** The whole body, all files together. Default 1 MB. */
  readonly bodyLimitBytes?: number
  /** Until the handler answers. Default 30. */
  readonly timeoutSeconds?: number
  /** Posted to by another server, which sends no Origin and proves itself in its own way. Default false. */
  readonly isForPrograms?: boolean
  /** Shown to whoever sits at this machine (or came through a tunnel to it), never through a proxy. Default false. */
  readonly isForOperators?: boolean
}

export interface Mount {
  readonly prefix: string
  readonly handler: Handler
  readonly options: Required<MountOptions>
}
