import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import { TOLD_ASIDE } from '../../../kernel/told-aside.ts'
import type { Conflict, ImportPlan, WrongCell } from './import-plan.ts'
import { scopeTexts } from './scope.texts.ts'
import type { Scope } from './scope.ts'

export const exportChoices: readonly Choice[] = [
  { id: 'yes', label: '导出' },
  { id: 'no', label: '不导了' },
]
export const importChoices: readonly Choice[] = [
  { id: 'yes', label: '确认导入' },
  { id: 'no', label: '不导入' },
]

/** How many of each kind a message names; the rest is counted. */
const SHOWN = 8

const some = (lines: readonly string[]) => [
  ...lines.slice(0, SHOWN),
  ...(lines.length > SHOWN ? [`……另有 ${lines.length - SHOWN} 处`] : []),
]

export const ledgerTexts = {
  title: (federation: string) => `${federation}企业诉求台账`,
  subtitle: (scope: Scope, total: number, now: Date, directory: Directory) =>
    [
      `登记时间：${scope.period ?? '不限'}`,
      `范围：${scopeTexts.where(scope, directory)}`,
      `截至 ${fullTime(now)}`,
      `共 ${total} 件`,
      '黄色表头的列改好后可以导回，其余列和隐藏的列请不要动',
    ].join('　'),
  fileName: (scope: Scope, now: Date, directory: Directory) =>
    `诉求台账_${scopeTexts.where(scope, directory)}_${scope.from === null ? '' : `${scope.from}至${scope.until}_`}${fullTime(now).slice(0, 10)}.xlsx`,

  exportNotForYou: () => '台账由工商联工作人员和审计人员导出。您可以说“我的诉求”，看自己反映的。',
  exportNone: (scope: Scope, directory: Directory) =>
    `${scope.period ?? '到现在'}，${scopeTexts.where(scope, directory)}：一件也没有，没有可导出的。`,
  exportTooMany: (total: number, most: number) =>
    `一共 ${total} 件，聊天里一次最多导 ${most} 件。请按月份或单位分开导，例如“导出 台账 上个月”；要整本请管理员在服务器上导。`,
  exportPreview: (scope: Scope, total: number, notes: readonly string[], directory: Directory) =>
    [
      `导出台账：${scope.period ?? '登记时间不限'}，${scopeTexts.where(scope, directory)}，共 ${total} 件。`,
      ...notes,
      '表里有企业、诉求人和诉求内容，只发给您一个人，这次导出会记入审计。导出吗？',
    ].join('\n'),
  exported: (scope: Scope, total: number, notes: readonly string[], now: Date, directory: Directory) =>
    [
      `台账好了：${scope.period ?? '登记时间不限'}，${scopeTexts.where(scope, directory)}，${total} 件，截至${dayAndHour(now, now)}。`,
      ...notes,
      '黄色表头的列改好后，把文件发给我并说“导入台账”。这次导出已记入审计，请妥善保管。',
    ].join('\n'),
  inPrivate: () => `台账不在群里发，${TOLD_ASIDE}。`,
  exportLeft: () => '好的，没有导出。',
  exportTimedOut: () => '刚才的台账没有导出，要的话请重新说一次。',

  importNotForYou: () => '台账由工商联工作人员导入。您可以说“到哪一步了”，看自己反映的诉求。',
  whichFile: () => '请把改好的台账文件（导出的那个 .xlsx）发给我，发在这个私聊里。',
  noSuchFile: () => '文件没有收到，请再发一次。',
  cannotRead: (reason: string) => `${reason}。`,
  nothingToDo: (plan: ImportPlan) =>
    ['台账看过了，没有要改的。', ...counts(plan), ...troubles(plan)].join('\n'),
  importPreview: (plan: ImportPlan) =>
    [
      `台账里有 ${plan.changes.length} 件要改：`,
      ...some(
        plan.changes.flatMap(({ number, corrections }) =>
          corrections.map(({ heading, from, to }) => `${number} ${heading}：${short(from)} → ${short(to)}`),
        ),
      ),
      ...(plan.changes.some(({ act }) => act === 'resolve') ? ['改成已办结的，会请诉求人回访确认。'] : []),
      ...(plan.changes.some(({ act }) => act === 'close') ? ['改成已归档的，会告诉诉求人。'] : []),
      ...(plan.changes.some(({ corrections }) => corrections.some(({ key }) => key === 'urgency'))
        ? ['改紧急程度不改已经答应的时限，要一起改请说“改类别”。']
        : []),
      ...counts(plan),
      ...troubles(plan),
      '确认导入吗？',
    ].join('\n'),
  imported: (changed: number, plan: ImportPlan) =>
    [`导入好了，改了 ${changed} 件。`, ...counts(plan), ...troubles(plan)].join('\n'),
  importLeft: () => '好的，台账没有导入，什么都没改。',
  importTimedOut: () => '台账放了一天没有确认，没有导入，什么都没改。',
  /** Of the history. */
  corrected: (heading: string, from: string, to: string) =>
    `${heading}：${short(from)} → ${short(to)}（按台账更正）`,

  // What is wrong with a cell.
  notAmong: (value: string, among: readonly string[]) => `没有“${value}”，可以写：${among.join('、')}`,
  emptied: () => '不能空着',
  unknownNumber: (number: string) => `系统里没有 ${number}`,
  newRow: () => '这一行是新加的。台账导入不登记新诉求，请在聊天里登记',
  otherNumber: (shown: string, number: string) =>
    `编号写的是 ${shown}，这一行本来是 ${number}，分不清要改哪一件`,
  twice: (row: number) => `和第 ${row} 行是同一件`,
  brokenMark: () => '隐藏的“版本”列被改动过，认不出这一行是什么时候导出的',
  tooLong: (most: number) => `超过 ${most} 字`,
  noSuchMove: (from: string, to: string) =>
    `现在是“${from}”，不能在台账里改成“${to}”；台账里只能改成已办结、已归档`,
  owesWhatWasDone: () => '改成已办结，办理情况要写做了什么',
  kindOnlyWhenDone: () => '办结了才有办结方式',
  movesInChatOnly: () => '改状态要通知诉求人和承办单位，请在聊天里导入',
}

