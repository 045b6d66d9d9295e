/** 涉稳: people gather in anger. Staff are told of it beside the matter, whatever it is about. */
import { listLiveClauses } from './live-clauses.ts'

const gathers =
  /(?:工人|员工|农民工|民工|村民|业主|债主|债权人|要账的|讨薪的|供应商|他们|一帮人|一群人|几十(?:个|号)人)[^，]{0,8}(?:堵|围(?!墙)|闹|拉横幅|静坐|聚|罢工|上访|去县里|去市里|不走)|(?:拉|打)横幅|堵(?:了|着|住)?(?:我家|俺家|厂|公司|政府|工地|大)?的?(?:大)?门|集体(?:上访|罢工|停工)|扬言/

/** The words it went by; undefined where nobody gathers. */
export function findUnrest(text: string): string | undefined {
  return listLiveClauses(text).find((clause) => gathers.test(clause.text))?.text
}
