import type { Gift } from '../gift.ts'
import { spokenGiven } from '../spoken-given.ts'

/** What is wrong with one line of the charity's entries, for staff. */
export const planTexts = {
  noSuchPledge: (number: number) => `这个募捐里没有认捐${number}`,
  otherDonor: (number: number) => `认捐${number} 不是这位捐赠人的`,
  noDonor: () => '没有写捐赠人，匿名的请写“匿名”',
  sameReceiptTwice: (receipt: string, row: number) => `票据号 ${receipt} 和第 ${row} 行重复`,
  otherUnderReceipt: (receipt: string, gift: Gift) =>
    `票据号 ${receipt} 已经登记为到账${gift.number}（${spokenGiven(gift.given)}），和这行不一样；要改请先冲销那一笔`,
  wasReversed: (number: number) =>
    `这笔登记过、后来冲销了（到账${number}），没有再登记；确实到账的，请用话单独登记并写上票据号`,
  useWasReversed: (number: number) =>
    `这笔登记过、后来冲销了（使用${number}），没有再登记；确实要登记的，请用话单独登记`,
  noAmount: () => '没有写金额或物资数量',
  wrongAmount: (words: string) => `金额“${words}”看不准`,
  wrongQuantity: (words: string) => `数量“${words}”看不准`,
  noUnit: () => '物资没有写计量单位',
  bothKinds: () => '一行里既有金额又有物资，请分成两行（物资的价值写在“价值”一栏）',
  noValuer: () => '物资写了价值，没有写谁估的价',
  wrongDay: (words: string) => `日期“${words}”不对，或者还没到`,
  noDay: () => '没有写日期',
  namesSomebody: (words: string) => `“${words}”像是个人，公示里不写个人姓名，请写地方或单位`,
  noTo: () => '没有写给了谁',
  wrongConsent: (words: string) => `署名意愿“${words}”没看懂，请写“署名”“企业名”或“匿名”`,
}
