import type { Choice } from '../kernel/letter-draft.ts'
import { nameOfPlatform } from '../kernel/platform-names.ts'
import type { FindingKind } from '../kernel/privacy.ts'
import type { Troubles } from './mailing.store.ts'
import type { RevisionKind, Tally } from './mailing.ts'
import { type ChannelPreview, LONGEST_TEXT, type MailingPreview } from './mailing-preview.ts'

const FINDINGS: Record<FindingKind, string> = {
  phone: '电话',
  'identity-number': '证件号码',
  plate: '车牌',
  'bank-account': '疑似银行账号',
  amount: '金额',
  person: '人名',
  company: '企业名',
  'sealed-asker': '要求保密的人',
  donor: '未同意公开的捐赠人',
}

/** What no approval lets into a group (kernel/privacy.ts). */
const STOPPING: readonly FindingKind[] = ['identity-number', 'donor', 'sealed-asker']

/** More than this and the list is no longer read. */
const MOST_TITLES = 12

/** `all`: how many there are, where not all were handed over. */
const listed = (titles: readonly string[], all = titles.length) =>
  all <= MOST_TITLES ? titles.join('、') : `${titles.slice(0, MOST_TITLES).join('、')}等`

const frame = (text: string) => `————\n${text}\n————`

export const mailingTexts = {
  findings: (findings: MailingPreview['findings']) =>
    findings.length === 0
      ? '文中没有查到电话、账号、人名这类信息。'
      : `文中有${findings.map(({ kind, text }) => `${FINDINGS[kind]}“${text}”`).join('、')}，请看清楚是否可以公开。`,
  stopped: ({ findings, isTooLong }: MailingPreview) => {
    if (isTooLong) return `全文太长，超过 ${LONGEST_TEXT} 字，有的群发不出去。请缩短后重新发一遍。`
    const kinds = [...new Set(findings.map(({ kind }) => kind))].filter((kind) => STOPPING.includes(kind))
    return `文中有${kinds.map((kind) => FINDINGS[kind]).join('、')}，这类信息不能发到群里，谁同意都不行。请去掉后重新发一遍全文。`
  },
  headCount: (preview: MailingPreview) => {
    const { groups, privately, people, withoutGroup, insteadOf, inSeveral, severalWays } = preview
    const titles = groups.map(({ title }) => title)
    return [
      mailingTexts.destinations(titles, privately, people),
      insteadOf.length === 0
        ? ''
        : `群里有除开的人，所以不发这些群，改成逐个私发：${listed(insteadOf)}；照发到群里就说“群里照发”。`,
      inSeveral === 0 ? '' : `${inSeveral} 人同时在几个群里，不另发私信。`,
      severalWays === 0 ? '' : `${severalWays} 人有几个账号，只发一个。`,
      withoutGroup.length === 0 ? '' : `${withoutGroup.join('、')}还没有群。`,
      mailingTexts.unreached(preview),
    ].join('')
  },
  /** Who gets nothing, and why: each counted once. */
  unreached: (preview: MailingPreview) => {
    const { unreached, refusing, shut, without, unreachedNames } = preview
    if (unreached === 0) return ''
    const why = [
      refusing > 0 ? `${refusing} 人不收这类消息` : '',
      shut > 0 ? `${shut} 人还没有打开与娘家的私聊` : '',
      without > 0 ? `${without} 人没有群也没有账号` : '',
      unreached - refusing - shut - without > 0
        ? `${unreached - refusing - shut - without} 人所在的群这次不发`
        : '',
    ].filter((one) => one !== '')
    const names = unreachedNames.length === 0 ? '' : `：${listed(unreachedNames, unreached)}`
    return `这次通知不到的有 ${unreached} 人（${why.join('，')}）${names}。`
  },
  places: (groups: number, privately: number) =>
    privately === 0
      ? `${groups} 个群`
      : groups === 0
        ? `${privately} 人的私聊`
        : `${groups} 个群、${privately} 人的私聊`,
  destinations: (titles: readonly string[], privately: number, people: number) =>
    titles.length === 0
      ? `不发群，单独发给 ${privately} 人。`
      : `发到 ${titles.length} 个群：${listed(titles)}${
          privately === 0 ? '；群里登记在册的' : `；不在这些群里的 ${privately} 人单独发；登记在册的`
        }共 ${people} 人。`,
  /** Whom a correction goes to is settled when it leaves; this is how many it would be now. */
  revises: (how: RevisionKind, reached: number) =>
    how === 'correct'
      ? `发给收到过原通知的 ${reached} 处，能改原文的直接改；还没发到的按新的发。`
      : `发给收到过原通知的 ${reached} 处，能改原文的直接改；还没发到的不再发。`,
  original: (text: string) => `会看到的原文：\n${frame(text)}`,
  /** Only where it will not be read as it stands: pieces, a list for buttons, files of their own. */
  channels: (channels: readonly ChannelPreview[], text: string) => {
    const different = channels.filter(
      ({ messages, buttons }) => buttons || messages.length !== 1 || messages[0] !== text,
    )
    return different
      .map(({ platform, kind, messages, buttons }) => {
        const place = `${nameOfPlatform(platform)}${kind === 'group' ? '群' : '私聊'}`
        const parts = messages.length > 1 ? `分 ${messages.length} 条` : '一条'
        const shown =
          messages.length === 1 && messages[0] === text ? '' : `：\n${messages.map(frame).join('\n')}`
        return `${place}里是${parts}${buttons ? '，带按钮' : ''}${shown === '' ? '。' : shown}`
      })
      .join('\n')
  },
  files: (names: readonly string[]) => (names.length === 0 ? '' : `附件：${names.join('、')}。`),
  leaves: (when: string | undefined, waits: boolean, because: string | undefined) =>
    [
      when === undefined
        ? ''
        : waits
          ? `那时是休息时间，不打扰大家，${when} 再发。急的话说“紧急，因为……”。`
          : `${when} 发出。`,
      because === undefined ? '' : mailingTexts.urgent(because),
    ].join(''),
  urgent: (because: string) => `紧急，不等到上班：${because}。`,
  /** All that stands between a draft and a yes, for whoever prepares it. `when`: 周一 08:00. */
  preview: (preview: MailingPreview, when: string | undefined) =>
    [
      mailingTexts.original(preview.text),
      mailingTexts.channels(preview.channels, preview.text),
      mailingTexts.files(preview.files),
      mailingTexts.headCount(preview),
      mailingTexts.leaves(when, preview.waits, preview.because),
      mailingTexts.findings(preview.findings),
    ]
      .filter((line) => line !== '')
      .join('\n'),
  confirmation: (number: string) => `编号 ${number}。`,

  askApproval: (
    noun: string,
    m: {
      number: number
      by: string
      text: string
      groups: string
      findings: string
      confirmation: string
      when?: string
    },
  ) =>
    [
      `${noun}${m.number} 请您审批，起草人：${m.by}。`,
      mailingTexts.original(m.text),
      m.groups,
      m.findings,
      `同意后${m.when === undefined ? '立即' : ` ${m.when} `}发出；不同意就不发。编号 ${m.confirmation}，也可以回“确认发送 ${m.confirmation}”。`,
    ].join('\n'),
  approvalUnclear: (noun: string, number: number, confirmation: string) =>
    `${noun}${number}（编号 ${confirmation}）还等您一句话：同意发出，还是不同意？`,
  askReturn: (noun: string, number: number, reason: string) =>
    `把${noun}${number}退回起草人，理由写“${reason}”，对吗？`,
  approvalPutOff: (noun: string, number: number, confirmation: string) =>
    `${noun}${number} 还没有审批，先放着，没有发出。要办时回“确认发送 ${confirmation}”。`,
  notYours: (noun: string) => `${noun}要由审核员审批，您这里没有这个权限。需要的话请联系工商联工作人员。`,
  ownWork: (noun: string, number: number) =>
    `${noun}${number} 是您起草的，要由另一位审核员同意，您自己确认不算数。审核员那边已经收到，有结果马上告诉您。`,
  approvalChoices: [
    { id: 'yes', label: '同意发出' },
    { id: 'no', label: '不同意' },
  ] as readonly Choice[],
  returnChoices: [
    { id: 'yes', label: '退回' },
    { id: 'no', label: '先不退' },
  ] as readonly Choice[],
  nothingWaits: (confirmation: string) => `没有等着确认的编号 ${confirmation}，可能已经办过了。`,
  alreadyDecided: (noun: string, number: number, how: string) =>
    `${noun}${number} 已经${how}，不用再处理。刚才那句话如果是说别的事，请再发一遍。`,

  submitted: (noun: string, number: number, reviewers: number) =>
    `${noun}${number} 已提交，请了 ${reviewers} 位审核员，一位同意就发出。有结果马上告诉您。`,
  nobodyToAsk: (noun: string, number: number) =>
    `${noun}${number} 已存好，但眼下联系不上任何一位审核员（账号没有绑定，或者只有您自己是审核员）。请先请审核员绑定账号，再由他回编号确认。`,
  leaving: (noun: string, number: number, places: string) =>
    `${noun}${number} 开始发送，共 ${places}。发完告诉您；要停就说“停止${noun}${number}”。`,
  leavesLater: (noun: string, number: number, places: string, when: string) =>
    `${noun}${number} 定在 ${when} 发出，共 ${places}。要停就说“停止${noun}${number}”。`,
  approvedBy: (noun: string, number: number, who: string, when: string | undefined) =>
    `${noun}${number} 已由${who}同意，${when === undefined ? '开始发送' : `${when} 发出`}。`,
  refusedBy: (noun: string, number: number, who: string, reason: string | undefined) =>
    `${noun}${number} 没有通过，没有发出。审核人：${who}${reason === undefined ? '' : `；理由：${reason}`}。改好后可以重新提交。`,
  youRefused: (noun: string, number: number) => `好的，${noun}${number} 不发，已经告诉起草人。`,
  tooLate: (noun: string, number: number, how: string) =>
    `${noun}${number} 在您之前已经${how}，以先回的为准。`,

  state: {
    awaitingApproval: '等审核员同意',
    scheduled: '定了时间，还没发',
    sending: '正在发送',
    paused: '暂停了',
    sent: '发完了',
    refused: '没有通过审核',
    stopped: '中途停止了',
    withdrawn: '撤下了',
  },
  counts: (tally: Tally) =>
    [
      `送达 ${tally.sent}`,
      ...(tally.waiting + tally.sending > 0 ? [`还没发 ${tally.waiting + tally.sending}`] : []),
      ...(tally.failed > 0 ? [`失败 ${tally.failed}`] : []),
      ...(tally.uncertain > 0 ? [`是否送达不明 ${tally.uncertain}`] : []),
      ...(tally.cancelled > 0 ? [`停发 ${tally.cancelled}`] : []),
    ].join('，'),
  troubles: ({ letters, failed, uncertain }: Troubles) => {
    const name = (state: string, all: number, heading: string) => {
      const some = letters.filter((letter) => letter.state === state)
      const each = some.map(({ title, failure }) =>
        failure === undefined ? title : `${title}（${failure}）`,
      )
      const more = all > some.length ? `等 ${all} 处` : ''
      return some.length === 0 ? '' : `\n${heading}：${each.join('；')}${more}`
    }
    return (
      name('failed', failed, '没有送到') +
      name('uncertain', uncertain, '不知道到没到，请看一眼或问一声，系统不会自己重发')
    )
  },
  settled: (noun: string, number: number, places: string, counts: string, troubles: string) =>
    `${noun}${number} 发完了，共 ${places}：${counts}。${troubles}`,
  stopSettled: (noun: string, number: number, counts: string, troubles: string) =>
    `${noun}${number} 已停下：${counts}。${troubles}`,
  progress: (
    noun: string,
    number: number,
    title: string,
    state: string,
    counts: string,
    troubles: string,
    when?: string,
  ) =>
    `${noun}${number}“${title}”${state}${when === undefined ? '' : `，${when} 发出`}。${counts === '' ? '' : `${counts}。`}${troubles}`,
  paused: (noun: string, number: number, counts: string) =>
    `${noun}${number} 已暂停：${counts}。接着发就说“继续发${noun}${number}”，不发了就说“停止${noun}${number}”。`,
  pausedBy: (noun: string, number: number, who: string) => `${noun}${number} 已由${who}暂停。`,
  notPausable: (noun: string, number: number, state: string) =>
    `${noun}${number} ${state}，没有在发的可以暂停。`,
  askResume: (noun: string, number: number, title: string, counts: string) =>
    `${noun}${number}“${title}”现在：${counts}。没发的接着发吗？`,
  resumeChoices: [
    { id: 'yes', label: '继续发' },
    { id: 'no', label: '先不发' },
  ] as readonly Choice[],
  resumed: (noun: string, number: number) => `${noun}${number} 接着发了，发完告诉您。`,
  resumedForLater: (noun: string, number: number, when: string) =>
    `${noun}${number} 已恢复，静默时段里不打扰人，${when}接着发。`,
  resumedBy: (noun: string, number: number, who: string) => `${noun}${number} 已由${who}恢复发送。`,
  notPaused: (noun: string, number: number, state: string) =>
    `${noun}${number} ${state}，没有暂停，不用继续。`,
  staysPaused: (noun: string, number: number) => `好的，${noun}${number} 还是暂停着，没有再发。`,
  keptBack: (noun: string, number: number, why: string) => `${noun}${number} 到时候没有发出：${why}`,
  noSuch: (noun: string, number: number | undefined) =>
    number === undefined ? `还没有提交过${noun}。` : `没有找到${noun}${number}，请核对一下编号。`,

  askStop: (noun: string, number: number, title: string, counts: string) =>
    `要停下${noun}${number}“${title}”吗？${counts === '' ? '它还没有发出。' : `现在：${counts}。`}已经发出的收不回来，没发的不再发。`,
  stopChoices: [
    { id: 'yes', label: '停发' },
    { id: 'no', label: '不停' },
  ] as readonly Choice[],
  notStoppable: (noun: string, number: number, state: string) =>
    `${noun}${number} ${state}，没有可以停的了。`,
  keptGoing: (noun: string, number: number) => `好的，${noun}${number} 不停，照常发。`,
  withdrawn: (noun: string, number: number) => `${noun}${number} 已撤下，一处也没有发。`,
  nowStopped: (noun: string, number: number, counts: string) => `${noun}${number} 已停：${counts}。`,
  stoppedBy: (noun: string, number: number, who: string) => `${noun}${number} 已由${who}停下。`,
  mayNotStop: (noun: string) => `停发${noun}要由工作人员或审核员来做。`,
  mayNotAsk: (noun: string) => `${noun}的发送情况只有工作人员能看。`,
}
