import { Api, type ApiClientOptions, GrammyError, HttpError, type RawApi } from 'grammy'
import type { Reply, Transport } from './transport.ts'
import { WireFailure } from './transport.ts'

/** How a call ended when it did not end well, in words of ours: no address, no token, nothing that was sent. */
export type Failure =
  | {
      readonly kind: 'refused'
      readonly code: number
      readonly description: string
      readonly retryAfter?: number
      readonly migratedTo?: string
    }
  /** It surely did not reach the Bot API. */
  | { readonly kind: 'unsent'; readonly why: string }
  /** It may have. */
  | { readonly kind: 'lost'; readonly why: string }

export type Asked<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly failure: Failure }

export type Method = keyof RawApi
/** Two methods have no parameters. */
type Bare = 'getMe' | 'getWebhookInfo'
export type Payload<M extends Method> = M extends Bare
  ? Readonly<Record<string, never>>
  : Parameters<RawApi[M]>[0]

export interface Client {
  ask<M extends Method>(
    method: M,
    payload: Payload<M>,
    limits: { readonly seconds: number; readonly signal?: AbortSignal },
  ): Promise<Asked<unknown>>
  /** The bytes under a path that `getFile` gave. */
  download(
    path: string,
    limits: { readonly seconds: number; readonly limitBytes: number },
  ): Promise<Asked<Uint8Array>>
}

const DEFAULT_ROOT = 'https://api.telegram.org'
/** A hundred updates, each as long as can be, are far below. */
const LONGEST_ANSWER_BYTES = 20_000_000

/** The Bot API over grammY. What it answers is `unknown` on purpose: it comes from outside and is read by a schema. */
export function openClient(parts: {
  readonly token: string
  readonly apiRoot: string | undefined
  readonly transport: Transport
}): Client {
  const { token, transport } = parts
  const root = (parts.apiRoot ?? DEFAULT_ROOT).replace(/\/+$/u, '')

  async function overTransport(url: unknown, init: RequestInit & { body?: string }): Promise<unknown> {
    const reply = await transport(String(url), {
      method: 'POST',
      headers: init.headers as Record<string, string>,
      body: init.body,
      signal: init.signal as AbortSignal,
      limitBytes: LONGEST_ANSWER_BYTES,
    })
    return { json: async () => answerOf(reply) }
  }
  const api = new Api(token, {
    apiRoot: root,
    // grammY asks no more of it than this; the types are those of a whole fetch.
    fetch: overTransport as unknown as NonNullable<ApiClientOptions['fetch']>,
  })

  return {
    async ask(method, payload, { seconds, signal }) {
      const patience = AbortSignal.timeout(seconds * 1_000)
      const stop = signal === undefined ? patience : AbortSignal.any([signal, patience])
      const call = api.raw[method] as unknown as (...given: unknown[]) => Promise<unknown>
      try {
        // Methods without parameters take the signal alone.
        const given = method === 'getMe' || method === 'getWebhookInfo' ? [stop] : [payload, stop]
        return { ok: true, result: await call(...given) }
      } catch (error) {
        return { ok: false, failure: failureOf(error, token) }
      }
    },
    async download(path, { seconds, limitBytes }) {
      // A path is the server's own word; it must not lead anywhere else.
      if (!/^[\w./-]+$/u.test(path) || path.split('/').includes('..') || path.startsWith('/'))
        return { ok: false, failure: { kind: 'unsent', why: 'PATH' } }
      try {
        const signal = AbortSignal.timeout(seconds * 1_000)
        const reply = await transport(`${root}/file/bot${token}/${path}`, {
          method: 'GET',
          signal,
          limitBytes,
        })
        if (reply.status === 200) return { ok: true, result: reply.body }
        return { ok: false, failure: { kind: 'refused', code: reply.status, description: '' } }
      } catch (error) {
        return { ok: false, failure: failureOf(error, token) }
      }
    },
  }
}

/** Gateways before the Bot API answer in HTML; the status says what there is to say. */
function answerOf({ status, body }: Reply): unknown {
  let answer: unknown
  try {
    answer = JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    answer = undefined
  }
  if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true) return answer
  if (status < 400 && (typeof answer !== 'object' || answer === null || !('ok' in answer)))
    throw new WireFailure('NOT_JSON', true)
  return { error_code: status, description: '', ...(typeof answer === 'object' ? answer : {}), ok: false }
}

function failureOf(error: unknown, token: string): Failure {
  const cause = error instanceof HttpError ? error.error : error
  if (cause instanceof WireFailure) return { kind: cause.mayHaveArrived ? 'lost' : 'unsent', why: cause.code }
  if (!(cause instanceof GrammyError)) return { kind: 'lost', why: 'UNKNOWN' }
  const { retry_after: seconds, migrate_to_chat_id: to } = cause.parameters
  return {
    kind: 'refused',
    code: Number.isInteger(cause.error_code) ? cause.error_code : 0,
    description: withoutToken(String(cause.description ?? ''), token),
    ...(typeof seconds === 'number' && seconds > 0 ? { retryAfter: seconds } : {}),
    ...(Number.isSafeInteger(to) ? { migratedTo: String(to) } : {}),
  }
}

/** A server between us and Telegram may repeat the address that it was asked for. */
function withoutToken(text: string, token: string): string {
  return token.split(':').reduce((rest, part) => rest.replaceAll(part, ''), text)
}

/** As much of a refusal as a log may have: the API's own words, nothing it may have quoted. */
export function wordsOf(failure: Failure): Readonly<Record<string, unknown>> {
  if (failure.kind !== 'refused') return { what: failure.kind, why: failure.why }
  return {
    what: 'refused',
    code: failure.code,
    why: failure.description.replace(/[^A-Za-z_ ':]/gu, '').slice(0, 60),
  }
}
