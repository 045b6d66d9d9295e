import { categoryLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { lawfulRouteTexts } from '../reading/lawful-route.texts.ts'
import type { LawfulRoute } from '../reading/lawful-route.ts'

export const resolvedChoices: readonly Choice[] = [
  { id: 'solved', label: '解决了' },
  { id: 'partly', label: '部分解决' },
  { id: 'unsolved', label: '没解决' },
]
export const contentChoices: readonly Choice[] = [
  { id: 'satisfied', label: '满意' },
  { id: 'unsatisfied', label: '不满意' },
]
export const addChoices: readonly Choice[] = [
  { id: 'yes', label: '加进去' },
  { id: 'no', label: '不加' },
]
export const withdrawByCodeChoices: readonly Choice[] = [
  { id: 'yes', label: '确认撤回' },
  { id: 'no', label: '不撤回' },
]

export const byCodeTexts = {
  /** The only time the code is said. */
  receipt: (appeal: Appeal, code: string, now: Date) =>
    [
      `已登记，没有存您是谁。查询码：${code}`,
      '请现在记下来，只说这一次。丢了谁也查不到，包括我们；有了它，换谁的手机都能来问。',
      ...(appeal.dueAt === null
        ? []
        : [`工作人员 ${dayAndHour(appeal.dueAt, now)} 前定下由谁办；我不会主动找您。`]),
      `要看进展、补充、评价或撤回，说“查询 ${code}”。`,
      '还要说明：我们这里已经不留您刚才的话和您的关系，只留“某时收到过消息”；聊天软件和您的手机上仍有这段记录，请自行删除。',
    ].join('\n'),

  callFirst: (numbers: string) => `先保证人员安全，请马上拨打 ${numbers}，不要等我们。`,
  referred: (route: string) => `这件事由${route}依法处理，工商联不能过问，也不承诺结果。`,

  whole: (appeal: Appeal, now: Date, directory: Directory) =>
    [
      `查到了：${categoryLabels[appeal.category]}诉求，${dayAndHour(appeal.filedAt, now)} 登记。`,
      `现在：${appealsTexts.standing(appeal, now, directory)}`,
      ...(appeal.resolution === null ? [] : [`办理结果：${appeal.resolution}`]),
      ...whatNext(appeal),
      '这几分钟里可以直接接着说，之后要再带上查询码。看完请把这段聊天删掉。',
    ].join('\n'),

  unknown: () =>
    '没有这个查询码。请核对一遍：四位一组，没有 0 和字母 O、没有 1 和字母 I、L。输错几次会停一个小时。',
  locked: () => '这里输错查询码的次数太多了，请一个小时后再试。',
  notInGroup: () => '查询码请私聊发给我，不要在群里发。群里看到的人也能用它来查。',
  askAgain: () => '可以说“补充：……”“撤回”，或问“到哪一步了”。没有别的事，就回“没有了”。',
  bye: () => '好的。要再看，请再发一次查询码。',
  nothingToRate: () => '还没有办结，现在还不能评价。',

  previewAdd: (text: string) =>
    `要加进去的是：\n${appealsTexts.excerpt(text)}\n里面有没有会让人认出您的话，请再看一眼。加进去吗？`,
  whatToAdd: () => '要补充什么，请直接说。',
  notAdded: () => '好的，没有加。',
  added: () => '加进去了，已告诉工作人员。',
  addedTooLate: () => '这件已经不在办理中了，没有加进去。还有事的话，直接说，我另外登记。',
  staffAdded: (appeal: Appeal) =>
    `${appeal.number} 的匿名诉求人补充了内容：${appealsTexts.excerpt(appeal.text)}`,
  previewWithdraw: () => '撤回后这件事就不再办理，已经在办的单位会收到通知。确认撤回吗？',
  notOpen: () => '这件已经办完了，不用撤回。',
  kept: () => '好的，照常办理。',
  satisfied: () => '对办理满意吗？',
}

function whatNext(appeal: Appeal): string[] {
  if (appeal.status === 'resolved') return ['解决了吗？请回“解决了”“部分解决”或“没解决”。']
  if (appeal.status === 'referred' && Object.hasOwn(lawfulRouteTexts, appeal.route ?? ''))
    return [lawfulRouteTexts[appeal.route as LawfulRoute].advice]
  if (['closed', 'withdrawn', 'referred', 'merged'].includes(appeal.status)) return []
  return ['要补充，说“补充：……”；不想办了，说“撤回”。']
}
