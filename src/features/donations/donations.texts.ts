import type { Choice } from '../../kernel/letter-draft.ts'
import { TOLD_ASIDE } from '../../kernel/told-aside.ts'
import { mailingTexts } from '../../mailings/mailing.texts.ts'
import type { MailingPreview } from '../../mailings/mailing-preview.ts'
import type { Drive, DriveFields, Field } from './drive.ts'
import { platformNames } from './drives/designated-platforms.ts'
import type { Lack } from './drives/gate.ts'
import { spokenPeriod } from './drives/period.ts'

export const FIELD_NAMES: Record<Field, string> = {
  title: '募捐名称',
  purpose: '募捐目的',
  charity: '慈善组织',
  certificateNumber: '公募资格证书号',
  planNumber: '方案备案号',
  period: '期限',
  use: '用途',
  beneficiary: '受益人',
  accountHolder: '账户名',
  howToCheck: '查询方式',
  platform: '网络平台',
}

const EXAMPLES: Record<Field, string> = {
  title: '防汛救灾',
  purpose: '帮助受灾群众渡过难关',
  charity: '某某县慈善总会',
  certificateNumber: '照证书上的编号填',
  planNumber: '照民政部门备案的编号填',
  period: '7月20日至8月20日',
  use: '购买排水设备、安置受灾群众',
  beneficiary: '某某镇受灾群众',
  accountHolder: '与慈善组织全称一致',
  howToCheck: '慈善总会官网“信息公开”栏',
  platform: '腾讯公益',
}

function reasonOf({ field, why, words }: Lack, fields: DriveFields): string {
  const given = fields[field] ?? ''
  switch (why) {
    case 'absent':
      return '还没有'
    case 'placeholder':
      return `“${given}”不算，要有准确内容`
    case 'notACharity':
      return `“${given}”不是慈善组织。募捐只能由具有公开募捐资格的慈善组织开展，工商联、商会和企业都不能（《慈善法》第二十六条）`
    case 'notANumber':
      return `“${given}”不像编号，请照原件填`
    case 'unreadable':
      return `“${given}”没看懂，请写成“7月20日至8月20日”`
    case 'reversed':
      return '结束日期在开始日期之前'
    case 'over':
      return `${spokenPeriod(given)}，已经过期`
    case 'notTheCharity':
      return `“${given}”和慈善组织“${fields.charity ?? '（未填）'}”不一致，款项只能进该组织自己的账户`
    case 'notDesignated':
      return `“${given}”不在民政部指定的募捐平台之列（《慈善法》第二十七条），可填${platformNames.slice(0, 4).join('、')}等；没有就不填`
    case 'payment':
      return '不登账号、收款码和付款办法。钱怎么付由慈善组织自己公布，这里只写账户名和查询方式'
    case 'pressure':
      return `有摊派、施压或点名的说法：${(words ?? []).map((word) => `“${word}”`).join('、')}，请改掉（《慈善法》第三十二条）`
  }
}

