import { appealStateLabels, categoryLabels } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import type { LedgerEntry, LedgerEvent } from '../ledger-entry.ts'
import { ledgerLines } from '../ledger-lines.texts.ts'

export const matterTexts = {
  entry(entry: LedgerEntry, now: Date, directory: Directory, calendar?: Calendar): string {
    const unit = entry.unit === null ? '' : `，由${ledgerLines.unit(entry.unit, directory)}办理`
    const result = entry.resolution === null ? '' : `，结果：${ledgerLines.result(entry.resolution)}`
    const route = entry.route === null || entry.status !== 'referred' ? '' : `：${entry.route}`
    const head = `${entry.number} ${ledgerLines.fullCompany(entry)}${ledgerLines.summary(entry)}（${categoryLabels[entry.category]}）`
    return `${head}：${appealStateLabels[entry.status]}${route}${unit}，${ledgerLines.age(entry, now, calendar)}${result}。`
  },
  history: (events: readonly LedgerEvent[], now: Date) =>
    events.map((event) => ledgerLines.history(event, now)),
  several: (n: number) => `这 ${n} 件的情况：`,
  label: () => '问到的',
  missing: (numbers: readonly string[]) => `${numbers.join('、')} 没有查到，或者不在您能看的范围里。`,
  whichMatter: () => '有几件都对得上，您问的是哪一件：',
  noneFits: (n: number) =>
    n === 1 ? '没有完全对得上的，只有这一件，是它吗：' : '没有完全对得上的，现有这几件，您问的是哪一件：',
  option: (entry: LedgerEntry) =>
    `${entry.number} ${ledgerLines.company(entry)} ${categoryLabels[entry.category]} ${appealStateLabels[entry.status]}`,
}
