import { type AppealState, appealStateLabels, categoryLabels } from '../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../kernel/clock.ts'
import { spokenName } from '../../kernel/directory.ts'
import type { Choice } from '../../kernel/letter-draft.ts'
import { mask } from '../../kernel/privacy.ts'
import { TOLD_ASIDE } from '../../kernel/told-aside.ts'
import type { Task, TaskState } from './task.ts'
import type { AppealGlance, FoundTask, ListedTasks, Reach, TaskList } from './tasks.effects.ts'

const SUMMARY_SIGNS = 24
const LINE_SIGNS = 20

const cut = (text: string, signs: number) => {
  const one = [...text.replace(/\s+/gu, ' ').trim()]
  return one.length <= signs ? one.join('') : `${one.slice(0, signs).join('')}…`
}

/** By these a reply to the letter knows what it answers. */
export const PREVIEW_HEAD = '您看这样交办对不对：'
export const YOUR_WORDS = '您的原话'

export const taskStateLabels: Readonly<Record<TaskState, string>> = {
  given: '还没回应',
  received: '已收到，在办',
  reported: '已回复，等确认',
  returned: '退回再办',
  declined: '对方说不归他',
  closed: '已办结',
  cancelled: '已取消',
}

export const giveChoices: readonly Choice[] = [
  { id: 'yes', label: '交办' },
  { id: 'no', label: '不交办' },
]
export const answerChoices: readonly Choice[] = [
  { id: 'received', label: '收到' },
  { id: 'done', label: '办好了' },
  { id: 'notMine', label: '不归我' },
]
export const sayChoices: readonly Choice[] = [
  { id: 'yes', label: '就这样回' },
  { id: 'no', label: '先不回' },
]
export const reviewChoices: readonly Choice[] = [
  { id: 'yes', label: '可以，办结' },
  { id: 'no', label: '再办' },
]
export const declinedChoices: readonly Choice[] = [
  { id: 'return', label: '还是请他办' },
  { id: 'cancel', label: '不用办了' },
]
export const sureChoices: readonly Choice[] = [
  { id: 'yes', label: '确认' },
  { id: 'no', label: '先不' },
]

/** What a card says of its appeal. Of a sealed one the kind alone. */
export function aboutLine({ number, category, company, summary, sealed }: AppealGlance): string {
  const kind = categoryLabels[category]
  if (sealed) return `${number} ${kind}（身份封存）`
  const firm = company === null ? '' : ` ${spokenName(company.name)}`
  return `${number}${firm} ${kind}${summary === null ? '' : `“${cut(mask(summary), SUMMARY_SIGNS)}”`}`
}

const term = (dueAt: Date | null, now: Date) =>
  dueAt === null ? '没有定期限' : `${dayAndHour(dueAt, now)} 前`

