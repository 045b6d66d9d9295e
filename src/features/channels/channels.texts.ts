import type { AccountRecord, AccountState } from '../../conversation/account-health.ts'
import { dayAndHour } from '../../kernel/clock.ts'
import { nameOfPlatform } from '../../kernel/platform-names.ts'
import type { News } from './owed-to-staff.ts'

const STATES: Readonly<Record<AccountState, string>> = {
  online: '在线',
  restricted: '在线，但被平台限制',
  connecting: '正在连接',
  'needs-login': '需要重新登录',
  offline: '不在线',
}

/** What to do, where the platform itself did not say. */
const ADVICE: Readonly<Record<Exclude<News, 'online'>, string>> = {
  restricted: '请先少发，尤其不要群发，并到该平台上看看给账号的提示。',
  'needs-login': '请管理员重新登录这个账号，运行 niangjia doctor 可以看到怎么做。',
  offline: '请管理员看看网络和账号，运行 niangjia doctor 可以看到原因。',
}

const nameOfAccount = ({ platform, name }: Pick<AccountRecord, 'platform' | 'name'>): string =>
  name === undefined ? nameOfPlatform(platform) : `${nameOfPlatform(platform)}“${name}”`

/** What others wrote ends with a full stop here, whether or not it did there. */
const sentence = (text: string) => (/[。！？.!?]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`)

const group = (title: string | undefined) =>
  title === undefined ? '一个群' : `“${title}”${title.endsWith('群') ? '' : '群'}`

export const channelsTexts = {
  news(account: AccountRecord, news: News, waiting: number, now: Date): string {
    const since = dayAndHour(account.since, now)
    if (news === 'online')
      return `${nameOfAccount(account)}恢复了，从${since} 起在线。${waiting > 0 ? `等着发的 ${waiting} 条消息正在补发。` : '没有漏发的消息。'}`
    const what =
      news === 'restricted'
        ? `从${since} 起被平台提醒或限制`
        : news === 'needs-login'
          ? `从${since} 起掉线，需要重新登录`
          : `从${since} 起连不上`
    const why = account.detail === undefined ? ADVICE[news] : sentence(account.detail)
    return `${nameOfAccount(account)}${what}。${why}${held(news, waiting)}`
  },

  status(accounts: readonly AccountRecord[], waiting: ReadonlyMap<string, number>, now: Date): string {
    if (accounts.length === 0) return '现在没有接入外部渠道，只有网页聊天或命令行。'
    return accounts.map((account) => line(account, waiting.get(account.key) ?? 0, now)).join('\n')
  },
  notForYou: () => '各渠道的状态只给工作人员看。',
  statusLabel: () => '看各渠道的状态',

  addedToKnown: (title: string | undefined, code: string) =>
    `我被拉进了${group(title)}，它在名册里，编号 ${code}，可以直接用了。`,
  addedToUnknown: (title: string | undefined) =>
    `我被拉进了${group(title)}，名册里没有登记它，我先把它当作外部的公开群，通知不会发到那里。要登记，请先把群加进名册，再由工作人员在那个群里@我说：绑定本群 群代码。`,
  removedFromKnown: (title: string | undefined, code: string) =>
    `我被移出了${group(title)}（编号 ${code}），以后发到那里的通知会发不出去。要恢复，请群主再把我拉进去。`,
  removedFromUnknown: (title: string | undefined) => `我被移出了${group(title)}，它不在名册里，不用处理。`,
  introduction: () =>
    '大家好，我是工商联的服务助手，是个程序，不是真人。企业遇到难处，或者想问政策，@我直接说就行，群里我只回编号，细节私聊核对。没有@我的话，我不回应，也不留存。',
}

function held(news: News, waiting: number): string {
  if (news === 'restricted') return waiting > 0 ? `现在有 ${waiting} 条消息等着发。` : ''
  return waiting > 0
    ? `有 ${waiting} 条消息先存着，恢复后自动补发，不用重发。`
    : '这期间的消息会先存着，恢复后自动补发。'
}

function line(account: AccountRecord, waiting: number, now: Date): string {
  const { state, since, detail } = account
  const why = detail === undefined ? '' : sentence(detail)
  const letters = waiting > 0 ? `有 ${waiting} 条消息等着发。` : ''
  return `${nameOfAccount(account)}：${STATES[state]}（从${dayAndHour(since, now)} 起）。${why}${letters}`
}
