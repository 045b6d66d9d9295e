/** Why a model was of no help. `form`: it does not take requests of this form (no JSON mode, no tools). */
export interface ModelFailure {
  readonly why: 'timeout' | 'unreachable' | 'refused' | 'busy' | 'broken' | 'form' | 'unusable'
  readonly status?: number
}

/** From what the client threw; the error itself is never logged, it may quote the request. */
export function failureOf(error: unknown, signal: AbortSignal): ModelFailure {
  if (signal.aborted) return { why: 'timeout' }
  const status = (error as { status?: unknown }).status
  if (typeof status === 'number') return { why: byStatus(status), status }
  const name = (error as { constructor?: { name?: string } }).constructor?.name
  if (name === 'APIConnectionError' || (error as { name?: string }).name === 'TimeoutError')
    return { why: 'unreachable' }
  // What came over the connection was no answer, or half of one.
  return { why: 'unusable' }
}

function byStatus(status: number): ModelFailure['why'] {
  if (status === 429) return 'busy'
  if (status === 401 || status === 402 || status === 403 || status === 404) return 'refused'
  return status < 500 ? 'form' : 'broken'
}

/** Whether a second try could do better: not when it said no, or asked for patience that people have not. */
export function mayTryAgain({ why }: ModelFailure): boolean {
  return why !== 'timeout' && why !== 'refused' && why !== 'busy'
}
