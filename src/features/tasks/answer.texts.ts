import { dayAndHour } from '../../kernel/clock.ts'
import type { Choice } from '../../kernel/letter-draft.ts'
import type { Task } from './task.ts'
import { taskTexts } from './tasks.texts.ts'

export const answerChoices: readonly Choice[] = [
  { id: 'received', label: '收到' },
  { id: 'done', label: '办好了' },
  { id: 'notMine', label: '不归我' },
]
export const sayChoices: readonly Choice[] = [
  { id: 'yes', label: '就这样回' },
  { id: 'no', label: '先不回' },
]

/** What whoever has it to do reads. */
export const answerTexts = {
  ...taskTexts,

  whichOfThem: (numbers: readonly string[]) =>
    numbers.length === 0
      ? '没有交给您办、还等您回话的交办。诉求办好了，请带编号说，例如“0312 已办结 …”；要反映新的事，直接说就行。'
      : `等您回话的有 ${numbers.length} 件（${numbers.join('、')}），说的是哪一件？请带上编号，例如“${numbers[0]} 已办”加一两句结果。`,

  /** The card that the addressee gets. */
  card: (task: Task, giver: string, about: string | null, now: Date) =>
    [
      `${task.number} ${task.kind === 'decision' ? '协调会议定、请您办的事' : `${giver}交办`}`,
      `原话：“${task.text}”`,
      ...(about === null ? [] : [`关于：${about}`]),
      ...(task.report === null || task.state !== 'returned' ? [] : [`退回再办：“${task.report}”`]),
      task.dueAt === null ? '没有定期限，有结果请回一声。' : `请在 ${dayAndHour(task.dueAt, now)} 前回话。`,
      `收到请回“收到”；办好了回“${task.number} 已办”加一两句结果；不归您办，回“${task.number} 不归我”加理由。`,
    ].join('\n'),
  cardAgain: (number: string) => `另外，${number} 如果还没回，请回“收到”或者“办好了”。`,
  sayWhat: (number: string) =>
    `${number} 请回“收到”“办好了”或者“不归我”；有结果就直接说“${number} 已办”加一两句。`,
  received: (number: string, due: string | null) =>
    `${number} 记下您收到了。${due === null ? '' : `请在 ${due} 前回话，`}办好了回“${number} 已办”加一两句结果。`,
  giverReceived: (number: string, who: string) => `${number} ${who}已收到。`,
  whatWasDone: (number: string) => `${number} 办得怎样？请说一两句结果，我会原样回给交办的人。`,
  why: (number: string) => `${number} 为什么不归您？请说一句理由，知道该归谁更好。`,
  previewReport: (number: string, giver: string, words: string) =>
    `${number} 要回给${giver}的是：\n“${words}”\n这段话会原样给他看。确认吗？要改直接重说。`,
  previewDecline: (number: string, giver: string, words: string) =>
    `${number} 要退给${giver}，理由：\n“${words}”\n他会另作安排。确认吗？要改直接重说。`,
  reported: (number: string, giver: string) => `${number} 已回给${giver}，他同意就办结。`,
  declined: (number: string, giver: string) => `${number} 已退给${giver}，等他另作安排。`,
  notSaid: (number: string) => `好的，${number} 先不回。办好了回“${number} 已办”加一两句结果。`,
  timedOut: (number: string) => `${number} 刚才那一步没有确认，没有发出去。需要的话请重新说一次。`,
}
