import type { AccountHealth } from '../../../conversation/platform.ts'
import type { Failure } from './client.ts'
import { isWrongToken } from './outcome.ts'
import { telegramTexts as texts } from './telegram.texts.ts'
import type { Me } from './update.ts'

/** A single lost question is nothing; staff hear of it when it goes on. */
const FAILURES_UNTIL_OFFLINE = 3
/** Whoever just took the account over meets the last question of the one before. */
const CONFLICTS_UNTIL_TOLD = 2
/** Two who ask by turns both get an answer now and then: it is over when it has not happened for so long. */
const CONFLICT_MS = 180_000

/** Tells how the account is, and only when that changed. */
export function openHealth(report: (health: AccountHealth) => void, now: () => Date) {
  let last = ''
  let conflicts = 0
  let conflictAt = 0
  let identity: Pick<AccountHealth, 'name' | 'link'> = {}
  /** Worth knowing although everything works. */
  let note: Pick<AccountHealth, 'detail'> = {}

  function tell(health: Pick<AccountHealth, 'state' | 'detail'>): void {
    const whole = { ...health, ...identity }
    const key = JSON.stringify(whole)
    if (key === last) return
    last = key
    report(whole)
  }

  return {
    connecting: () => tell({ state: 'connecting' }),
    known(me: Me): void {
      identity = { name: me.first_name, link: `https://t.me/${me.username}` }
      note = me.can_read_all_group_messages === false ? { detail: texts.groupPrivacy() } : {}
    },
    online(): void {
      if (now().getTime() - conflictAt > CONFLICT_MS) conflicts = 0
      if (conflicts < CONFLICTS_UNTIL_TOLD) tell({ state: 'online', ...note })
    },
    wrongToken: () => tell({ state: 'needs-login', detail: texts.wrongToken() }),
    restricted: (detail: string) => tell({ state: 'restricted', detail }),
    /** `failures`: how many in a row, this one included. */
    trouble(failure: Failure, failures: number): void {
      if (isWrongToken(failure)) tell({ state: 'needs-login', detail: texts.wrongToken() })
      else if (failure.kind === 'refused' && failure.code === 409) {
        const at = now().getTime()
        conflicts = at - conflictAt > CONFLICT_MS ? 1 : conflicts + 1
        conflictAt = at
        if (conflicts >= CONFLICTS_UNTIL_TOLD) tell({ state: 'restricted', detail: texts.elsewhere() })
      } else if (failure.kind === 'refused' && failure.code < 500) {
        // 429 passes by itself; anything else that is said without a fault of the network's is told at once.
        if (failure.code !== 429 && failures >= FAILURES_UNTIL_OFFLINE)
          tell({ state: 'offline', detail: texts.unreadableAnswer() })
      } else if (failures >= FAILURES_UNTIL_OFFLINE) {
        tell({ state: 'offline', detail: whyOffline(failure) })
      }
    },
  }
}

function whyOffline(failure: Failure): string {
  if (failure.kind === 'refused') return texts.serverDown()
  return failure.why === 'NOT_JSON' ? texts.unreadableAnswer() : texts.unreachable()
}

export type Health = ReturnType<typeof openHealth>