export const taskTexts = {
  notAllowed: () => '批示和交办由包联领导和工商联工作人员发。您有难处可以直接说，我来登记。',
  inPrivate: () => `批示和交办只在私聊里说，${TOLD_ASIDE}。`,
  noSuchAppeal: (number: string, seesAll: boolean) =>
    seesAll
      ? `没有编号 ${number} 的事项，没有交办。请核对一下编号。`
      : `您能看的范围里没有编号 ${number} 的事项，没有交办。请核对编号；如果是别的领导包联的，可以请工商联工作人员来办。`,
  namesInSealed: (number: string) =>
    `${number} 是身份封存的，交办的话里不能出现企业和会员的名字（不论是不是他）。请去掉名字再发一次，还没有交办。`,
  whichAppeal: () => '那封信里有好几件，您批的是哪一件？（都不是就说“都不是”）',
  noneOfThem: '都不是',
  toWhom: () => '交给谁办？说单位或者姓名、职务都行。',
  unknownAddressee: () => '名册里没有对上要交给谁。请说单位名称，或者姓名、职务。',
  severalFit: (words: string) => `“${words}”有好几位，您说的是哪一位？`,
  notYetOne: () => '这个还没有对上。请说单位名称，或者姓名、职务；不交办了就说“算了”。',
  past: (when: string) => `${when} 已经过了。请再说一个期限，例如“三天内”“周五前”；不定期限就说“不定”。`,
  moment: (at: Date, now: Date) => dayAndHour(at, now),
  missingYear: (year: number) =>
    `${year} 年的工作日历还没有装，工作日算不出来。请直接说几月几日前；不定期限就说“不定”。`,
  when: () => '请说一个期限，例如“三天内”“周五前”“11月30日前”；不定期限就说“不定”。',

  preview(
    given: { about: string | null; status: AppealState | null; text: string; dueAt: Date | null },
    reach: readonly Reach[],
    now: Date,
  ): string {
    const state = given.status === null ? '' : `，现在${appealStateLabels[given.status]}`
    return [
      PREVIEW_HEAD,
      `交给：${reach.map((one) => addresseeLine(one)).join('；')}`,
      given.about === null ? '没有对应到哪一件诉求；要对应，直接说编号。' : `关于：${given.about}${state}`,
      given.dueAt === null
        ? '期限：没有定，不催。要定就说“三天内”“周五前”。'
        : `期限：${dayAndHour(given.dueAt, now)} 前回您`,
      `原话：“${given.text}”`,
      `${reach.length > 1 ? `各记一件，` : ''}确认后私信对方，工作人员也会知道。要改直接说，例如“给供电公司”“五天内”。`,
    ].join('\n')
  },
  notChanged: () => '这句没看懂要改什么，下面还是原来的：',
  notGiven: () => '好的，没有交办。',
  givingTimedOut: () => '刚才的交办一天没有确认，没有发出去。需要的话再说一次。',

  given: (
    tasks: readonly { number: string; who: string; unreached: readonly string[] }[],
    due: string | null,
  ) =>
    [
      ...tasks.map(
        ({ number, who, unreached }) =>
          `${number} 已交给${who}${unreached.length === 0 ? '' : `，其中${unreached.join('、')}还联系不上，工作人员会转告`}。`,
      ),
      `${due === null ? '没有定期限。' : `期限 ${due}。`}有回音就告诉您；想看就说“我的交办”。`,
    ].join('\n'),
  staffTold: (
    number: string,
    giver: string,
    who: string,
    about: string | null,
    text: string,
    due: string | null,
  ) =>
    [
      `${number} ${giver}交办${who}${due === null ? '' : `，${due} 前`}`,
      ...(about === null ? [] : [`关于：${about}`]),
      `原话：“${text}”`,
    ].join('\n'),

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

  /** What the giver gets back. */
  report: (found: FoundTask) =>
    [
      `${found.task.number} ${found.who}回复：“${found.task.report ?? ''}”`,
      `${YOUR_WORDS}：“${found.task.text}”`,
      '可以就回“可以”，这件办结；还要再办，直接说要怎么办。',
    ].join('\n'),
  refusal: (found: FoundTask) =>
    [
      `${found.task.number} ${found.who}说不归他办：“${found.task.report ?? ''}”`,
      `${YOUR_WORDS}：“${found.task.text}”`,
      '改交别的单位，直接说“给某某”；还是请他办，或者不用办了，也请说一声。',
    ].join('\n'),
  reportAgain: (number: string) => `另外，${number} 等您回话：可以就回“可以”，再办就说怎么办。`,
  refusalAgain: (number: string) => `另外，${number} 等您安排：改交给谁，或者还是请他办，或者不用办了。`,
  howAgain: (number: string) => `${number} 还要怎么办？您说一句，我原样转过去；要改期限一起说。`,
  previewReturn: (number: string, who: string, words: string, due: string) =>
    `${number} 退回${who}再办：“${words}”\n期限：${due}。确认吗？要改直接重说。`,
  previewReassign: (number: string, who: string, due: string) =>
    `${number} 改交${who}，您的原话和期限（${due}）一并转去。确认吗？`,
  previewCancel: (number: string, who: string) => `${number} 不用${who}办了，会告诉他。确认吗？`,
  asBefore: (dueAt: Date | null, now: Date) =>
    dueAt === null ? '没有定' : `还是 ${dayAndHour(dueAt, now)} 前`,
  dueNow: (dueAt: Date, now: Date) => `${dayAndHour(dueAt, now)} 前`,
  closed: (number: string) => `${number} 办结了。`,
  addresseeClosed: (number: string, giver: string) => `${number} ${giver}同意，这件办结了，辛苦。`,
  cancelled: (number: string, who: string) => `${number} 已取消，告诉${who}了。`,
  addresseeCancelled: (number: string, giver: string) => `${number} ${giver}说不用办了，这件取消。`,
  taken: (number: string) => `${number} 改交别人了，您不用办了。`,
  returned: (number: string, who: string) => `${number} 已退回${who}再办。`,
  reassigned: (number: string, who: string) => `${number} 已改交${who}。`,
  nudged: (number: string, who: string, reached: boolean) =>
    reached ? `${number} 已替您问${who}。` : `${number} 的${who}还联系不上，请工作人员转告。`,
  nudge: (number: string, giver: string, due: string | null) =>
    `${number} ${giver}在问办得怎样了。${due === null ? '' : `期限 ${due}。`}有结果请回“${number} 已办”加一两句。`,
  leftOpen: () => '好的，先放着。',
  staffStep: (number: string, who: string, step: string) => `${number} ${who}：${step}`,

  overtaken: (number: string, state: TaskState) =>
    `${number} 现在是“${taskStateLabels[state]}”，这一步不用做了。`,
  noSuchTask: (number: string) => `没有查到您名下的 ${number}。说“我的交办”或“我的任务”，我列给您。`,
  notTheirs: (number: string) => `${number} 不是交给您办的，也不是您交办的，这一步做不了。`,
  whichTask: () => '请带上编号，例如“J-0001 已办 银行周三放款”。说“我的任务”，我列给您。',

  soon: (task: Task, giver: string, now: Date) =>
    `${task.number} 快到期了：${giver}交办的“${cut(task.text, LINE_SIGNS)}”，请在 ${dayAndHour(task.dueAt ?? now, now)} 前回话。办好了回“${task.number} 已办”加一两句结果。`,
  dueNowTo: (task: Task, giver: string, now: Date) =>
    `${task.number} 到期了（${dayAndHour(task.dueAt ?? now, now)}）：${giver}交办的“${cut(task.text, LINE_SIGNS)}”还没有回话。办到哪一步，请先回一句。`,
  overdue: (task: Task, who: string, now: Date) =>
    `${task.number} 您交办${who}的“${cut(task.text, LINE_SIGNS)}”已过期限（${dayAndHour(task.dueAt ?? now, now)}），还没有回话。要我再问一声，回“${task.number} 催一下”。`,

  list(list: TaskList, listed: ListedTasks, now: Date): string {
    const { total, open, page, tasks } = listed
    if (total === 0) return EMPTY[list]
    if (tasks.length === 0) return '后面没有了。'
    const shown = (page - 1) * 8 + tasks.length
    return [
      `${HEADS[list]} ${total} 件，没办结的 ${open} 件${page > 1 ? `（第${page}页）` : ''}：`,
      ...tasks.map((found) => taskLine(list, found, now)),
      ...(shown < total ? [`还有 ${total - shown} 件，说“第${page + 1}页”接着看。`] : []),
    ].join('\n')
  },
  more: (page: number) => `要接着看，说“第${page}页”。`,
  ended: () => '好的。',

  show: ({ task, who, giver }: FoundTask, now: Date) =>
    [
      `${task.number} ${giver}交办${who}（${dayAndHour(task.givenAt, now)}）：${taskStateLabels[task.state]}`,
      `原话：“${task.text}”`,
      ...(task.appeal === null ? [] : [`关于：${task.appeal}`]),
      `期限：${term(task.dueAt, now)}`,
      ...(task.report === null || task.reportedAt === null
        ? []
        : [`${dayAndHour(task.reportedAt, now)} ${SAID[task.state] ?? '回复'}：“${task.report}”`]),
      ...(task.closedAt === null ? [] : [`${dayAndHour(task.closedAt, now)} ${taskStateLabels[task.state]}`]),
    ].join('\n'),
}

