/** What stands in a brief, and what is said around it. Facts of the ledger in its own words; nothing is judged. */
import { appealStateLabels, categoryLabels, isOpen, urgencyLabels } from '../../../kernel/appeal-terms.ts'
import { dayNumber } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { withTitle } from '../../../kernel/person.ts'
import { mask } from '../../../kernel/privacy.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import { hour, ledgerLines, shortDay } from '../ledger-lines.texts.ts'
import type { BriefEvent, BriefExtension, BriefFacts, BriefInstruction } from './papers.store.ts'

const LABELS = { problem: '反映', unit: '承办', since: '时间', tried: '办过', decide: '待定' } as const

/** Of an act whose words alone do not say what was done. */
const ACTS: Readonly<Record<string, string>> = {
  sendBack: '退回：',
  pause: '暂停：',
  resume: '恢复办理：',
  resolve: '办结：',
  reopen: '重办：',
  dispatch: '派单：',
}
/** Where nobody wrote anything: what happened, by itself. */
const BARE: Readonly<Record<string, string>> = {
  dispatch: '派单',
  sendBack: '退回',
  pause: '暂停',
  resume: '恢复办理',
  resolve: '办结',
  reopen: '企业说没解决，重办',
  progress: '报过进展',
}

const cut = (words: string, signs: number) => {
  const characters = [...mask(words).replace(/\s+/gu, ' ').trim()]
  return characters.length <= signs ? characters.join('') : `${characters.slice(0, signs - 1).join('')}…`
}
const withoutStop = (words: string) => words.replace(/[。；;，,\s]+$/u, '')
const unitName = (code: string | null, directory: Directory) =>
  code === null ? '承办单位' : (directory.units.get(code)?.name ?? code)
const personName = (code: string, directory: Directory) => {
  const person = directory.people.get(code)
  return person === undefined ? code : withTitle(person)
}

/** 已超期 4 个工作日 */
const lateness = (entry: BriefFacts['entry'], now: Date, calendar: Calendar) =>
  `已${ledgerLines.due(entry, now, calendar).replace(/^已/u, '')}`