/** 2026-11-01 09:00 */
function fullTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

const short = (text: string) =>
  text === '' ? '（空）' : [...text].length > 30 ? `${[...text].slice(0, 30).join('')}……` : text

function counts({ unchanged, absent }: ImportPlan): string[] {
  return [
    ...(unchanged > 0 ? [`没有改动的 ${unchanged} 行。`] : []),
    ...(absent > 0 ? [`导出的表里有 ${absent} 行不在这张表里，这些件没有任何变化。`] : []),
  ]
}

function troubles({ conflicts, wrong, missingColumns }: ImportPlan): string[] {
  return [
    ...(missingColumns.length > 0 ? [`表里少了这些列，没有看：${missingColumns.join('、')}。`] : []),
    ...(conflicts.length > 0
      ? [
          `${conflicts.length} 件在您改表的时候系统里也有变化，没有改，请核对：`,
          ...some(conflicts.map(conflictLine)),
        ]
      : []),
    ...(wrong.length > 0 ? [`${wrong.length} 处写得不对，没有改：`, ...some(wrong.map(wrongLine))] : []),
  ]
}

export const conflictLine = ({ row, number, cells }: Conflict): string =>
  `第 ${row} 行 ${number} ${cells.map(({ heading, here, there }) => `${heading}：系统里是“${short(here)}”，表里是“${short(there)}”`).join('；')}`

export const wrongLine = ({ row, heading, reason }: WrongCell): string =>
  `第 ${row} 行${heading === null ? '' : `“${heading}”`}：${reason}`
