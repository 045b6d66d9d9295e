import type { AccountHealth } from '../../../conversation/platform.ts'
import { beganAt, type Ids, idsOf, isLoginOf, newLogin } from './login.ts'
import type { Trouble } from './notices.ts'
import { wechatTexts } from './wechat.texts.ts'
import type { WechatParts } from './wechat-parts.ts'

/** Who we are at present. */
export interface LoggedIn {
  readonly self: string
  readonly login: string
  readonly ids: Ids
  /** What was said before is history of another login. */
  readonly beganAt: Date
  /** The puppet had time to load who and what there is: what it does not know now is not there. */
  isSettled(): boolean
  /** Who wrote to us in private since: they can be written to, whatever a puppet remembers of them. */
  readonly wrote: Set<string>
}

export interface LoginPageState {
  readonly step: 'connecting' | 'waiting' | 'scanned' | 'online' | 'closed'
  readonly qrcode?: string
  readonly name?: string
}

/** What wechaty calls the states of a scan. */
const SCANNED = 3
const CONFIRMED = 4

const LOADING_SECONDS = 90
/** Staff are to hear of it within a minute. */
const MOST_CONNECTING_SECONDS = 40

type WatchParts = Pick<WechatParts, 'ids' | 'clock'>

/**
 * How the account is, from what its puppet tells: reported when it changes, asked by whoever sends. `last` is the
 * login reported last; a session that comes back without a scan, for the same id of ours, is still that one.
 */
export function watchAccount(
  parts: WatchParts,
  last: string | undefined,
  report: (health: AccountHealth) => void,
) {
  const { clock } = parts
  let login = last
  let current: LoggedIn | undefined
  let name: string | undefined
  let hasScanned = false
  let page: LoginPageState = { step: 'connecting' }
  let health: AccountHealth = { state: 'connecting' }
  let waitingSince = clock.now()
  let told = ''
  let loadedLogin: string | undefined

  function tell(next: AccountHealth): void {
    health = next
    const whole = { ...next, ...(name ? { name } : {}), ...(login === undefined ? {} : { login }) }
    const words = JSON.stringify(whole)
    if (words === told) return
    told = words
    report(whole)
  }

  /** Where somebody has to scan, that is what they should know. */
  function unreachable(): void {
    if (health.state === 'connecting') tell({ state: 'offline', detail: wechatTexts.health.unreachable() })
  }

  tell({ state: 'connecting', detail: wechatTexts.health.connecting() })

  return {
    loggedIn: () => current,
    page: () => page,

    /** Gives the code that is to be shown in the terminal, once each. */
    scan({ qrcode, status }: { readonly qrcode: string; readonly status: number }): string | undefined {
      if (current !== undefined) return undefined
      hasScanned = true
      if (status === SCANNED || status === CONFIRMED) {
        page = { step: 'scanned' }
        tell({ state: 'needs-login', detail: wechatTexts.health.scanned() })
        return undefined
      }
      if (qrcode === '') return undefined
      const isNew = page.qrcode !== qrcode
      page = { step: 'waiting', qrcode }
      tell({ state: 'needs-login', detail: wechatTexts.health.scan() })
      return isNew ? qrcode : undefined
    },

    /** Every letter and arrival from now on goes by this login. */
    login(self: string): void {
      const isSame = login !== undefined && !hasScanned && isLoginOf(login, self)
      const mine = login !== undefined && isSame ? login : newLogin(clock.now(), self, login)
      const since = clock.now().getTime()
      login = mine
      hasScanned = false
      name = undefined
      current = {
        self,
        login: mine,
        ids: idsOf(mine, parts.ids),
        beganAt: beganAt(mine) ?? clock.now(),
        wrote: new Set(),
        isSettled: () => loadedLogin === mine || clock.now().getTime() - since >= LOADING_SECONDS * 1000,
      }
      page = { step: 'online' }
      const mustBind = !isSame && parts.ids === 'session'
      tell({ state: 'online', ...(mustBind ? { detail: wechatTexts.health.mustBind() } : {}) })
    },

    ready(): void {
      loadedLogin = current?.login
    },

    named(self: string, its: string): void {
      if (current?.self !== self || its === '') return
      name = its
      page = { step: 'online', name: its }
      tell(health)
    },

    /** A puppet that starts anew by itself says so in the reason, and nobody has to do anything. */
    logout(reason: string): void {
      current = undefined
      const isRestart = /puppet (?:stop|reset)/iu.test(reason)
      page = { step: 'connecting' }
      waitingSince = clock.now()
      if (isRestart) tell({ state: 'connecting', detail: wechatTexts.health.connecting() })
      else tell({ state: 'needs-login', detail: wechatTexts.health.loggedOut() })
    },

    trouble(trouble: Trouble): void {
      if (trouble === 'restricted' && current !== undefined)
        tell({ state: 'restricted', detail: wechatTexts.health.restricted() })
      else if ((trouble === 'refused' || trouble === 'restricted') && current === undefined)
        tell({ state: 'needs-login', detail: wechatTexts.health.refused() })
    },

    /** Whether nothing came for too long, neither a code to scan nor a login. */
    isStuck: () =>
      page.step === 'connecting' &&
      clock.now().getTime() - waitingSince.getTime() >= MOST_CONNECTING_SECONDS * 1000,

    unreachable,

    over(): void {
      current = undefined
      page = { step: 'closed' }
    },
  }
}

export type AccountWatch = ReturnType<typeof watchAccount>
