import type { Choice } from '../../../../kernel/letter-draft.ts'
import { spokenFen, sumFen } from '../../../../kernel/money.ts'
import type { Drive } from '../../drive.ts'
import { fenOf, type Gift, type GiftUse, type Given, type Pledge } from '../gift.ts'
import { spokenConsent, spokenGiven } from '../spoken-given.ts'
import type { WrongRow } from './entry.ts'
import type { BookingPlan, PlannedGift } from './plan-bookings.ts'

/** Beyond this a list in a chat is no longer read. */
const MOST_LINES = 20

const titleOf = ({ number, fields: { title = '' } }: Drive) =>
  `募捐${number}${title === '' ? '' : `“${title}”`}`
const shortDay = (day: string) => {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}
const cut = (lines: readonly string[]) =>
  lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, MOST_LINES), `……还有 ${lines.length - MOST_LINES} 行`]
const total = (given: readonly Given[]) => {
  const money = given.filter(({ kind }) => kind === 'money')
  const goods = given.length - money.length
  return [
    ...(money.length > 0
      ? [`钱款 ${money.length} 笔，${spokenFen(sumFen(money.map((one) => fenOf({ given: one }))))}`]
      : []),
    ...(goods > 0 ? [`物资 ${goods} 笔`] : []),
  ].join('；')
}

const plannedLine = ({ row, donor, given, bookedOn, receipt, pledge, candidates, consent }: PlannedGift) =>
  [
    `${row}. ${donor.name}，${spokenGiven(given)}，${shortDay(bookedOn)}入账`,
    receipt === undefined ? '还没有票据号' : `票据 ${receipt}`,
    ...(pledge === undefined ? [] : [`对应认捐${pledge.number}`]),
    ...(candidates.length > 0
      ? [`可能对应${candidates.map(({ number }) => `认捐${number}`).join('、')}，先不对应`]
      : []),
    `公示时${spokenConsent(consent, donor)}`,
  ].join('，')

const wrongLines = (wrong: readonly WrongRow[]) =>
  cut(wrong.toSorted((one, other) => one.row - other.row).map(({ row, reason }) => `第 ${row} 行：${reason}`))

