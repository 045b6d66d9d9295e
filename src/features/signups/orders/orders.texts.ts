import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Chain, Entry, Tally } from '../chain.ts'
import { signupsTexts } from '../signups.texts.ts'

const limit = (heads: number | undefined) => (heads === undefined || heads === 0 ? '不限' : `${heads} 人`)

export const orderTexts = {
  notForYou: () => '开接龙由工作人员和商会秘书来做。您想组织活动，可以告诉我，我登记下来转给他们。',
  askText: () =>
    '接龙报什么名？写一句给大家看的，比如“周五下午参观学习报名（限40人，每家不超2人，截止周四17:00）”。',
  askGroup: (titles: readonly string[]) => `发到哪个群？${titles.join('、')}。`,
  noGroup: () => '名册里还没有可以发的群。请先把群登记进名册，或者直接在群里@我开接龙。',
  notYourGroup: () => '秘书只能在本商会的群里开接龙。',
  /** What the group reads. */
  post: (text: string) => `#接龙 ${text}\n来的请回“报名”，几个人一起就“报名 2人”，也可以照接龙的样子往下接。`,
  preview: (
    group: string,
    post: string,
    places: number | undefined,
    perCompany: number | undefined,
    until: string | undefined,
  ) =>
    [
      `要发到${group}，原文是：`,
      post,
      `——`,
      `总人数${places === undefined ? '不限' : `限 ${places} 人`}，每家${perCompany === undefined ? '不限' : `不超过 ${perCompany} 人`}，${until === undefined ? '没有截止时间，说“关闭接龙”才停' : `${until}自动截止`}。满了的排候补，有空位我私信通知。要改就把新的一句发给我。`,
    ].join('\n'),
  openChoices: (): readonly Choice[] => [
    { id: 'yes', label: '确认发到群里' },
    { id: 'no', label: '不发' },
  ],
  opened: (chain: Chain, group: string) =>
    `${signupsTexts.called(chain)}发到${group}了，有人报我都记着。看名单说“接龙${chain.number} 名单”。`,
  openLeft: () => '好的，没有发。',
  openIdle: () => '接龙一直没有确认，没有发。要开再说“开个接龙”。',
  goneGroup: () => '这个群不在名册里了，没有发。',
  closePreview: (chain: Chain, sum: Tally) =>
    `${signupsTexts.called(chain)}现在${signupsTexts.tally(sum)}。截止以后不再记，群里说一句：\n${orderTexts.closedInGroup(chain, sum)}`,
  closedInGroup: (chain: Chain, sum: Tally) => `“${chain.title}”报名截止，一共 ${sum.seated} 人，谢谢大家。`,
  reopenPreview: (chain: Chain) =>
    `${signupsTexts.called(chain)}重新打开，群里往下接的又会记。没有截止时间，要停说“关闭接龙${chain.number}”。`,
  limitsPreview: (chain: Chain, places: number | undefined, perCompany: number | undefined, sum: Tally) => {
    const changes = [
      ...(places === chain.places ? [] : [`总人数 ${limit(chain.places)} → ${limit(places)}`]),
      ...(perCompany === chain.perCompany ? [] : [`每家 ${limit(chain.perCompany)} → ${limit(perCompany)}`]),
    ]
    const waiting = sum.waiting === 0 ? '' : `候补的 ${sum.waiting} 人里排得上的会收到私信。`
    return `${signupsTexts.called(chain)}：${changes.length === 0 ? '名额不变' : changes.join('，')}。已报上的 ${sum.seated} 人都不动。${waiting}`
  },
  settlePreview: (
    chain: Chain,
    { n, shown, heads }: Entry,
    how: 'in' | 'out' | undefined,
    now: number,
    who: string | undefined,
  ) => {
    const what =
      how === 'out'
        ? '去掉，不算'
        : who !== undefined
          ? `记为${who}`
          : now === heads
            ? `算，${now} 人`
            : `从 ${heads} 人改成 ${now} 人`
    return `${signupsTexts.called(chain)}第${n}条“${shown}”：${what}。`
  },
  noEntry: (chain: Chain, n: number) =>
    `${signupsTexts.called(chain)}里没有第${n}条。看名单说“接龙${chain.number} 名单”，每条前面有号。`,
  nobody: (who: string) => `名册里没有对得上“${who}”的人。请说全名，同名的带上企业。`,
  several: (who: string) => `对得上“${who}”的不止一位，请带上企业再说一遍。`,
  twice: (who: string, n: number) => `${who}已经在第${n}条了，请先把重的那条去掉。`,
  isClosed: (chain: Chain) => `${signupsTexts.called(chain)}早已截止。`,
  isOpen: (chain: Chain) => `${signupsTexts.called(chain)}还开着，不用重新打开。`,
  changeChoices: (): readonly Choice[] => [
    { id: 'yes', label: '确认' },
    { id: 'no', label: '不改' },
  ],
  changed: (chain: Chain, sum: Tally) =>
    `好的，${signupsTexts.called(chain)}：${signupsTexts.tally(sum)}${chain.state === 'closed' ? '，已截止' : ''}。`,
  changeLeft: () => '好的，没有改。',
}
