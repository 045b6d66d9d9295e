import { setTimeout as wait } from 'node:timers/promises'
import type { Failure } from './client.ts'
import { isWrongToken } from './outcome.ts'
import type { Pauses } from './telegram-parts.ts'

/** A wrong token does not become right by asking; but BotFather may give it back. */
const WRONG_TOKEN_TIMES = 10

/** 1, 2, 4 … 30 seconds, or what the server asks for. */
export function pauseAfter(failure: Failure, failures: number, pauses: Pauses): number {
  if (isWrongToken(failure)) return pauses.mostMs * WRONG_TOKEN_TIMES
  const asked = failure.kind === 'refused' ? (failure.retryAfter ?? 0) * 1_000 : 0
  return Math.max(doubled(failures, pauses), asked)
}

export const doubled = (failures: number, { firstMs, mostMs }: Pauses): number =>
  Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 20))

/** Ends early, without complaint, when listening ends. */
export async function pause(ms: number, stop: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: stop, ref: false }).catch(() => undefined)
}
