import type { Logger } from '@wecom/aibot-node-sdk'

/**
 * What the SDK wants to write down holds people's words and the server's: none of it is kept. Only frames that it
 * could not read are counted.
 */
export function sdkLog(onUnreadable: () => void): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (what) => {
      if (/^Received (?:invalid|unknown)/u.test(what)) onUnreadable()
    },
    error: (what) => {
      if (/^Failed to (?:parse|handle)/u.test(what)) onUnreadable()
    },
  }
}
