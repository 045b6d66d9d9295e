import type { AccountFacts } from '../adapters/storage/doctor-facts.storage.ts'
import type { AccountState } from '../conversation/account-health.ts'
import { nameOfPlatform } from '../kernel/platform-names.ts'
import { missingYearSentence } from '../kernel/working-days.ts'
import type { Finding } from './doctor-finding.ts'

type Open = 'failed' | 'uncertain' | 'stuck' | 'away'

const STATES: Readonly<Record<AccountState, string>> = {
  online: '在线',
  restricted: '在线但被平台限制',
  connecting: '正在连接',
  'needs-login': '需要重新登录',
  offline: '不在线',
}
const WHAT_TO_DO: Readonly<Record<Exclude<AccountState, 'online'>, string>> = {
  restricted: '请先少发，并到平台上看给账号的提示。',
  connecting: '请稍等；一直连不上时请检查网络和代理。',
  'needs-login': '请重新登录这个账号。',
  offline: '请检查网络、代理和账号设置，原因见日志。',
}

const waits = (waiting: number) => (waiting > 0 ? `有 ${waiting} 条消息等着发。` : '')
const sentence = (text: string) => (/[。！？.!?]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`)

const LABELS: Readonly<Record<Finding['ok'], string>> = { ok: '正常', warn: '留意', fail: '不行' }

/** 体检: what was found, and where something is not well, what to do about it. */
export const doctorTexts = {
  line: ({ check, ok, message }: Finding) => `${LABELS[ok]}  ${check.padEnd(11)} ${message}`,
  verdict: (failures: number) =>
    failures === 0 ? '没有妨碍运行的问题。' : `有 ${failures} 项不行，请先处理。`,

  node: (version: string) => `Node ${version}。`,
  oldNode: (version: string, oldest: string) =>
    `Node ${version} 太旧，需要 ${oldest} 或更新。请安装新的 Node，或在程序目录里重新运行 npm install，它会自带一个。`,
  data: (directory: string) => `数据目录 ${directory} 可以读写。`,
  dataUnwritable: (directory: string, why: string) =>
    `数据目录 ${directory} 写不进去：${why} 请改目录权限，或用 NIANGJIA_DATA 另指一个。`,

  key: (keyId: string, from: string) => `密钥 ${keyId} 在 ${from}。请另外存一份，备份文件里没有它。`,
  keyNotYet: (file: string) => `还没有密钥，第一次启动时会生成 ${file}。`,
  keyLost: (file: string, ids: readonly string[]) =>
    `密钥文件 ${file} 不见了，已密封的个人信息解不开。请把原来的密钥（${ids.join('、')}）放回去，或设为 NIANGJIA_KEY，再启动。`,
  keyOther: (ours: string, ids: readonly string[]) =>
    `现在的密钥是 ${ours}，有的个人信息是用 ${ids.join('、')} 密封的，解不开。请换回原来的密钥。`,
  keyWasOpen: (file: string, mode: string) =>
    `密钥文件 ${file} 的权限原是 ${mode}，别的用户也能读，刚才已收紧为 600。请查一下是谁放宽的，必要时视为泄露。`,

  database: (version: string) => `PostgreSQL ${version} 连得上。`,
  databaseOld: (major: number, oldest: number) =>
    `PostgreSQL ${major} 太旧，需要 ${oldest} 或更新。请升级数据库，或不设 DATABASE_URL 改用内置的。`,
  databaseAway: (why: string) => `连不上数据库：${why} 请检查 DATABASE_URL、网络和数据库是否在运行。`,
  migrated: () => '表结构是最新的。',
  pending: (count: number) => `有 ${count} 步表结构升级还没做，下次启动时会自动做；升级前请先备份。`,

  disk: (directory: string, mb: number) => `${directory} 还有 ${Math.floor(mb / 1024)} GB 空间。`,
  diskShort: (directory: string, mb: number) =>
    `${directory} 只剩 ${Math.floor(mb)} MB 空间，写满后数据库会停。请清理磁盘，或把数据目录搬到大一点的盘。`,
  diskUnknown: (directory: string, why: string) => `看不出 ${directory} 还有多少空间：${why}`,

  clock: () => '本机时间与数据库、与已有的记录相符。',
  clocksApart: (seconds: number) => `本机时间和数据库差 ${seconds} 秒。请在两台机器上都打开时间同步（NTP）。`,
  clockBehind: (newest: string, now: string) =>
    `已有的记录写到了 ${newest}，本机现在却是 ${now}。请核对本机时间，打开时间同步（NTP）。`,
  calendar: (years: readonly number[]) => `工作日历有 ${years.join('、')} 年。`,
  calendarMissing: missingYearSentence,

  roster: (people: number) => `名册里有 ${people} 人。`,
  noRoster: () => '还没有导入名册，谁都是访客。请用 import 导入。',
  channels: (address: string, isLocal: boolean) =>
    isLocal
      ? `网页聊天在 http://${address}，只有本机能用。`
      : `网页聊天在 http://${address}，别的机器也能访问，请放在 TLS 反向代理后面。`,
  unknownPlatforms: (platforms: readonly string[]) =>
    `名册里有 ${platforms.join('、')} 上的群或账号，这个版本还没有这些渠道，发给他们的消息会一直待发。请改名册里的 platform，或升级本程序。`,
  channelNotStarted: (platform: string) =>
    `${nameOfPlatform(platform)}已经设置，还没有启动过。运行 start 就会接上；接不上时这里会说原因。`,
  channelNotServed: (account: AccountFacts, since: string) =>
    `${nameOfPlatform(account.platform)}现在没有程序在运行它，收不到也发不出。请运行 start。上次的状态是${STATES[account.state]}（从${since} 起）。${waits(account.waiting)}`,
  channelUnset: (platform: string, waiting: number) =>
    `${nameOfPlatform(platform)}的设置已经去掉，还有 ${waiting} 条消息等着从它发。请恢复设置，或者由人另行联系。`,
  channel(account: AccountFacts, since: string): string {
    const { platform, state, name, detail, waiting, toldState } = account
    const who = name === null ? nameOfPlatform(platform) : `${nameOfPlatform(platform)}“${name}”`
    if (state === 'online')
      return `${who}从${since} 起在线。${detail === null ? '' : sentence(detail)}${waits(waiting)}`
    const why = detail === null ? WHAT_TO_DO[state] : sentence(detail)
    const told = toldState === null || toldState === 'online' ? '还没能从别的渠道告诉工作人员。' : ''
    return `${who}从${since} 起${STATES[state]}。${why}${waits(waiting)}${state === 'connecting' ? '' : told}`
  },
  letters: () => '没有发不出去或送达不明的消息。',
  lettersOpen({ failed, uncertain, stuck, away }: Readonly<Record<Open, number>>): string {
    const parts = [
      ...(failed > 0 ? [`没发成 ${failed} 条`] : []),
      ...(uncertain > 0 ? [`是否送达不明 ${uncertain} 条`] : []),
      ...(stuck > 0 ? [`过了时间一小时还没发 ${stuck} 条`] : []),
      ...(away > 0 ? [`因为账号不在线先存着 ${away} 条，恢复后自动补发`] : []),
    ]
    return `${parts.join('，')}。请用 letters 查看是谁的，由人决定是否再联系；送达不明的不会自动重发。`
  },
  backup: (when: string) => `最近一次备份在 ${when}。`,
  noBackup: (isInUse: boolean) =>
    isInUse
      ? '还没有备份过。请用 backup 做一份，存到另一台机器上，并每天自动做。'
      : '还没有备份过；有了数据之后请每天备份。',
  oldBackup: (when: string, days: number) =>
    `最近一次备份在 ${when}，已经 ${days} 天。请现在做一份，并改为每天自动做。`,

  embeddings: (model: string, vectors: number, passages: number) =>
    `语义模型 ${model} 可用，已存 ${vectors} 条向量（相同的文字合用一条）；现有文件 ${passages} 段，缺的由 start 在后台补，或运行 docs embed。`,
  embeddingsAway: (model: string) =>
    `语义模型 ${model} 用不了，在此期间只按字词查找，功能都在。请检查 OPENAI_EMBEDDING_MODEL、OPENAI_EMBEDDING_BASE_URL 和密钥。`,
  prompts: (count: number) => `${count} 个提示词文件都在。`,
  promptEmpty: () => '文件是空的。',
  promptBroken: (name: string, why: string) =>
    `提示词 prompts/${name}.md 用不了：${why} 请从安装包里恢复这个文件。`,
  fonts: (files: number, characters: number) => `图片能画，${files} 个字体文件都在，共 ${characters} 个字。`,
  fontBroken: (file: string) =>
    `字体文件 ${file} 不在或者坏了，海报、证书和公示图画不出来。请重新运行 npm install。`,
  cannotDraw: (why: string) => `海报、证书和公示图画不出来：${why} 请重新运行 npm install。`,
}
