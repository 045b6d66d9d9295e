import type { Choice } from '../../../kernel/letter-draft.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import { LONGEST_TEXT } from '../../../mailings/mailing-preview.ts'
import type { RevisionPreview } from '../../../mailings/revise-mailing.ts'

const frame = (text: string) => `————\n${text}\n————`

export const reviseTexts = {
  /** What everybody reads. */
  corrected: (before: string, after: string, text: string) =>
    `【更正】“${before}”改为“${after}”，以下面的为准：\n${text}`,
  replaced: (text: string) => `【更正】之前的有误，以下面的为准：\n${text}`,
  withdrawn: (title: string, why: string | undefined) =>
    `【撤回】“${title}”这份通知撤回，请不要按它办。${why === undefined ? '' : `原因：${why}。`}`,

  choices: (how: 'correct' | 'withdraw'): readonly Choice[] => {
    const act = how === 'correct' ? '更正' : '撤回'
    return [
      { id: 'yes', label: `确认${act}` },
      { id: 'no', label: `不${act}` },
    ]
  },
  mayNot: () => '更正、撤回通知要由工商联工作人员来做。',
  noSuch: (number: number | undefined) =>
    number === undefined ? '还没有发过通知。' : `没有找到通知${number}，请核对一下编号。`,
  notOut: (number: number, state: string) =>
    `通知${number} ${state}，还没有人收到，不用更正。要改就先说“停止通知${number}”，再重新发一份。`,
  over: (number: number, state: string) => `通知${number} ${state}，没有人收到过，不用再处理。`,
  isRevision: (number: number) => `通知${number} 本身就是更正或撤回。请说原来那份通知的编号。`,
  alreadyWithdrawn: (number: number) => `通知${number} 已经撤回过了。`,
  nobodyGotIt: (number: number) => `通知${number} 没有一个人收到，不用更正或撤回。`,
  askChange: (number: number, text: string) =>
    `通知${number} 原文：\n${frame(text)}\n怎么改？可以说“把三点改成两点半”，或者发来更正后的全文。`,
  unclear: (words: string, times: number) =>
    times === 0
      ? `原文里没有“${words}”。请照原文的字说，或者发来更正后的全文。`
      : `原文里有 ${times} 处“${words}”，不知道改哪一处。请多带几个字，或者发来更正后的全文。`,
  same: () => '和原来的一样，没有改动。请把更正后的全文发来。',
  fundraising: () => '这段话像是在请大家捐款捐物，不能用通知发。募捐请说“发起募捐”。',
  stopped: (preview: RevisionPreview) =>
    preview.isTooLong
      ? `太长了，超过 ${LONGEST_TEXT} 字。请缩短后再发一遍。`
      : '里面有证件号码这类不能发到群里的信息。请去掉后再发一遍。',
  preview: (number: number, how: 'correct' | 'withdraw', preview: RevisionPreview, confirmation: string) => {
    const { reached, replaced, notYet, needsApproval, text, findings } = preview
    const anew = reached - replaced
    const ways = [
      replaced > 0 ? `其中 ${replaced} 处直接改掉原来那条` : '',
      anew > 0 ? `${replaced > 0 ? `${anew} 处` : ''}另发一条` : '',
    ].filter((one) => one !== '')
    return [
      `${how === 'correct' ? '更正' : '撤回'}通知${number}，请核对。会看到的是：`,
      frame(text),
      `发给收到过或可能收到过的 ${reached} 个群和私聊，不多不少：${ways.join('，')}。`,
      notYet === 0
        ? ''
        : how === 'correct'
          ? `还有 ${notYet} 处没轮到，先停住，更正发出后收到的就是改好的。`
          : `还有 ${notYet} 处没轮到，不再发。`,
      mailingTexts.findings(findings),
      needsApproval
        ? `原来那份经审核员同意过，更正也要审核员同意才发出。编号 ${confirmation}。`
        : `确认后立即发出。编号 ${confirmation}。`,
    ]
      .filter((line) => line !== '')
      .join('\n')
  },
  takeDown: (number: number, title: string) =>
    `通知${number}“${title}”还没有发出，没有人收到。要撤下、不再发吗？`,
  left: (how: 'correct' | 'withdraw') => (how === 'correct' ? '好的，不更正。' : '好的，不撤回。'),
  gone: () => '刚才情况有变，没有发出。请再说一遍。',
}
