import type { Capabilities } from '../../conversation/platform.ts'
import { UNIT_PAGE } from './one-time-link/unit-page.capabilities.ts'
import { STDIO } from './stdio/stdio.capabilities.ts'
import { TELEGRAM } from './telegram/telegram.capabilities.ts'
import { TERMINAL } from './terminal/terminal.capabilities.ts'
import { WEB_CHAT } from './web-chat/web-chat.capabilities.ts'
import { WECHAT } from './wechat/wechat.capabilities.ts'
import { WECOM } from './wecom/wecom.capabilities.ts'

/** What every platform can do, known to every process, whether or not it serves an account there. */
export const CAPABILITIES: Readonly<Record<string, Capabilities>> = {
  stdio: STDIO,
  terminal: TERMINAL,
  'web-chat': WEB_CHAT,
  telegram: TELEGRAM,
  wechat: WECHAT,
  wecom: WECOM,
  'unit-page': UNIT_PAGE,
}

/** Platforms on which a person's id is the roster's code: the terminal and the web chat's personas. */
export const PLATFORMS_BY_CODE: readonly string[] = ['terminal', 'web-chat']

/** Which account of ours writes, on each platform we have, to somebody it has not met yet. */
export const DEFAULT_ACCOUNTS: Readonly<Record<string, string>> = {
  'web-chat': 'web',
  stdio: 'stdio',
  terminal: 'terminal',
  'unit-page': 'unit',
}

export const KNOWN_PLATFORMS: readonly string[] = Object.keys(CAPABILITIES)
