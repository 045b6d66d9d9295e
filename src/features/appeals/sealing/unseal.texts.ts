import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Asker } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import type { Look, UnsealingAsked } from './sealing.effects.ts'

export const askChoices: readonly Choice[] = [
  { id: 'yes', label: '提交申请' },
  { id: 'no', label: '不申请' },
]

export const decideChoices: readonly Choice[] = [
  { id: 'yes', label: '同意启封' },
  { id: 'no', label: '不同意' },
]

const MOST_LOOKS = 10

/** The office somebody acted in; the asker hears of offices, the audit has the people. */
export const officeOf = (roles: readonly string[]): string =>
  roles.includes('staff') ? '工商联工作人员' : '工商联审批人'

export const unsealTexts = {
  askNotForYou: () =>
    '身份封存着，这里查不到是谁。确有必要知道的，由工商联工作人员写明理由申请启封，另一位有权的人同意后才能看，诉求人会马上知道。',
  howItWorks: () =>
    '这件事要求保密，是谁反映的不能说，也不能让人猜。确有必要知道的，由工商联工作人员写明理由申请启封，另一位审批人同意后，只有他们两人能看，诉求人会马上知道。办理进展可以照常问。',
  whichAppeal: () => '启封哪一件，请带上编号和理由，例如“启封 0266 理由：……”。',
  notSealed: (number: string) => `${number} 没有封存身份，不用启封。`,
  anonymous: (number: string) =>
    `${number} 是完全匿名的，我们没有存诉求人是谁，启封也看不到。他凭查询码来问时，会看到您留的话。`,
  askedAlready: (number: string) => `${number} 已经有人申请启封，正在等决定。`,
  grantedAlready: (number: string) =>
    `${number} 已经同意过您启封。要再看一次，说“再看启封 ${shortNumber(number)}”，会记一笔。`,
  why: (number: string) => `${number} 为什么要启封？请说一句理由，会原样告诉诉求人。`,
  previewAsk: (number: string, kind: string, reason: string, deciders: readonly string[]) =>
    [
      `要申请启封 ${number}（${kind}）。`,
      `理由：${reason}`,
      `由 ${deciders.join('、')} 中的一位决定，不能是您自己。`,
      '同意后：诉求人的姓名、企业只在私聊里告诉您和决定的人两位，不进台账、不给承办单位；诉求人会马上收到通知，写明哪个岗位、什么理由。每看一次都记入审计。',
      '确认提交申请吗？要改理由直接重说。',
    ].join('\n'),
  nobodyDecides: () => '名册里没有另一位可以决定启封的人，申请交不出去。请先在名册里设一位审批人。',
  notAsked: (number: string) => `好的，${number} 没有申请启封。`,
  timedOut: (number: string) => `${number} 的启封申请放了一天没有确认，没有提交。`,
  askedNow: (number: string, deciders: readonly string[]) =>
    `${number} 的启封申请已交给 ${deciders.join('、')}，有结果我告诉您。`,

  previewDecide: ({ number, kindOfMatter, reason, askedByName }: UnsealingAsked) =>
    [
      `启封申请：${number}（${kindOfMatter}）`,
      `申请人：${askedByName}`,
      `理由：${reason}`,
      `同意后，诉求人的姓名和企业只告诉您和${askedByName}两位，诉求人会马上收到通知。理由不充分请不要同意。同意启封吗？`,
    ].join('\n'),
  whyNot: (number: string) => `${number} 不同意启封，请说一句为什么；不想说就回“跳过”。`,
  stillToDecide: (number: string) => `${number} 的启封申请如果还没有人决定，请回“同意”或“不同意”。`,
  decideNotForYou: () => '启封由工商联的审批人或另一位工作人员决定。',
  notYourOwn: () => '自己申请的启封，要由另一位决定。',
  nothingAsked: (number: string) => `${number} 现在没有等着决定的启封申请。`,
  overtaken: (number: string) => `${number} 的启封申请已经有人决定了，这一步没有做。`,
  decisionLeft: (number: string) =>
    `${number} 的启封申请先放着，没有决定。要决定请说“同意启封 ${shortNumber(number)}”或“不同意启封 ${shortNumber(number)}”。`,

  /** In private, to the two and to nobody else. The number is left out: it must not stand beside the name. */
  revealed: (asker: Asker) =>
    [
      '您申请或同意启封的那一件，诉求人是：',
      `${asker.name}${asker.company === null ? '' : `（${asker.company.name}）`}`,
      '请只为写明的理由使用，不要转告承办单位和其他人。这条消息看完请删除。',
    ].join('\n'),
  granted: (number: string, byName: string) => `${number} 的启封申请，${byName}已同意。诉求人已收到通知。`,
  grantedDecider: (number: string) => `${number} 已同意启封，申请人和诉求人都已收到通知。`,
  refused: (number: string, byName: string, reason: string | null) =>
    `${number} 的启封申请，${byName}没有同意${reason === null ? '' : `：${reason}`}。身份继续封存。`,
  refusedDecider: (number: string) => `${number} 没有同意启封，已告诉申请人。`,
  decidedByOther: (number: string, byName: string) =>
    `${number} 的启封申请，${byName}已经决定了，您不用再管。`,
  tellAsker: (number: string, asked: string, decided: string, reason: string, at: string) =>
    [
      `您要求保密的 ${number}，身份在 ${at} 被启封。`,
      `申请：${asked}。同意：${decided}。理由：${reason}`,
      '只有这两位看到了您的姓名和企业，承办单位和其他人仍然看不到，每次查看都有记录。有意见请直接回我，或找工商联监督人员。',
    ].join('\n'),
  mayNotLook: (number: string) => `${number} 的身份封存着，没有同意过您启封。`,

  looks: (number: string, looks: readonly Look[], directory: Directory, now: Date) =>
    looks.length === 0
      ? `${number} 的封存身份，没有人申请看，也没有人看过。`
      : [
          `${number} 的封存身份，${looks.length} 条记录：`,
          ...looks
            .slice(-MOST_LOOKS)
            .map(
              ({ at, actor, action }) =>
                `${dayAndHour(at, now)} ${directory.people.get(actor)?.name ?? actor} ${lookLabels[action] ?? action}`,
            ),
          ...(looks.length > MOST_LOOKS ? [`只列了最近 ${MOST_LOOKS} 条。`] : []),
        ].join('\n'),
  /** To the asker: offices, and no people. */
  looksAtYou: (number: string, looks: readonly Look[], directory: Directory, now: Date) =>
    looks.length === 0
      ? `${number} 的封存身份，没有人申请看，也没有人看过。`
      : [
          `${number} 的封存身份：`,
          ...looks.slice(-MOST_LOOKS).map(({ at, actor, action }) => {
            const roles = directory.people.get(actor)?.roles ?? []
            return `${dayAndHour(at, now)} ${officeOf(roles)} ${lookLabels[action] ?? action}`
          }),
        ].join('\n'),
  looksNotForYou: () => '谁看过封存的身份，由审计人员查；诉求人也可以查自己的那一件。',
}

const lookLabels: Readonly<Record<string, string>> = {
  'appeals.look-sealed': '看了姓名',
  'appeals.unseal': '同意启封',
  'appeals.ask-unsealing': '申请启封',
  'appeals.refuse-unsealing': '没有同意启封',
}
