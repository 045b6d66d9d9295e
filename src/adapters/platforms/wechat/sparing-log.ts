import type { Trouble } from './notices.ts'
import type { WechatParts } from './wechat-parts.ts'

const QUIET_MS = 60_000

/** A puppet in trouble says so many times a second: each kind is logged once a minute, with how often it came. */
export function sparingLog({ clock, log }: Pick<WechatParts, 'clock' | 'log'>): (trouble: Trouble) => void {
  const told = new Map<Trouble, { at: number; since: number }>()
  return (trouble) => {
    const now = clock.now().getTime()
    const last = told.get(trouble)
    if (last !== undefined && now - last.at < QUIET_MS) {
      last.since++
      return
    }
    // The words may hold names.
    log.warn('a WeChat puppet reported an error', { trouble, times: 1 + (last?.since ?? 0) })
    told.set(trouble, { at: now, since: 0 })
  }
}
