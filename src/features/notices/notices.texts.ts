import type { Choice } from '../../kernel/letter-draft.ts'
import { mailingTexts } from '../../mailings/mailing.texts.ts'
import type { MailingPreview } from '../../mailings/mailing-preview.ts'
import type { ReceiptReport } from './receipts/receipt-report.ts'

/** Added to the text where answers are wanted and it does not ask for them itself. */
export const RECEIPT_LINE = '收到请在群里回复“收到”。'

/** Names listed before the rest is only counted; the whole list is in `notices --json`. */
const MOST_NAMES = 40

const names = (people: ReceiptReport['missing']) => {
  const shown = people
    .slice(0, MOST_NAMES)
    .map(({ name, words }) => (words === undefined ? name : `${name}（“${words}”）`))
  return `${shown.join('、')}${people.length > MOST_NAMES ? `等 ${people.length} 人` : ''}`
}

export const noticesTexts = {
  mayNotPrepare: () => '群发通知要由工商联工作人员来做。您有事要让大家知道，可以告诉我，我登记下来转给他们。',
  notHere: () => '通知请在私聊里交给我准备，免得大家先看到草稿。',
  askAudience: () => '发给谁？可以说商会名、群名，或“全体”；要除开谁也一并说，比如“全体，不含某某商会”。',
  unknownAudience: (words: string) => `没有找到“${words}”，名册里没有这个商会或群。请把要发的范围再说一遍。`,
  stillAskAudience: () => '刚才那份通知还没定发给谁。可以说商会名、群名，或“全体”；不发了就说“不发了”。',
  stillAskText: (audience: string) =>
    `刚才发给${audience}的通知还没有正文。原文请发给我，一字不改照发；不发了就说“不发了”。`,
  textKept: () => '正文记下了，一字不改照发。发给谁？可以说商会名、群名，或“全体”。',
  ambiguousAudience: (words: string, options: readonly string[]) =>
    `“${words}”可能是${options.join('、')}，请说全名。`,
  noGroups: (audience: string) => `${audience}在名册里还没有群，通知发不到。请换个范围，或先把群登记进名册。`,
  askText: (audience: string) => `发给${audience}。通知的原文请发给我，一字不改照发。`,
  changeText: () => '请把新的全文发给我，一字不改照发。',
  preview: (number: number, confirmation: string, preview: MailingPreview, awaitsReceipts: boolean) =>
    [
      `通知${number} 请核对。`,
      mailingTexts.original(preview.text),
      mailingTexts.headCount(preview),
      mailingTexts.findings(preview.findings),
      awaitsReceipts ? '要回执：群里回“收到”的会记下来。' : '不要回执。要的话说“要回执”。',
      preview.isForMany
        ? `不止一个商会，确认后还要一位审核员同意才发出。编号 ${confirmation}。`
        : `确认后立即发出。编号 ${confirmation}。`,
    ].join('\n'),
  previewHint: () =>
    '没听明白要改什么。可以说“改成：新的全文”“把三点改成两点半”“发给某某商会”“要回执”，或者确认、不发。要再看一遍，说“看原文”。',
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
  gone: () => '要发的群现在一个也不在名册里了，没有发出。',
  mayNotSeeReceipts: () => '回执情况只有工作人员、审核员和各商会秘书能看。',
  noReceiptsYet: (number: number) => `通知${number} 还没有发出，谈不上回执。`,
  receipts: (number: number, title: string, awaited: boolean, asOf: string, report: ReceiptReport) => {
    const { acknowledged, onLeave, seen, unclear, missing } = report
    const missed =
      missing.length === 0 ? ['都回了。'] : [`还没回 ${missing.length} 人：`, ...byChamber(missing)]
    return [
      `通知${number}“${title}”，截至 ${asOf}：收到 ${acknowledged.length} 人。${awaited ? '' : '（这份通知没有要回执）'}`,
      ...(onLeave.length > 0 ? [`收到但请假 ${onLeave.length} 人：${names(onLeave)}`] : []),
      ...(seen.length > 0 ? [`看到了还没确认 ${seen.length} 人：${names(seen)}`] : []),
      ...(unclear.length > 0 ? [`说得不清楚、请您看一下 ${unclear.length} 人：${names(unclear)}`] : []),
      ...missed,
    ].join('\n')
  },
  received: (number: number) => `好的，通知${number} 记下您已回。`,
  noted: () => '好的。',
}

function byChamber(missing: ReceiptReport['missing']): readonly string[] {
  const groups = Map.groupBy(missing, ({ chamber }) => chamber ?? '没有商会的')
  return [...groups].map(([chamber, people]) => `${chamber}：${names(people)}`)
}
