import { spokenFen, sumFen } from '../../../kernel/money.ts'
import { spokenQuantity } from '../../../kernel/quantity.ts'
import type { Standing } from '../../../kernel/standing.ts'
import { spokenGiven } from '../gifts/spoken-given.ts'
import type { Column, Difference } from '../gifts/standing/reconcile.ts'
import type { DriveAsked, DriveTold } from './asked.ts'

const titleOf = ({ drive }: DriveTold) => `募捐${drive.number}“${drive.fields.title ?? ''}”`

/** 12 笔 356,000.00 元，另有 矿泉水 200 箱 */
const columnOf = ({ count, moneyFen, goods }: Column) =>
  count === 0
    ? '0 笔'
    : `${count} 笔 ${[
        ...(moneyFen > 0 || goods.length === 0 ? [spokenFen(moneyFen)] : []),
        ...goods.map(({ item, unit, quantity }) => `${item} ${spokenQuantity(quantity)} ${unit}`),
      ].join('，')}`

/** What is booked and not yet handed on is expected: it stands apart from what does not meet. */
const isOff = ({ kind }: Difference) => kind !== 'unused'

function differenceLine(one: Difference): string {
  switch (one.kind) {
    case 'notArrived':
      return `认捐${one.pledge} 还没有到账`
    case 'arrivedLess':
      return `认捐${one.pledge} 到账比认捐少 ${spokenGiven(one.given)}`
    case 'arrivedMore':
      return `认捐${one.pledge} 到账比认捐多 ${spokenGiven(one.given)}`
    case 'withoutPledge':
      return `到账${one.gift} 没有对应的认捐`
    case 'pledgeWithdrawn':
      return `到账${one.gift} 对应的认捐${one.pledge} 已撤回`
    case 'withoutReceipt':
      return `到账${one.gift} 还没有票据号`
    case 'usedMore':
      return `使用比到账多 ${spokenGiven(one.given)}`
    case 'unused':
      return `到账还没有使用 ${spokenGiven(one.given)}`
  }
}

const PARTS = { pledged: '认捐', booked: '到账', used: '已使用' } as const
const DEFINITION = '认捐以本人所说为准，到账以慈善组织入账为准；捐赠人姓名不在这里显示'

function sums({ found }: DriveTold): string {
  return `认捐 ${columnOf(found.pledged)}；到账 ${columnOf(found.booked)}；已使用 ${columnOf(found.used)}`
}

const tableOf = (told: readonly DriveTold[]): NonNullable<Standing['table']> => ({
  heading: [
    '募捐',
    '名称',
    '认捐笔数',
    '认捐款（元）',
    '到账笔数',
    '到账款（元）',
    '使用款（元）',
    '对不上的',
  ],
  rows: told.map(({ drive, found }) => [
    `募捐${drive.number}`,
    drive.fields.title ?? '',
    found.pledged.count,
    found.pledged.moneyFen / 100,
    found.booked.count,
    found.booked.moneyFen / 100,
    found.used.moneyFen / 100,
    found.differences.filter(isOff).length,
  ]),
})

export const toldTexts = {
  one(told: DriveTold, of: DriveAsked['of']): Standing {
    const { found } = told
    const off = found.differences.filter(isOff)
    const offWords = off.length === 0 ? '认捐和到账对得上' : `有 ${off.length} 处对不上`
    const head =
      of === 'standing'
        ? `${titleOf(told)}${sums(told)}；${offWords}。`
        : of === 'differences'
          ? `${titleOf(told)}${off.length === 0 ? '没有对不上的' : `有 ${off.length} 处对不上`}：认捐 ${columnOf(found.pledged)}，到账 ${columnOf(found.booked)}。`
          : `${titleOf(told)}${PARTS[of]} ${columnOf(found[of])}。`
    const shown = of === 'standing' || of === 'differences' ? found.differences : []
    return {
      head,
      lines: shown.map(differenceLine),
      definition: DEFINITION,
      aloud: `${told.drive.fields.title ?? '这次募捐'}，到账${found.booked.count}笔${spoken(found.booked.moneyFen)}，认捐${found.pledged.count}笔${spoken(found.pledged.moneyFen)}，${offWords}。`,
      chart: {
        points: ['认捐', '到账', '已使用'],
        values: [found.pledged, found.booked, found.used].map(({ moneyFen }) => moneyFen / 100),
        label: `${told.drive.fields.title ?? ''}（元）`,
      },
      table: tableOf([told]),
    }
  },

  all(told: readonly DriveTold[], of: DriveAsked['of']): Standing {
    const part = of === 'pledged' || of === 'used' ? of : 'booked'
    const fen = sumFen(told.map(({ found }) => found[part].moneyFen))
    const count = told.reduce((sum, { found }) => sum + found[part].count, 0)
    const off = told.reduce((sum, { found }) => sum + found.differences.filter(isOff).length, 0)
    const words = `一共 ${told.length} 次募捐，${PARTS[part]} ${count} 笔 ${spokenFen(fen)}，${off === 0 ? '都对得上' : `${off} 处对不上`}。`
    return {
      head: words,
      lines: told.map(
        (one) =>
          `${titleOf(one)} ${PARTS[part]} ${columnOf(one.found[part])}${one.found.differences.some(isOff) ? `，${one.found.differences.filter(isOff).length} 处对不上` : ''}`,
      ),
      definition: DEFINITION,
      aloud: `一共${told.length}次募捐，${PARTS[part]}${count}笔${spoken(fen)}，${off === 0 ? '都对得上' : `${off}处对不上`}。`,
      table: tableOf(told),
    }
  },
}

/** 35.6万元 for the ear; to the yuan below ten thousand. */
function spoken(fen: number): string {
  const yuan = fen / 100
  return yuan >= 10_000 ? `${Math.round(yuan / 1000) / 10}万元` : `${Math.round(yuan)}元`
}
