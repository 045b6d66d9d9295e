/** One entry on one line, as it is read on a phone. */
import { appealStateLabels, categoryLabels, isOpen } from '../../kernel/appeal-terms.ts'
import { dayAndHour, dayNumber, shanghaiTime } from '../../kernel/clock.ts'
import { type Directory, spokenName } from '../../kernel/directory.ts'
import { mask } from '../../kernel/privacy.ts'
import { type Calendar, workingDaysBetween } from '../../kernel/working-days.ts'
import type { LedgerEntry, LedgerEvent, ToldAct } from './ledger-entry.ts'

/** A summary longer than this breaks over three lines of a phone. */
const SUMMARY_SIGNS = 24
const NOTE_SIGNS = 40

const cut = (text: string, signs: number) => {
  const characters = [...mask(text).replace(/\s+/gu, ' ').trim()]
  return characters.length <= signs ? characters.join('') : `${characters.slice(0, signs).join('')}…`
}

const unitName = (code: string, directory: Directory) => directory.units.get(code)?.name ?? code

export const actLabels: Readonly<Record<ToldAct, string>> = {
  file: '新增',
  accept: '受理',
  dispatch: '派单',
  acknowledge: '签收',
  sendBack: '退单',
  pause: '暂停',
  resume: '恢复办理',
  resolve: '办结',
  close: '归档',
  reopen: '重办',
  withdraw: '撤回',
  refer: '转法定渠道',
  merge: '并单',
  unmerge: '撤销并单',
  remind: '企业催办',
}

export const ledgerLines = {
  company: (entry: LedgerEntry) =>
    entry.sealed ? '（身份封存）' : entry.company === null ? '（未说企业）' : spokenName(entry.company.name),

  fullCompany: (entry: LedgerEntry) =>
    entry.sealed ? '（身份封存）' : (entry.company?.name ?? '（未说企业）'),

  summary: (entry: LedgerEntry) => (entry.summary === null ? '' : `“${cut(entry.summary, SUMMARY_SIGNS)}”`),

  /** 2026-0003 天禾农机 融资 办理中（金融办），登记 4 天，时限 3月6日（周五）17:30 */
  line(entry: LedgerEntry, now: Date, directory: Directory, calendar?: Calendar): string {
    const unit = entry.unit === null ? '' : `（${unitName(entry.unit, directory)}）`
    const head = `${entry.number} ${ledgerLines.company(entry)} ${categoryLabels[entry.category]}`
    return `${head} ${appealStateLabels[entry.status]}${unit}，${ledgerLines.age(entry, now, calendar)}`
  },

  /** Whole days by the calendar: 登记 4 天 is four midnights ago. */
  age(entry: LedgerEntry, now: Date, calendar?: Calendar): string {
    if (!isOpen(entry.status))
      return entry.resolvedAt === null
        ? `${shortDay(entry.filedAt, now)}登记`
        : `${shortDay(entry.resolvedAt, now)}办结`
    const days = dayNumber(now) - dayNumber(entry.filedAt)
    const age = days === 0 ? '今天登记' : `登记 ${days} 天`
    const due = ledgerLines.due(entry, now, calendar)
    return due === '' ? age : `${age}，${due}`
  },

  /** How late, in working days: nobody is late by a Sunday. By the calendar where a year's is missing or none is given. */
  due({ dueAt, status }: LedgerEntry, now: Date, calendar?: Calendar): string {
    // While it is paused its clock stands still, and it counts as late nowhere.
    if (dueAt === null || !isOpen(status) || status === 'paused') return ''
    if (dueAt >= now) return `时限 ${dayAndHour(dueAt, now)}`
    const working = calendar === undefined ? undefined : workingDaysBetween(dueAt, now, calendar)
    if (typeof working === 'number')
      return working === 0 ? '已超期，不到 1 个工作日' : `超期 ${working} 个工作日`
    const days = dayNumber(now) - dayNumber(dueAt)
    return days === 0 ? '今天已超期' : `超期 ${days} 天`
  },

  /** 2026-0003 天禾农机 融资 派单（3月4日 10:20） */
  news: (entry: LedgerEntry, event: LedgerEvent, now: Date) =>
    `${entry.number} ${ledgerLines.company(entry)} ${categoryLabels[entry.category]} ${actLabels[event.act]}（${shortDay(event.at, now)} ${hour(event.at)}）`,

  history: (event: LedgerEvent, now: Date) =>
    `${shortDay(event.at, now)} ${hour(event.at)} ${event.act === 'file' ? '登记' : actLabels[event.act]}${event.note === null || event.note.trim() === '' ? '' : `：${cut(event.note, NOTE_SIGNS)}`}`,

  unit: unitName,
  result: (text: string) => cut(text, NOTE_SIGNS * 2),
}

/** 3月5日, with the year when it is another one. */
export function shortDay(date: Date, now: Date): string {
  const { year, month, day } = shanghaiTime(date)
  return `${year === shanghaiTime(now).year ? '' : `${year}年`}${month}月${day}日`
}

export function hour(date: Date): string {
  const time = shanghaiTime(date)
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`
}