export const bookingTexts = {
  notForYou: () => '到账和使用由工作人员按慈善组织的入账登记，您这里没有这个权限。',
  onlyInPrivate: () => '到账和使用里有捐赠人的名字，请在私聊里登记。',
  whichDrive: (drives: readonly Drive[]) =>
    drives.length === 0
      ? '还没有发出过的募捐，登记不了。'
      : ['登记到哪个募捐？请写“募捐”加编号：', ...drives.map((drive) => titleOf(drive))].join('\n'),
  noSuchDrive: (number: number) => `募捐${number} 没有发出过，登记不了。`,
  whatArrived: () =>
    '谁捐的、多少、哪天入账、票据号是多少？一行一笔，例如：\n天禾农机 5万元 11月20日 票据0012345',
  unclear: (words: string) => `“${words}”拿不准是多少，请写一个准数，例如“5万元”“矿泉水200箱”。`,
  whoGave: () => '是谁捐的？匿名的请写“匿名”。',
  whoValued: () => '这批物资的价值是谁估的？例如“按发票价”“慈善总会估的”。',
  wrongDay: (words: string) => `“${words}”这一天还没到，或者没有这一天。哪天入账的？`,
  whichPledge: (entry: PlannedGift) =>
    [
      `${entry.donor.name}有几笔认捐，这笔 ${spokenGiven(entry.given)} 对应哪一笔？回序号，都不对应就回“不对应”：`,
      ...entry.candidates.map((pledge, n) => `${n + 1}. 认捐${pledge.number}，${spokenGiven(pledge.given)}`),
    ].join('\n'),
  nothingNew: ({ known, wrong }: BookingPlan) =>
    [
      known.length > 0 ? `这 ${known.length} 笔之前都登记过了，没有新的。` : '没有可以登记的。',
      ...wrongLines(wrong),
    ].join('\n'),
  preview: (drive: Drive, { fresh, known, wrong }: BookingPlan, thanked: number) =>
    [
      `${titleOf(drive)}，登记到账 ${fresh.length} 笔：${total(fresh.map(({ given }) => given))}`,
      ...cut(fresh.map(plannedLine)),
      ...(known.length > 0 ? [`之前登记过、这次跳过：${known.length} 行`] : []),
      ...(wrong.length > 0 ? [`不登记的 ${wrong.length} 行：`, ...wrongLines(wrong)] : []),
      thanked > 0
        ? `登记后给其中 ${thanked} 位联系得上的捐赠人各发一份感谢和证书。登记了不能改，写错了只能冲销。`
        : '登记了不能改，写错了只能冲销。',
    ].join('\n'),
  choices: (): readonly Choice[] => [
    { id: 'yes', label: '登记' },
    { id: 'no', label: '不登记' },
  ],
  booked: (drive: Drive, gifts: readonly Gift[], { known, wrong, fresh }: BookingPlan) => {
    const open = fresh.filter(({ candidates }) => candidates.length > 0).length
    const first = gifts[0]?.number ?? 0
    const last = gifts.at(-1)?.number ?? 0
    return [
      `${titleOf(drive)} 已登记 ${gifts.length} 笔（${first === last ? `到账${first}` : `到账${first} 到 ${last}`}）：${total(gifts.map(({ given }) => given))}。`,
      ...(known.length > 0 ? [`之前登记过的 ${known.length} 行没有重复登记。`] : []),
      ...(wrong.length > 0 ? [`有问题没有登记的 ${wrong.length} 行。`] : []),
      ...(open > 0 ? [`${open} 笔还没有对应认捐，说“到账${first} 对应 认捐31”这样。`] : []),
      `核对三项说“对账 募捐${drive.number}”；写错了说“冲销 到账${last} 原因”。`,
    ].join('\n')
  },
  left: () => '好的，没有登记。',

  whichFile: () =>
    '请把慈善组织的入账表（.xlsx）发到这里。要有捐赠人、金额（或物资、数量、单位）、日期；票据号、署名有就写。',
  noSuchFile: () => '没有收到文件，请再发一次。',
  cannotRead: (reason: string) => `这个文件没法登记：${reason}。`,

  noSuchGift: (what: 'gift' | 'use', number: number) =>
    `没有找到${what === 'gift' ? '到账' : '使用'}${number}，请核对一下编号。`,
  wasReversed: (what: 'gift' | 'use', number: number) =>
    `${what === 'gift' ? '到账' : '使用'}${number} 之前已经冲销了。`,
  whyReverse: () => '为什么冲销？说一句原因，例如“金额写错”“退款”。',
  whatInstead: () => '改成什么？请写对的金额、日期、捐赠人或票据号，例如“金额 3万元”。',
  reversePreview: (gift: Gift, reason: string) =>
    `冲销到账${gift.number}：${gift.donor.name}，${spokenGiven(gift.given)}，${shortDay(gift.bookedOn)}入账。原因：${reason}。\n原来的记录留着，不再计入；公示过的会另出一版。`,
  reverseUsePreview: (use: GiftUse, reason: string) =>
    `冲销使用${use.number}：${spokenGiven(use.given)}，${shortDay(use.usedOn)}，给${use.to}。原因：${reason}。\n原来的记录留着，不再计入；公示过的会另出一版。`,
  anewPreview: (gift: Gift, anew: string) =>
    `更正到账${gift.number}：冲销原来的（${gift.donor.name}，${spokenGiven(gift.given)}，${shortDay(gift.bookedOn)}），另登记一笔：\n${anew}`,
  anewLine: (gift: Pick<Gift, 'donor' | 'given' | 'bookedOn' | 'receipt' | 'consent'>) =>
    `${gift.donor.name}，${spokenGiven(gift.given)}，${shortDay(gift.bookedOn)}入账，${
      gift.receipt === undefined ? '还没有票据号' : `票据 ${gift.receipt}`
    }，公示时${spokenConsent(gift.consent, gift.donor)}`,
  reverseChoices: (anew: boolean): readonly Choice[] => [
    { id: 'yes', label: anew ? '更正' : '冲销' },
    { id: 'no', label: '不动' },
  ],
  anewReason: () => '更正',
  reversed: (what: 'gift' | 'use', number: number) =>
    `${what === 'gift' ? '到账' : '使用'}${number} 已冲销。`,
  corrected: (number: number, fresh: number) => `到账${number} 已冲销，更正后是到账${fresh}。`,
  notReversed: () => '好的，没有动。',

  notePreview: (gift: Gift, receipt: string | null, pledge: Pledge | undefined) =>
    [
      `到账${gift.number}（${gift.donor.name}，${spokenGiven(gift.given)}）：`,
      ...(receipt === null
        ? []
        : [`票据号记为 ${receipt}${gift.receipt === undefined ? '' : `，原来是 ${gift.receipt}`}`]),
      ...(pledge === undefined ? [] : [`对应认捐${pledge.number}（${spokenGiven(pledge.given)}）`]),
    ].join('\n'),
  noteChoices: (): readonly Choice[] => [
    { id: 'yes', label: '记下' },
    { id: 'no', label: '不记' },
  ],
  noted: (number: number) => `到账${number} 已记好。`,
  receiptTaken: (receipt: string, number: number) => `票据号 ${receipt} 已经是到账${number} 的，没有记。`,
  noSuchPledge: (number: number) => `没有找到同一募捐里的认捐${number}。`,
  otherDonor: (number: number) => `认捐${number} 不是同一位捐赠人的，没有对应。`,

  whatUsed: () => '用了多少、给了谁、做什么、哪天？例如：\n使用 募捐3 2万元 给柳溪镇 买水泵 11月20日',
  usePreview: (
    drive: Drive,
    entries: readonly { given: Given; to: string; purpose: string; usedOn: string }[],
    known: number,
    wrong: readonly WrongRow[],
  ) =>
    [
      `${titleOf(drive)}，登记使用 ${entries.length} 笔：`,
      ...cut(
        entries.map(
          (one) =>
            `${spokenGiven(one.given)}，${shortDay(one.usedOn)}，给${one.to}${one.purpose === '' ? '' : `，${one.purpose}`}`,
        ),
      ),
      ...(known > 0 ? [`之前登记过、这次跳过：${known} 行`] : []),
      ...(wrong.length > 0 ? [`不登记的 ${wrong.length} 行：`, ...wrongLines(wrong)] : []),
      '受益人请写地方或单位，不写个人姓名。登记了不能改，写错了只能冲销。',
    ].join('\n'),
  used: (drive: Drive, uses: readonly GiftUse[]) =>
    `${titleOf(drive)} 已登记使用 ${uses.length} 笔（使用${uses
      .map(({ number }) => number)
      .slice(0, 5)
      .join('、')}${uses.length > 5 ? '……' : ''}）：${total(uses.map(({ given }) => given))}。`,
  namesSomebody: (words: string) =>
    `“${words}”像是个人。使用情况要公示，不写个人姓名：给了哪个镇、村或单位，做什么用？`,
  whoGot: () => '给了谁？写地方或单位，例如“给柳溪镇”。',
}
