import { type AudienceSpec, audienceName } from '../../../kernel/audience.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import type { MailingPreview } from '../../../mailings/mailing-preview.ts'
import type { Topic } from '../../../mailings/topics.ts'
import { TOPIC_NAMES } from '../topic-names.ts'

/** Added to the text where answers are wanted and it does not ask for them itself. */
export const RECEIPT_LINE = '收到请在群里回复“收到”。'
/** The same in a large group, where two hundred 收到 would bury the notice. */
export const QUIET_RECEIPT_LINE = '收到请点“收到”，来不了点“请假”，群里不用一一回复。'
/** The same where nobody reads it in a group. */
export const PRIVATE_RECEIPT_LINE = '收到请回复“收到”。'

/** More names than this are only counted. */
const MOST_NAMES = 60

export interface ShownNotice {
  readonly number: number
  readonly confirmation: string
  readonly preview: MailingPreview
  readonly topic: Topic
  readonly awaitsReceipts: boolean
  readonly quietly: boolean
  /** As people read them: 今天 20:00. */
  readonly answerBy?: string
  readonly leavesAt?: string
}

export const prepareTexts = {
  mayNotPrepare: () => '群发通知要由工商联工作人员来做。您有事要让大家知道，可以告诉我，我登记下来转给他们。',
  notHere: () => '通知请在私聊里交给我准备，免得大家先看到草稿。',
  askAudience: () =>
    '发给谁？可以说商会、群、乡镇、行业、企业或人名，例如“后河镇的企业和各商会秘书”，或“全体”；要除开谁也一并说，比如“全体，不含某某商会”。',
  unknownAudience: (words: string) => `没有找到“${words}”，名册里没有。请把要发的范围再说一遍。`,
  stillAskAudience: () =>
    '刚才那份通知还没定发给谁。可以说商会名、群名、乡镇、人名，或“全体”；不发了就说“不发了”。',
  stillAskText: (audience: string) =>
    `刚才发给${audience}的通知还没有正文。原文请发给我，一字不改照发；不发了就说“不发了”。`,
  anotherOne: () => '刚才那份没有确认，没有发出，换成这份。',
  textKept: () => '正文记下了，一字不改照发。发给谁？可以说商会名、群名、乡镇、人名，或“全体”。',
  ambiguousAudience: (words: string, options: readonly string[]) =>
    `“${words}”可能是${options.join('、')}，请说全一点。`,
  nobodyMeant: (spec: AudienceSpec, directory: Directory) =>
    `${audienceName(directory, spec)}：名册里一个人也没有。请换个范围。`,
  nobodyReached: (audience: string) =>
    `${audience}现在一个也通知不到：没有群，也没有能私发的账号。请换个范围，或先请他们加群、绑定账号。`,
  askText: (audience: string) => `发给${audience}。通知的原文请发给我，一字不改照发；附件也可以一起发来。`,
  changeText: () => '请把新的全文发给我，一字不改照发。',
  filesKept: (names: readonly string[]) => `附件收到：${names.join('、')}。`,
  tooManyFiles: (most: number) => `附件最多 ${most} 个，多的没有收。`,
  timePassed: () => '说的发送时间已经过了，请换一个时间，或者说“马上发”。',
  askWhyUrgent: () => '为什么急？请说一句，例如“紧急，因为今晚停水”，收到的人和审核员看得到。',
  partUnclear: (words: string, times: number) =>
    times === 0
      ? `原文里没有“${words}”。请照原文说，例如“把三点改成两点半”，或者“改成：新的全文”。`
      : `原文里有 ${times} 处“${words}”，不知道改哪一处。请多带几个字，或者“改成：新的全文”。`,
  fundraising: () =>
    '这段话像是在请大家捐款捐物。募捐只能由有公募资格的慈善组织来办，手续要齐，不能用通知发，所以没有发。要转发慈善组织的募捐，请说“发起募捐”，我会逐项问您。不是募捐的话，请换个说法把原文再发一遍；不发了就说“不发了”。',
  noSuchTemplate: (name: string) => `没有叫“${name}”的模板。有哪些，可以说“模板列表”。`,
  askGap: (template: string, gap: string, more: number) =>
    `模板“${template}”还缺：${gap}。${more > 0 ? `后面还有 ${more} 项，也可以一次说全，例如“${gap}=…”，每项一行。` : ''}`,
  preview: (shown: ShownNotice) => {
    const { preview, awaitsReceipts, quietly, answerBy, topic } = shown
    const receipts = quietly
      ? '要回执：点按钮或私聊回都算，群里不用一一回复。'
      : '要回执：回“收到”的会记下来。'
    return [
      `通知${shown.number} 请核对。`,
      mailingTexts.preview(preview, shown.leavesAt),
      `类别：${TOPIC_NAMES[topic]}。不对就说“类别改成${topic === 'activity' ? '会议' : '活动'}”。`,
      awaitsReceipts
        ? `${receipts}${answerBy === undefined ? '' : `回执截止 ${answerBy}。`}`
        : '不要回执。要的话说“要回执”。',
      preview.isForMany
        ? `不止一个商会或超过 100 人，确认后还要一位审核员同意才发出。编号 ${shown.confirmation}。`
        : `确认后${shown.leavesAt === undefined ? '立即' : '按时'}发出。编号 ${shown.confirmation}。`,
    ].join('\n')
  },
  whoIsMeant: (names: readonly string[]) =>
    names.length === 0
      ? '这些群里，名册里没有登记的人。'
      : `名册里是这 ${names.length} 人：${names.slice(0, MOST_NAMES).join('、')}${names.length > MOST_NAMES ? '等' : ''}。要除开谁，说“不含某某”；没问题就确认。`,
  previewHint: () =>
    '没听明白要改什么。可以说“改成：新的全文”“把三点改成两点半”“发给某某商会”“不含某某公司”“要回执”“明天上午9点发”，或者确认、不发。要再看一遍，说“看原文”。',
  stillConfirming: (number: number) =>
    `通知${number}您核对过原文，还没有发：发，还是不发？要再看一遍，说“看原文”。`,
  abandoned: () => '好的，没有发出，这份通知不留。',
  idle: () => '通知一直没有确认，没有发出，这份草稿不留了。需要时重新说“发个通知”。',
  confirmChoices: (isForMany: boolean): readonly Choice[] => [
    { id: 'yes', label: isForMany ? '提交审批' : '确认发送' },
    { id: 'no', label: '不发' },
    { id: 'text', label: '改内容' },
    { id: 'audience', label: '改范围' },
  ],
  gone: () => '要发的群和人现在一个也不在名册里了，没有发出。',
  changedMeanwhile: () =>
    '名册刚才有变动，发出去的样子和您核对的不一样了，没有发出。请说“发个通知”重新准备。',
}
