import { dayOf } from '../../../kernel/clock.ts'
import { capitalFen, spokenFen } from '../../../kernel/money.ts'
import { spokenQuantity } from '../../../kernel/quantity.ts'
import type { Drive } from '../drive.ts'
import { type Gift, type Given, shownName } from '../gifts/gift.ts'
import { spokenConsent, spokenGiven, spokenWorth } from '../gifts/spoken-given.ts'

const HAN = '〇一二三四五六七八九'

/** 二〇二六年十一月二十二日 */
function hanDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const small = (number: number): string => {
    const ten = Math.floor(number / 10)
    const tens = ten === 0 ? '' : ten === 1 ? '十' : `${HAN[ten]}十`
    return `${tens}${number % 10 === 0 ? '' : HAN[number % 10]}`
  }
  return `${[...year].map((digit) => HAN[Number(digit)]).join('')}年${small(Number(month))}月${small(Number(date))}日`
}

const shortDay = (day: string) => {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

/** 人民币伍万元整（¥50,000.00）; goods as they were given, worth nothing that nobody valued. */
function certified(given: Given): string {
  if (given.kind === 'money') return `人民币${capitalFen(given.fen)}（${spokenFen(given.fen)}）`
  const worth =
    given.fen === undefined || given.valuedBy === undefined
      ? ''
      : `（${spokenWorth(given.valuedBy, `人民币${capitalFen(given.fen)}`)}）`
  return `${given.item} ${spokenQuantity(given.quantity)} ${given.unit}${worth}`
}

export const thanksTexts = {
  title: () => '致谢证书',
  /** As the donor agreed to be named; who did not is thanked without a name. */
  to: (gift: Gift, directory: Parameters<typeof shownName>[1]) =>
    shownName(gift, directory) ?? (gift.donor.kind === 'company' ? '爱心企业' : '爱心人士'),
  body: (gift: Gift, drive: Drive) => {
    const { charity = '', title = '', use = '' } = drive.fields
    return `感谢您为“${title}”捐赠${certified(gift.given)}，${charity}已于${hanDay(gift.bookedOn)}入账，用于${use.replace(/[。.]$/u, '')}。谨此致谢。`
  },
  number: (gift: Gift) => `到账${gift.number}（不作票据）`,
  day: (at: Date) => hanDay(dayOf(at)),
  fileName: (gift: Gift) => `致谢证书-到账${gift.number}.png`,
  letter: (gift: Gift, drive: Drive, hasPicture: boolean) => {
    const { charity = '', title = '' } = drive.fields
    return [
      `您捐给募捐${drive.number}“${title}”的${spokenGiven(gift.given)}，${charity}已在${shortDay(gift.bookedOn)}入账（到账${gift.number}）。谢谢您。`,
      ...(hasPicture ? ['证书见图，只作致谢，不作票据。'] : []),
      gift.receipt === undefined
        ? `捐赠票据由${charity}开具，开好后请向它领取。`
        : `捐赠票据号：${gift.receipt}，由${charity}开具。`,
      `公示时${spokenConsent(gift.consent, gift.donor)}，要改就说“到账${gift.number} 匿名”这样。`,
    ].join('\n')
  },
  notDrawn: (count: number) => `有 ${count} 份致谢证书没有画成，已改发文字感谢。`,
}