export const briefTexts = {
  labels: LABELS,

  title: () => '协调会材料',
  subtitle: (count: number, federation: string, at: Date) =>
    `${federation}；${count} 件；截至 ${shortDay(at, at)} ${hour(at)}`,
  foot: () =>
    '内容取自诉求台账，办理情况用承办单位自己的话；“待定”按办理状态列出，供会上议。电话、账号已隐去。',

  head: ({ entry }: BriefFacts, isTight: boolean) =>
    `${entry.number} ${isTight ? ledgerLines.company(entry) : ledgerLines.fullCompany(entry)}`,

  state({ entry }: BriefFacts, now: Date, calendar: Calendar): string {
    const urgency = entry.urgency === 'normal' ? [] : [urgencyLabels[entry.urgency]]
    const late = ledgerLines.due(entry, now, calendar)
    const days = dayNumber(now) - dayNumber(entry.filedAt)
    const stood = isOpen(entry.status)
      ? [late.includes('超期') ? late : `登记 ${days} 天`]
      : [appealStateLabels[entry.status]]
    return [categoryLabels[entry.category], ...urgency, ...stood].join(' · ')
  },

  problem: ({ entry, wish }: BriefFacts, signs: number, isTight: boolean): readonly string[] =>
    entry.sealed
      ? ['身份封存，原话不写进材料']
      : [
          cut(entry.summary ?? '', signs),
          ...(isTight || wish === null || wish.trim() === '' ? [] : [`希望：${cut(wish, signs)}`]),
        ],

  unit({ entry, supporting }: BriefFacts, directory: Directory): string {
    const names = supporting.map((code) => unitName(code, directory))
    const helped = names.length === 0 ? '' : `（协办 ${names.join('、')}）`
    return entry.unit === null
      ? `还没有承办单位${helped}`
      : `${unitName(entry.unit, directory)}${helped}，${appealStateLabels[entry.status]}`
  },

  since({ entry, reminders, handOffs }: BriefFacts, now: Date, calendar: Calendar, isTight: boolean): string {
    const days = dayNumber(now) - dayNumber(entry.filedAt)
    return [
      `${shortDay(entry.filedAt, now)}登记，${days === 0 ? '今天' : `到今天 ${days} 天`}`,
      // How late it is stands in its heading already.
      ...(isTight || entry.dueAt === null || !isOpen(entry.status)
        ? []
        : [
            entry.dueAt < now && entry.status !== 'paused'
              ? `时限 ${shortDay(entry.dueAt, now)}，${lateness(entry, now, calendar)}`
              : `时限 ${shortDay(entry.dueAt, now)} ${hour(entry.dueAt)}`,
          ]),
      ...(handOffs === 0 ? [] : [`退回 ${handOffs} 次`]),
      ...(reminders === 0 ? [] : [`企业催办 ${reminders} 次`]),
    ].join('；')
  },

  /** 11月3日 金融办：已联系农商行 */
  event(event: BriefEvent, signs: number, now: Date, directory: Directory): string | undefined {
    const note = event.note === null ? '' : cut(event.note, signs)
    const did = note === '' ? BARE[event.act] : `${ACTS[event.act] ?? ''}${note}`
    if (did === undefined) return undefined
    const day = shortDay(event.at, now)
    if (event.role === 'supporter') return `${day} ${did}`
    const who =
      event.role === 'handler' ? unitName(event.unit, directory) : event.role === 'staff' ? '工商联' : ''
    if (who === '') return `${day} ${did}`
    return note !== '' && ACTS[event.act] === undefined ? `${day} ${who}：${did}` : `${day} ${who}${did}`
  },
  nothingTried: () => '台账里还没有办理记录',
  earlier: (count: number) => `（前面还有 ${count} 条）`,

  decide: {
    whoHandles: (back: BriefEvent | undefined, signs: number, directory: Directory) =>
      back === undefined
        ? '由哪个单位承办'
        : `由哪个单位承办（${unitName(back.unit, directory)}退回${back.note === null ? '' : `：${withoutStop(cut(back.note, signs))}`}）`,
    disputed: (handOffs: number) => `退回 ${handOffs} 次，承办单位要会上定`,
    paused: (pause: BriefEvent | undefined, signs: number) =>
      `暂停中${pause?.note == null ? '' : `（${withoutStop(cut(pause.note, signs))}）`}，什么条件下恢复、谁来盯`,
    late: ({ entry }: BriefFacts, now: Date, calendar: Calendar) =>
      `${lateness(entry, now, calendar)}，还要多久、卡在哪里`,
    extension: ({ reason, unit }: BriefExtension, signs: number, directory: Directory) =>
      `${unitName(unit, directory)}申请延期${reason === null ? '' : `（${withoutStop(cut(reason, signs))}）`}，是否同意`,
    instruction: (
      { givenBy, givenAt, text, dueAt }: BriefInstruction,
      signs: number,
      now: Date,
      directory: Directory,
    ) =>
      `${personName(givenBy, directory)} ${shortDay(givenAt, now)}${text === null ? '有交办' : `要求“${withoutStop(cut(text, signs))}”`}${
        dueAt === null ? '' : `，${shortDay(dueAt, now)}前回`
      }，还没回`,
    unsolved: () => '办结后企业说没解决，怎样才算解决',
    meeting: (since: Date, now: Date) => `${shortDay(since, now)}起等着上会`,
    over: (state: string) => `${state}，不用议；放在这里供参考`,
    nothing: () => '台账里没有登记要会上定的事，请承办单位会上说明',
  },

  label: () => '出协调会材料',
  making: (count: number) => `好的，正在排 ${count} 件的协调会材料，排好就发您。`,
  made: (numbers: readonly string[], pages: number, hasPicture: boolean) =>
    [
      `协调会材料排好了，${numbers.length} 件，${pages === 1 ? 'A4 一页' : `一页放不下，A4 共 ${pages} 页`}：${numbers.join('、')}。`,
      hasPicture ? 'PDF 打印用，图片手机上看，内容一样。' : '图片没有画出来，这次只有 PDF。',
      '发给参会的人之前请再看一遍。',
    ].join('\n'),
  fileName: (at: Date, ending: string) => `协调会材料-${shortDay(at, at)}.${ending}`,
  leftOut: (numbers: readonly string[]) =>
    `${numbers.join('、')} 没有放进去：没有这个编号，或者不在您能看的范围里。`,
  tooMany: (most: number) => `一份材料最多放 ${most} 件，后面的没有放进去。`,
  noneFound: (numbers: readonly string[]) =>
    `${numbers.join('、')} 没有这个编号，或者不在您能看的范围里，材料没有出。`,
  noFigure: (code: string) =>
    `没有${code}，或者不是给您的。请把编号说出来，例如“给 0312 0298 出一页协调会材料”。`,
  noList: () =>
    '要出哪几件的材料？请带上编号，例如“给 0312 0298 出一页协调会材料”；也可以说“明细12的前五件出一页材料”。',
  noneSuch: () => '您能看的范围里现在没有这样的，材料没有出。',
  nothingAwaits: () =>
    '现在没有等着上会的诉求。要出别的材料，请带上编号，例如“给 0312 0298 出一页协调会材料”。',
  failed: () => '材料没有排出来，已经记下来了。请过一会儿再说一次。',
  notForYou: () => '协调会材料由包联领导和工商联工作人员出。您可以说“我的诉求”，看自己反映的。',
}
