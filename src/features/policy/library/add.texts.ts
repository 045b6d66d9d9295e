/** What is said to whoever sends a document: while it is read, what was understood, what became of it. */

import { dayInWords, inMarks } from '../written.ts'
import type { DocumentAudience } from './document-audience.ts'
import { understoodTexts } from './understood.texts.ts'
import type { Understood } from './understood.ts'

/** What is shown before it counts. */
export interface Preview extends Understood {
  readonly name: string
  readonly remarks: readonly string[]
  readonly audience: DocumentAudience | undefined
  readonly chamber?: string | undefined
  /** What bears this name already. */
  readonly replaces: { readonly title: string; readonly audience: string } | undefined
}

const MOST_REMARKS = 8

export const audienceInWords = (audience: string, chamber?: string): string => {
  if (audience === 'members') return '只给会员看'
  if (audience === 'internal') return '工商联内部看'
  if (audience.startsWith('chamber:')) return `只给${chamber ?? audience.slice('chamber:'.length)}的会员看`
  return '所有人都能查'
}

export const addTexts = {
  sendIt: () =>
    '请把文件发到这里，可以是 PDF、Word、Excel、文本或扫描图片。发来后我先读一遍，给您看认出了什么，您确认了才入库。',
  staffAdds: () => '政策文件由工商联工作人员入库。您有文件想让大家查到，请联系工作人员。',
  onlyInPrivate: () => '管理政策文件请在私聊里说。',
  offer: (names: readonly string[]) => `收到${listed(names)}。要作为政策文件入库吗？`,
  offerLabels: { yes: '入库', no: '不入库' },
  left: () => '好的，没有入库。',
  reading: (names: readonly string[], isPicture: boolean) =>
    `正在读${listed(names)}，读完给您看认出了什么。${isPicture ? '图片要逐页认字，一页要一两秒。' : ''}`,

  refused: (name: string, reason: string) => `“${name}”没有读成：${reason}`,
  failed: (name: string) => `“${name}”读到一半出了问题，没有入库。请再发一次，还不行就请管理员看看。`,
  unchanged: (name: string) => `“${name}”和已经入库的一样，没有变化。`,
  tooMany: (name: string, count: number) =>
    `“${name}”里有 ${count} 份文件，太多了，请管理员在服务器上用 npx niangjia docs add 入库。`,
  wasLost: (name: string) => `“${name}”的内容找不到了，没有入库。请再发一次。`,

  preview: (of: Preview): string =>
    [
      `${inMarks(of.title)}读好了，请对一下：`,
      ...understoodTexts.facts(of),
      `谁能查：${audienceInWords(of.audience ?? of.replaces?.audience ?? 'everybody', of.chamber)}`,
      ...(of.remarks.length === 0 ? [] : ['要核对的：']),
      ...of.remarks.slice(0, MOST_REMARKS).map((remark) => `· ${remark}`),
      ...(of.remarks.length > MOST_REMARKS ? [`· 还有 ${of.remarks.length - MOST_REMARKS} 条`] : []),
      ...(of.replaces === undefined
        ? []
        : [`已有同名的${inMarks(of.replaces.title)}，入库后用新版，旧版留存。`]),
      '要改就直接说，例如“文号是某政办〔2026〕3号”“有效期到2027年12月31日”“只给会员看”。确认入库吗？',
    ].join('\n'),
  collection: (name: string, count: number, broken: number) =>
    `“${name}”里有 ${count} 份文件${broken === 0 ? '' : `，另有 ${broken} 行读不成`}。确认入库吗？`,
  previewLabels: { yes: '确认入库', no: '不入库' },
  notRead: (words: string) =>
    `“${words}”没看懂要改什么。可以说标题、文号、发文机关、印发日期、施行日期、有效期，或者给谁看。`,

  added: (title: string) => `${inMarks(title)}已入库，现在起可以查到。`,
  replaced: (title: string) => `${inMarks(title)}已换成新版，旧版留存。`,
  addedCollection: (added: number, replaced: number, refused: number) =>
    `入库完成：新增 ${added} 份，更新 ${replaced} 份${refused === 0 ? '' : `，没有入库 ${refused} 份`}。`,
  notTaken: (name: string, reason: string) => `“${name}”没有入库：${reason}`,
  toBeChecked: (doc: string) =>
    `文字是从图片认出来的，回答时会注明未经核对。对照原件看过后，请说“已核对 ${doc}”。`,

  whichToCorrect: () =>
    '要改哪份文件，请带上名字和要改的内容，例如“修改文件 用工补贴.pdf 文号是某人社〔2026〕3号”。',
  confirmCorrection: (title: string, lines: readonly string[]) =>
    [`${inMarks(title)}要改成：`, ...lines, '确认修改吗？'].join('\n'),
  correctionLabels: { yes: '确认修改', no: '不改' },
  corrected: (title: string) => `${inMarks(title)}已改好，之后的回答按新的说。`,
  notCorrected: () => '好的，没有改。',
  staffCorrect: () => '政策文件由工商联工作人员来改。发现文件有错，请告诉工作人员。',
  wasGone: (title: string) => `${inMarks(title)}刚才已经不在了，没有改。`,
  noneUnchecked: () => '没有等着核对的扫描件。',
  unchecked: (titles: readonly string[]) =>
    ['这些扫描件还没有人核对：', ...titles.map((title) => `· ${title}`), '看过后请说“已核对”加文件名。'].join(
      '\n',
    ),
  confirmChecked: (title: string, remarks: readonly string[]) =>
    [
      `${inMarks(title)}的文字已对照原件看过，之后的回答不再注明未经核对。`,
      ...(remarks.length === 0 ? [] : ['入库时留下的提醒：', ...remarks.map((remark) => `· ${remark}`)]),
      '确认已核对吗？',
    ].join('\n'),
  checkedLabels: { yes: '确认已核对', no: '还没有' },
  checked: (title: string) => `${inMarks(title)}已记为核对过。`,
  alreadyChecked: (title: string) => `${inMarks(title)}不用核对：不是扫描件，或者已经有人核对过。`,

  changes: {
    title: (value: string) => `标题：${inMarks(value)}`,
    documentNumber: (value: string | null) => `文号：${value ?? '没有'}`,
    issuer: (value: string | null) => `发文机关：${value ?? '没有'}`,
    issuedOn: (value: string | null) => `印发日期：${value === null ? '没有' : dayInWords(value)}`,
    effectiveOn: (value: string | null) => `施行日期：${value === null ? '没有' : dayInWords(value)}`,
    endsOn: (value: string | null) => (value === null ? '有效期：长期有效' : `有效期至${dayInWords(value)}`),
    audience: (audience: string, chamber?: string) => `谁能查：${audienceInWords(audience, chamber)}`,
  },
} as const

function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join('、')
  return names.length > 3 ? `${shown}等 ${names.length} 个文件` : shown
}
