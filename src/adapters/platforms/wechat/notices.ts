/** What a puppet's error or a line of WeChat's own tells of the account. Words are only ever compared, never kept. */
export type Trouble = 'refused' | 'restricted' | 'logged-out' | 'connection' | 'other'

const REFUSED = /(?:不允许|不能|无法|暂时不能|禁止)登录|unable to log ?in|suspended|ret>\s*1203|\b1203\b/iu
const RESTRICTED =
  /风险|限制|违规|封号|封禁|冻结|外挂|被投诉|帐号异常|账号异常|非官方|操作(?:过于)?频繁|restricted|too frequent|\b1205\b/iu
const LOGGED_OUT = /已退出登录|not logged in|already ?logout|session timeout|登录已(?:过期|失效)/iu
const CONNECTION =
  /watchdog|heartbeat|timeout|timed? ?out|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|socket|network|网络|UNAVAILABLE|grpc|TLS/iu

export function troubleIn(words: string): Trouble {
  if (REFUSED.test(words)) return 'refused'
  if (RESTRICTED.test(words)) return 'restricted'
  if (LOGGED_OUT.test(words)) return 'logged-out'
  return CONNECTION.test(words) ? 'connection' : 'other'
}

/** Accounts of WeChat itself. They talk at people; nobody answers them. */
const WECHATS_OWN: ReadonlySet<string> = new Set([
  'weixin',
  'fmessage',
  'filehelper',
  'newsapp',
  'medianote',
  'notification_messages',
  'notifymessage',
  'mphelper',
  'weixinguanhaozhushou',
  'qqmail',
  'floatbottle',
  'qmessage',
  'tmessage',
  'exmail_tool',
])

const OFFICIAL = 2

export function isWechatsOwn(id: string, type: number | undefined): boolean {
  return WECHATS_OWN.has(id) || type === OFFICIAL
}

const WATCHERS: ReadonlySet<string> = new Set(['微信团队', '微信安全中心'])

/** WeChat's team warns the account; an official account that somebody follows may speak of risks all day. */
export function isWarning(id: string, name: string | undefined, words: string): boolean {
  if (id !== 'weixin' && !WATCHERS.has(name ?? '')) return false
  const trouble = troubleIn(words)
  return trouble === 'restricted' || trouble === 'refused'
}
