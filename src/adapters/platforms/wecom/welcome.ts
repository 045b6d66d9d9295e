import type { WsFrameHeaders } from '@wecom/aibot-node-sdk'

/** WeCom takes a welcome for five seconds; what comes later than this goes the ordinary way. */
const OPEN_MS = 4_000
/** WeCom does not say how long a welcome may be. */
const LONGEST = 600

/**
 * Somebody who opened the chat may not have written yet, and then only a welcome reaches them: the first letter to
 * them goes that way, if it is there in time.
 */
export function openWelcomes() {
  const open = new Map<string, { readonly frame: WsFrameHeaders; readonly until: number }>()
  return {
    opened(person: string, frame: WsFrameHeaders, now: Date): void {
      for (const [id, { until }] of open) if (until <= now.getTime()) open.delete(id)
      open.set(person, { frame, until: now.getTime() + OPEN_MS })
    },
    /** Gives each only once. */
    take(person: string, text: string, now: Date): WsFrameHeaders | undefined {
      const welcome = open.get(person)
      if (welcome === undefined || text === '' || text.length > LONGEST) return undefined
      open.delete(person)
      return welcome.until > now.getTime() ? welcome.frame : undefined
    },
  }
}