export const donationsTexts = {
  mayNotPrepare: () =>
    '发起募捐要由工商联工作人员准备、审核员同意，款物由慈善组织接收。您想倡议的话，可以告诉我，我登记下来转给他们。',
  notHere: () => '募捐请在私聊里准备，免得大家先看到草稿。',
  noSuchDraft: (number: number) => `没有找到募捐${number} 的草稿。要新发起，说“发起募捐”加名称。`,
  notADraft: (number: number, state: string) =>
    `募捐${number} ${state}，不能再改。要另发一份，请重新“发起募捐”。`,
  lacking: (number: number, fields: DriveFields, lacks: readonly Lack[]) => {
    const title = fields.title === undefined ? '' : `“${fields.title}”`
    const list = lacks.map(
      (lack, index) => `${index + 1}. ${FIELD_NAMES[lack.field]}：${reasonOf(lack, fields)}`,
    )
    return [
      `募捐${number}${title}现在不能发，还有 ${lacks.length} 项：`,
      ...list,
      '可以一次发齐，一行一项，先后不限，例如：',
      `${FIELD_NAMES[lacks[0]?.field ?? 'title']}：${EXAMPLES[lacks[0]?.field ?? 'title']}`,
    ].join('\n')
  },
  ask: (field: Field) => `先说${FIELD_NAMES[field]}：`,
  noPayment: () => '账号、收款码这类没有记下：这里不收款，也不转发付款办法，请大家按慈善组织公布的渠道办理。',
  scopeUnknown: (words: string) => `发送范围里没有找到“${words}”，请说商会名、群名或“全体”。`,
  scopeAmbiguous: (words: string, names: readonly string[]) =>
    `“${words}”可能是${names.join('、')}，请说全名。`,
  noGroups: (audience: string) => `${audience}在名册里还没有群，发不到。请换个范围，例如“范围：全体”。`,
  stopped: (preview: MailingPreview) => mailingTexts.stopped(preview),
  preview: (number: number, confirmation: string, preview: MailingPreview) =>
    [
      `募捐${number} 该有的都齐了，请核对。`,
      mailingTexts.original(preview.text),
      mailingTexts.headCount(preview),
      mailingTexts.findings(preview.findings),
      `要由另一位审核员对照证书和备案核过、同意后才发出。编号 ${confirmation}。`,
    ].join('\n'),
  nothingToGiveTo: () =>
    '谢谢您的心意。这里不收款，也不代收。眼下没有工商联转达的募捐，想捐可以直接找有公开募捐资格的慈善组织。',
  whereToGive: (drives: readonly Drive[]) =>
    [
      '谢谢您的心意。这里不收款，也不登记金额，请直接找慈善组织：',
      ...drives.map(({ number, fields }) => {
        const { title = '', charity = '', period = '', accountHolder = '', howToCheck = '' } = fields
        return `募捐${number}“${title}”，由${charity}接收，${spokenPeriod(period)}，账户名：${accountHolder}，查询方式：${howToCheck}`
      }),
      '怎么付款以该组织公布的为准。捐与不捐、捐多捐少，全凭自愿。',
    ].join('\n'),
  whereToGiveInGroup: () => `谢谢您的心意。这里不收款，怎么捐${TOLD_ASIDE}。`,
  hint: () => '没看出是哪一项。请写成“用途：……”这样，一行一项。',
  previewHint: () =>
    '要改哪一项就写“用途：……”这样；没有要改的就提交审批，或者先不提交。要再看一遍，说“看原文”。',
  stillConfirming: (number: number, title: string | undefined) =>
    `募捐${number}${title === undefined ? '' : `“${title}”`}您核对过原文，还没有提交：提交审批，还是先不提交？要再看一遍，说“看原文”。`,
  confirmChoices: (): readonly Choice[] => [
    { id: 'yes', label: '提交审批' },
    { id: 'no', label: '先不提交' },
  ],
  kept: (number: number) => `好的，募捐${number} 没有提交，草稿留着。接着填就说“继续募捐${number}”。`,
  keptInSilence: (number: number) => `募捐${number} 的草稿先存着，没有提交。接着填就说“继续募捐${number}”。`,
  stillLacking: (number: number, fields: DriveFields, lacks: readonly Lack[]) =>
    `募捐${number} 没有发出：${lacks.map((lack) => `${FIELD_NAMES[lack.field]}${reasonOf(lack, fields)}`).join('；')}。`,
  changedMeanwhile: (number: number) =>
    `募捐${number} 的内容在您核对之后变了，没有提交。请说“继续募捐${number}”重新核对。`,
  draftStanding: (number: number, title: string | undefined, lacks: readonly Lack[]) =>
    `募捐${number}${title === undefined ? '' : `“${title}”`}还是草稿，没有提交。${
      lacks.length === 0
        ? '该填的都齐了'
        : `还差：${[...new Set(lacks.map(({ field }) => FIELD_NAMES[field]))].join('、')}`
    }。接着办就说“继续募捐${number}”。`,
}
