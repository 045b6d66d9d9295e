/** The question for each missing thing. One line each, never a form. */
import type { Missing } from './missing.ts'

export const missingTexts: Readonly<Record<Missing, string>> = {
  bankBranch: '是哪家银行的哪个支行',
  accountManager: '银行那边是谁在办，客户经理姓什么',
  dueDate: '哪天到期',
  jobs: '缺什么工种，大概多少人',
  parcel: '是哪块地、哪处厂房，在什么位置',
  stuckAt: '现在卡在哪个单位、哪一步',
  officialPaper: '有没有收到书面通知，方便的话拍一张',
  place: '具体在什么位置',
  extent: '是只有您一家，还是一片都这样',
  since: '从什么时候开始的',
  taxOffice: '是哪个税务所或办税厅',
  taxPeriod: '是哪一年、哪一期的税',
  permit: '办的是哪个证',
  debtor: '是哪个单位欠的',
  amount: '大概多少钱',
  contract: '有没有合同、验收或对账的单据',
  otherParty: '对方是谁',
  policyDocument: '是哪份文件或公示，有文号更好',
  vehicles: '什么车、多宽多重，什么时段走',
  inspector: '是哪个单位来的',
  inspections: '近来查了几次，都查什么',
  right: '是哪项专利或商标，有号码更好',
  goodsAndPort: '什么货，在哪个口岸',
  talentNeed: '需要什么样的人，或孩子上几年级',
  details: '请再说具体一点：出了什么事，想让哪方面帮忙',
}

/** All that is still missing as one message, beside the read-back. */
export function askForMissing(items: readonly Missing[]): string {
  const [only] = items
  if (only === undefined) return ''
  if (items.length === 1) return `还想问一句：${missingTexts[only]}？不清楚可以直接说“不清楚”。`
  const lines = items.map((item, place) => `${place + 1}. ${missingTexts[item]}`)
  return `还想补问${items.length === 2 ? '两' : '三'}句，知道多少说多少：\n${lines.join('\n')}\n不清楚可以直接说“不清楚”。`
}
