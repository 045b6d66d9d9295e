import type { Choice } from '../../../../kernel/letter-draft.ts'
import { TOLD_ASIDE } from '../../../../kernel/told-aside.ts'
import type { Drive } from '../../drive.ts'
import type { Consent, Donor, Given, Pledge } from '../gift.ts'
import { spokenConsent, spokenGiven, spokenTwice } from '../spoken-given.ts'

const titleOf = ({ number, fields: { title = '' } }: Drive) =>
  `募捐${number}${title === '' ? '' : `“${title}”`}`

/** What the donor may choose instead of what stands. */
const WAYS: Readonly<Record<Consent, { readonly label: string; readonly said: string }>> = {
  named: { label: '署姓名', said: '署名' },
  company: { label: '署企业名', said: '写公司名' },
  anonymous: { label: '匿名', said: '匿名' },
}

export const pledgingTexts = {
  aside: () => `谢谢您的心意，认捐的事${TOLD_ASIDE}。`,
  whichDrive: (open: readonly Drive[]) =>
    ['您想捐给哪一个？回序号就行：', ...open.map((drive, n) => `${n + 1}. ${titleOf(drive)}`)].join('\n'),
  howMuch: () => '想捐多少钱，或者什么东西、多少？例如“5万元”“矿泉水200箱”。',
  howMuchExactly: (words: string) =>
    `“${words}”拿不准是多少，请说一个准数；钱和物、几样东西请分开说。例如“5万元”“矿泉水200箱”。`,
  whoValued: () => '这个价值是谁估的？例如“按发票价”“慈善总会估的”。没有人估过就说“不写价值”。',
  inWhoseName: (company: string) => `以谁的名义捐？\n1. ${company}\n2. 您个人`,
  whatName: () => '请留个姓名或单位，慈善组织入账时好对上；不想留就回“匿名”。',
  whoGives: () => '是哪家企业或哪位认捐？请写全名。',
  noSuchDrive: (number: number, open: readonly Drive[]) =>
    open.length === 0
      ? `募捐${number} 现在不接受认捐。`
      : `募捐${number} 现在不接受认捐，正在进行的有：${open.map(titleOf).join('、')}。`,
  mayNotForOthers: () => '替别人登记认捐要由工作人员来做。您自己要捐，直接说“我捐……”就行。',
  preview: (drive: Drive, given: Given, donor: Donor, consent: Consent, forOther: boolean) =>
    [
      '请核对这笔认捐：',
      `捐给：${titleOf(drive)}，由${drive.fields.charity ?? ''}接收`,
      `认捐：${spokenTwice(given)}`,
      `${forOther ? '认捐人' : '名义'}：${donor.name}`,
      `公示时：${spokenConsent(consent, donor)}${
        consent === 'anonymous' && donor.kind !== 'minor' ? '（没有同意，名单里不写名字）' : ''
      }`,
      '这里只记下心意，不收款物；怎么交以该组织公布的为准。',
    ].join('\n'),
  choices: (): readonly Choice[] => [
    { id: 'yes', label: '确认认捐' },
    { id: 'no', label: '先不认捐' },
  ],
  ways: (consents: readonly Consent[]): readonly Choice[] =>
    consents.map((consent) => ({ id: consent, label: WAYS[consent].label })),
  saidOfWay: (way: string) => WAYS[way as Consent]?.said ?? way,
  recorded: ({ number, given, donor, consent }: Pledge, drive: Drive) => {
    const { charity = '', accountHolder = '', howToCheck = '' } = drive.fields
    return [
      `认捐${number} 记下了，谢谢。${titleOf(drive)}，${spokenGiven(given)}，公示时${spokenConsent(consent, donor)}。`,
      `请直接交给${charity}，账户名：${accountHolder}，查询方式：${howToCheck}。入账后我告诉您。`,
      `改主意了，说“认捐${number} 改成……”或“撤回认捐${number}”；要改署名，说“认捐${number} 匿名”这样。捐与不捐、捐多捐少，全凭自愿。`,
    ].join('\n')
  },
  recordedForOther: ({ number, given, donor, consent }: Pledge) =>
    `认捐${number} 登记好了：${donor.name}，${spokenGiven(given)}，公示时${spokenConsent(consent, donor)}。`,
  recordedInGroup: (number: number) => `认捐${number} 记下了，谢谢。`,
  changedMeanwhile: () => '刚才核对的内容变了，没有记下。请再说一遍。',
  left: () => '好的，没有认捐。',

  whichPledge: (pledges: readonly Pledge[]) =>
    [
      '要撤回哪一笔？回序号就行：',
      ...pledges.map((one, n) => `${n + 1}. 认捐${one.number}，${spokenGiven(one.given)}`),
    ].join('\n'),
  noPledge: (number: number | null) =>
    number === null ? '您没有可以撤回的认捐。' : `没有找到您的认捐${number}，请核对一下编号。`,
  alreadyWithdrawn: (number: number) => `认捐${number} 之前已经撤回了。`,
  alreadyBooked: (number: number, gift: number) =>
    `认捐${number} 慈善组织已经入账（到账${gift}），不能撤回。账上有误，请联系慈善组织或工商联工作人员。`,
  askWithdraw: ({ number, given, donor }: Pledge, forOther: boolean) =>
    `撤回认捐${number}（${forOther ? `${donor.name}，` : ''}${spokenGiven(given)}），对吗？撤回不用说理由，也没有人会知道。`,
  withdrawChoices: (): readonly Choice[] => [
    { id: 'yes', label: '撤回' },
    { id: 'no', label: '不撤' },
  ],
  withdrawn: (number: number) => `认捐${number} 已撤回。`,
  nothingToChange: () => '您没有可以改的认捐。要认捐，说“我捐……”就行。',
  whichToChange: (pledges: readonly Pledge[]) =>
    [
      '要改哪一笔？回序号就行：',
      ...pledges.map((one, n) => `${n + 1}. 认捐${one.number}，${spokenGiven(one.given)}`),
    ].join('\n'),
  overForChange: (number: number) =>
    `认捐${number} 的募捐已经不再登记认捐，改不了；不捐了可以说“撤回认捐${number}”。`,
  changeUnclear: ({ number, given }: Pledge, words: string) =>
    `认捐${number} 现在是 ${spokenGiven(given)}，“${words.trim()}”拿不准是改成多少。请说一个准数，例如“认捐${number} 改成3万元”。`,
  askChange: ({ number, given, donor }: Pledge, to: Given) =>
    `认捐${number}（${donor.name}）从 ${spokenGiven(given)} 改成 ${spokenTwice(to)}，对吗？`,
  changeChoices: (): readonly Choice[] => [
    { id: 'yes', label: '改' },
    { id: 'no', label: '不改' },
  ],
  changedPledge: (number: number, given: Given) => `认捐${number} 改好了，现在是 ${spokenGiven(given)}。`,
  notChanged: () => '好的，认捐没有改。',
  notWithdrawn: () => '好的，认捐没有动。',
}
