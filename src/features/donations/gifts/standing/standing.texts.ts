import { spokenFen } from '../../../../kernel/money.ts'
import { spokenQuantity } from '../../../../kernel/quantity.ts'
import { TOLD_ASIDE } from '../../../../kernel/told-aside.ts'
import type { Gift, Pledge } from '../gift.ts'
import { spokenConsent, spokenGiven } from '../spoken-given.ts'
import type { Column, Difference, Reconciled } from './reconcile.ts'

const MOST_LINES = 15

const columnLine = (name: string, { count, fen, moneyFen, goods }: Column) =>
  `${name} ${count} 笔：${[
    ...(moneyFen > 0 || goods.length === 0 ? [spokenFen(moneyFen)] : []),
    ...goods.map(({ item, unit, quantity }) => `${item} ${spokenQuantity(quantity)} ${unit}`),
  ].join('，')}${fen > moneyFen ? `（估值 ${spokenFen(fen - moneyFen)}，款物合计 ${spokenFen(fen)}）` : ''}`

/** Of one kind, each with its entry's words; many are counted. */
function group(heading: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, MOST_LINES)
  return [
    `${heading}（${lines.length}）：`,
    ...shown.map((line) => `· ${line}`),
    ...(lines.length > shown.length ? [`……还有 ${lines.length - shown.length} 条`] : []),
  ]
}

export const standingTexts = {
  notForYou: () => '对账由工作人员和审核员来看，里面有捐赠人的名字。',
  onlyInPrivate: () => `对账里有捐赠人的名字，${TOLD_ASIDE}。`,
  which: (titles: readonly string[]) =>
    titles.length === 0
      ? '还没有发出过的募捐，没有账可对。'
      : `对哪一个募捐的账？说“对账 募捐3”这样：\n${titles.join('\n')}`,
  noSuch: (number: number) => `募捐${number} 没有发出过，没有账可对。`,
  reconciled: (
    title: string,
    { pledged, booked, used, differences }: Reconciled,
    pledges: ReadonlyMap<number, Pledge>,
    gifts: ReadonlyMap<number, Gift>,
    at: string,
  ) => {
    const pledge = (number: number) => {
      const one = pledges.get(number)
      return one === undefined ? `认捐${number}` : `认捐${number} ${one.donor.name} ${spokenGiven(one.given)}`
    }
    const gift = (number: number) => {
      const one = gifts.get(number)
      return one === undefined ? `到账${number}` : `到账${number} ${one.donor.name} ${spokenGiven(one.given)}`
    }
    const of = <K extends Difference['kind']>(kind: K) =>
      differences.filter((one): one is Extract<Difference, { kind: K }> => one.kind === kind)
    const open = [
      ...group(
        '认捐了还没有到账',
        of('notArrived').map((one) => pledge(one.pledge)),
      ),
      ...group(
        '比认捐少',
        of('arrivedLess').map((one) => `${pledge(one.pledge)}，差 ${spokenGiven(one.given)}`),
      ),
      ...group(
        '比认捐多',
        of('arrivedMore').map((one) => `${pledge(one.pledge)}，多 ${spokenGiven(one.given)}`),
      ),
      ...group(
        '到账没有对应认捐',
        of('withoutPledge').map((one) => gift(one.gift)),
      ),
      ...group(
        '认捐撤回了又到账',
        of('pledgeWithdrawn').map((one) => `${gift(one.gift)}，认捐${one.pledge}`),
      ),
      ...group(
        '还没有票据号',
        of('withoutReceipt').map((one) => gift(one.gift)),
      ),
      ...group(
        '使用比到账多，请核对',
        of('usedMore').map((one) => spokenGiven(one.given)),
      ),
      ...group(
        '到账还没有使用',
        of('unused').map((one) => spokenGiven(one.given)),
      ),
    ]
    return [
      `${title} 对账，截至 ${at}`,
      columnLine('认捐', pledged),
      columnLine('到账', booked),
      columnLine('使用', used),
      ...(open.length === 0 ? ['三项对得上，没有差额。'] : open),
    ].join('\n')
  },

  mineInGroup: () => `您的认捐和到账${TOLD_ASIDE}。`,
  nothingOfYours: () =>
    '没有查到您的认捐或到账。如果刚交给慈善组织，等它入账、工作人员登记后我会告诉您；想核对，可以问慈善组织或工商联工作人员。',
  mine: (
    pledges: readonly { readonly pledge: Pledge; readonly title: string; readonly gifts: readonly Gift[] }[],
    others: readonly { readonly gift: Gift; readonly title: string }[],
  ) =>
    [
      '您的认捐和到账：',
      ...pledges.map(({ pledge, title, gifts }) =>
        [
          `认捐${pledge.number}，${title}，${spokenGiven(pledge.given)}，公示时${spokenConsent(pledge.consent, pledge.donor)}：`,
          pledge.state === 'withdrawn'
            ? '已撤回'
            : gifts.length === 0
              ? '还没有入账'
              : gifts.map(arrived).join('；'),
        ].join(''),
      ),
      ...others.map(
        ({ gift, title }) => `${title}，${arrived(gift)}，公示时${spokenConsent(gift.consent, gift.donor)}`,
      ),
      `要改署名，说“${pledges[0] === undefined ? `到账${others[0]?.gift.number}` : `认捐${pledges[0].pledge.number}`} 匿名”这样；还没入账的可以说“撤回认捐”。`,
    ].join('\n'),
}

const arrived = ({ number, given, bookedOn, receipt }: Gift) =>
  `到账${number}，${spokenGiven(given)}，${bookedOn} 入账，${receipt === undefined ? '票据还没有开' : `票据 ${receipt}`}`