const SAID: Readonly<Partial<Record<TaskState, string>>> = { declined: '说不归他', returned: '退回再办' }

const HEADS: Readonly<Record<TaskList, string>> = { given: '您交办的', mine: '交给您办的', all: '全部交办' }
const EMPTY: Readonly<Record<TaskList, string>> = {
  given: '您还没有交办过。看到哪件要批，直接回那封信，例如“请金融办周五前报我”。',
  mine: '现在没有交给您办的事。',
  all: '现在没有交办的事。',
}

function addresseeLine({ name, people, reachable }: Reach): string {
  if (people.length === 0) return `${name}（名册里没有经办人，会请工作人员转告）`
  const named = people.length === 1 && name.startsWith(people[0] ?? '') ? '' : `（${people.join('、')}）`
  return `${name}${named}${reachable === 0 ? '（还联系不上，会请工作人员转告）' : ''}`
}

function taskLine(list: TaskList, { task, who, giver }: FoundTask, now: Date): string {
  const other = list === 'mine' ? giver : who
  const late =
    task.dueAt !== null && task.dueAt < now && !['closed', 'cancelled', 'reported'].includes(task.state)
  const due =
    task.dueAt === null || task.closedAt !== null
      ? ''
      : `，${dayAndHour(task.dueAt, now)} 前${late ? '（已过期）' : ''}`
  const back =
    task.report === null || list === 'mine'
      ? ''
      : `，${SAID[task.state] ?? '回'}“${cut(task.report, LINE_SIGNS)}”`
  return `${task.number} ${other} ${taskStateLabels[task.state]}${due}${back}：${cut(task.text, LINE_SIGNS)}`
}
