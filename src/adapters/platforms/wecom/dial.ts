import type { Logger, WSClient, WsFrame } from '@wecom/aibot-node-sdk'

export type Sdk = Pick<typeof import('@wecom/aibot-node-sdk'), 'WSClient' | 'generateReqId'>

/** Why a connection is over. A code: WeCom refused who we say we are. */
export type End = 'lost' | 'taken-over' | { readonly code: number }

export interface DialParts {
  readonly botId: string
  readonly secret: string
  readonly wsUrl: string | undefined
  readonly heartbeatMs: number
  readonly log: Logger
  onOnline(): void
  onMessage(frame: WsFrame): void
  onEvent(frame: WsFrame): void
  /** May be called more than once; the client is disconnected before it returns. */
  onEnd(end: End): void
}

const HANDSHAKE_MS = 15_000
/** Far above anything people write; a frame beyond it ends the connection instead of filling the memory. */
const LARGEST_FRAME_BYTES = 4 * 1024 * 1024

/** A client for one connection: whatever ends it, it does not connect again by itself. */
export function dial(sdk: Sdk, parts: DialParts): WSClient {
  let refused: number | undefined
  const client = new sdk.WSClient({
    botId: parts.botId,
    secret: parts.secret,
    ...(parts.wsUrl === undefined ? {} : { wsUrl: parts.wsUrl }),
    heartbeatInterval: parts.heartbeatMs,
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
    logger: parts.log,
    wsOptions: { handshakeTimeout: HANDSHAKE_MS, maxPayload: LARGEST_FRAME_BYTES },
  })
  client.on('authenticated', parts.onOnline)
  client.on('message', parts.onMessage)
  client.on('event', parts.onEvent)
  client.on('event.disconnected_event', () => {
    // Whoever is told hangs up now, before the SDK takes every listener from the socket, also the one for errors: a
    // broken frame in the same packet would otherwise end the process.
    parts.onEnd('taken-over')
  })
  client.on('error', (error) => {
    refused ??= codeOf(error)
    // No socket came about at all, so none is told to be closed.
    if ('code' in error && error.code === 'WS_RECONNECT_EXHAUSTED') parts.onEnd('lost')
  })
  client.on('disconnected', () => parts.onEnd(refused === undefined ? 'lost' : { code: refused }))
  return client
}

/** The SDK gives WeCom's number only at the end of a sentence. */
function codeOf({ message }: Error): number | undefined {
  if (!message.startsWith('Authentication failed')) return undefined
  return Number(/\(code: (-?\d+)\)$/u.exec(message)?.[1] ?? -1)
}
