import type { Choice } from '../../../kernel/letter-draft.ts'

export const linkChoices: readonly Choice[] = [
  { id: 'yes', label: '发链接' },
  { id: 'no', label: '不发' },
]

export const linkTexts = {
  /** On the page the matter itself stands above the talk. */
  pageOrder: (number: string) => `${number} 请先签收；不属本单位的点“退回”并说理由。`,
  pageGoesOn: (number: string) =>
    `${number} 已签收，正在办理。有进展直接写在下面；要延期写“申请延期 几天 理由”，办完写“办结”加做了什么。`,
  pageSupports: (number: string) =>
    `${number} 请您单位协办。有进展直接写在下面，会转给主办单位和工商联工作人员；办结由主办单位来报。`,

  notForYou: () => '发链接由工商联工作人员操作。',
  notWithUnit: (number: string) =>
    `${number} 还没有派给哪个单位，派单后才有链接。先说“派单 ${number} 单位名称”。`,
  whichUnit: (number: string, units: readonly string[]) =>
    `${number} 给哪个单位发链接？${units.join('、')}。`,
  noPages: () =>
    '现在发不了链接：还没有设置对方打得开的网址。请管理员在设置里填好 NIANGJIA_PUBLIC_URL 再重启；眼下请电话通知对方。',
  preview: (number: string, unit: string, isOpened: boolean) =>
    `${number} 已经给${unit}发过链接${isOpened ? '，对方打开过' : '，还没有人打开'}。换新的，旧的马上不能用。换吗？`,
  /** Said to staff; to be passed on by another way. */
  issued: (number: string, unit: string, url: string) =>
    `${number} 给${unit}的链接，请单独转给对方经办人（30 天内有效，第一次在谁的手机或电脑上打开就只认那一台，请别发到群里）：\n${url}`,
  first: (number: string, unit: string) => `要给${unit}发 ${number} 的办理链接，请您转给对方经办人。发吗？`,
}
