import type { Choice } from '../../kernel/letter-draft.ts'
import { TOLD_ASIDE } from '../../kernel/told-aside.ts'
import { mailingTexts } from '../../mailings/mailing.texts.ts'
import type { MailingPreview } from '../../mailings/mailing-preview.ts'
import type { Drive, DriveFields, Field } from './drive.ts'
import { codeAddress } from './drives/call-text.ts'
import { platformNames } from './drives/designated-platforms.ts'
import { isEmergency } from './drives/emergency.ts'
import type { Lack } from './drives/gate.ts'
import { MOST_OF_ALL, mostLetters } from './drives/most-letters.ts'
import { spokenPeriod } from './drives/period.ts'

export const FIELD_NAMES: Record<Field, string> = {
  title: '募捐名称',
  purpose: '募捐目的',
  charity: '慈善组织',
  organiser: '主办方',
  page: '慈善组织网页',
  target: '募捐目标',
  emergency: '突发事件应急',
  most: '每群最多',
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
  organiser: '与慈善组织全称一致',
  page: '慈善组织自己的网页地址',
  target: '50万元',
  emergency: '是',
  most: '2次',
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
      return unreadable(field, given)
    case 'reversed':
      return '结束日期在开始日期之前'
    case 'over':
      return `${spokenPeriod(given)}，已经过期`
    case 'notTheCharity':
      return `“${given}”和慈善组织“${fields.charity ?? '（未填）'}”不一致，款项只能进该组织自己的账户`
    case 'notDesignated':
      return `“${given}”不在民政部指定的募捐平台之列（《慈善法》第二十七条），可填${platformNames.slice(0, 4).join('、')}等；没有就不填`
    case 'notTheRunner':
      return words === undefined
        ? `“${given}”不能主办。公开募捐只能由慈善组织“${fields.charity ?? '（未填）'}”开展，合作方不得自行开展（《慈善法》第二十六条）`
        : `${quoted(words)}说成由别人组织或代收了。款物只能由慈善组织开展募捐并直接接收，请改掉（《慈善法》第二十六条）`
    case 'sameNumber':
      return '和公募资格证书号是同一个，请填民政部门给这次募捐的备案号'
    case 'noLink':
      return `请附上这次募捐在“${given}”上的网页地址`
    case 'online':
      return `文中说到${quoted(words)}，网上募捐要写明民政部指定的平台和网页地址（《慈善法》第二十七条）；不在网上募捐就把这句改掉`
    case 'link':
      return field === 'page'
        ? `“${given}”不行，要慈善组织自己的一个网页地址，不能是付款、短网址、表单或者群聊的链接`
        : `“${given}”里的链接不行。链接只能写在网络平台、慈善组织网页、查询方式里，不能是付款、短网址、表单或者群聊的链接`
    case 'payment':
      return '不登账号、收款码和付款办法。钱怎么付由慈善组织自己公布，这里只写账户名和查询方式'
    case 'pressure':
      return `有摊派、施压或点名的说法：${quoted(words)}，请改掉（《慈善法》第三十二条）`
  }
}

const quoted = (words: readonly string[] = []) => words.map((word) => `“${word}”`).join('、')

function unreadable(field: Field, given: string): string {
  if (field === 'target') return `“${given}”没看懂，请写成一个准数，例如“50万元”；不设就不填`
  if (field === 'emergency') return `“${given}”没看懂，请写“是”或者“否”`
  if (field === 'most') return `“${given}”不行，请写 1 到 ${MOST_OF_ALL} 次`
  return `“${given}”没看懂，请写成“7月20日至8月20日”`
}

/** What was not asked for and counts all the same, so that whoever says yes has seen it. */
function terms(fields: DriveFields): string {
  const said = fields.emergency === undefined ? '（从名称和用途看）' : ''
  const rhythm = isEmergency(fields)
    ? `按突发事件应急募捐办${said}：接收情况至少每 5 天公开一次。不是就说“应急：否”。`
    : '按一般募捐办：至少每 3 个月公开一次。是突发事件就说“应急：是”。'
  const most = `同一个群最多发 ${mostLetters(fields)} 次，要改就说“每群最多1次”。`
  const address = codeAddress(fields)
  const code =
    address === undefined
      ? '没有慈善组织的网页地址，海报上就不放二维码；有就说“网页：……”。'
      : `海报上的码通向 ${address} ，请核对是该慈善组织自己的网页。`
  return [rhythm + most, code].join('\n')
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
  preview: (number: number, confirmation: string, fields: DriveFields, preview: MailingPreview) =>
    [
      `募捐${number} 该有的都齐了，请核对。`,
      mailingTexts.original(preview.text),
      mailingTexts.headCount(preview),
      mailingTexts.findings(preview.findings),
      terms(fields),
      `要由另一位审核员对照证书和备案核过、同意后才发出。编号 ${confirmation}。`,
    ].join('\n'),
  nothingToGiveTo: () =>
    '谢谢您的心意。这里不收款，也不代收。眼下没有工商联转达的募捐，想捐可以直接找有公开募捐资格的慈善组织。',
  whereToGive: (drives: readonly Drive[]) =>
    [
      '谢谢您的心意。这里不收款，请直接找慈善组织：',
      ...drives.map(({ number, fields }) => {
        const { title = '', charity = '', period = '', accountHolder = '', howToCheck = '' } = fields
        return `募捐${number}“${title}”，由${charity}接收，${spokenPeriod(period)}，账户名：${accountHolder}，查询方式：${howToCheck}`
      }),
      '怎么付款以该组织公布的为准。先记一笔认捐，说“我认捐”加多少就行；捐与不捐、捐多捐少，全凭自愿。',
    ].join('\n'),
  whereToGiveInGroup: () => `谢谢您的心意。这里不收款，怎么捐${TOLD_ASIDE}。`,
  hint: () => '没看出是哪一项。请写成“用途：……”这样，一行一项。',
  previewHint: () =>
    '要改哪一项就写“用途：……”这样；没有要改的就提交审批，或者先不提交。要再看一遍，说“看原文”。',
  drawing: (number: number) => `募捐${number} 该有的都齐了，正在画海报，画好和原文一起给您核对。`,
  stillConfirming: (number: number, confirmation: string, title: string | undefined) =>
    `募捐${number}${title === undefined ? '' : `“${title}”`}（编号 ${confirmation}）您核对过原文，还没有提交：提交审批，还是先不提交？要再看一遍，说“看原文”。`,
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
  posterPending: (number: number) => `募捐${number} 的海报还没画好，画好马上给您看，看过再提交审批。`,
  noCorrection: (number: number) =>
    `募捐${number} 发出的内容不能另外更正，只能撤回。要改，请撤回后说“继续募捐${number}”重新核对。`,
  closed: (number: number) => `募捐${number} 已经结束，不再发。`,
  hadTheirMost: (number: number, titles: readonly string[]) =>
    `募捐${number} 没有发出：${titles.slice(0, 5).join('、')}${titles.length > 5 ? `等 ${titles.length} 处` : ''}已经收满这次募捐允许的次数。`,
  draftStanding: (number: number, title: string | undefined, lacks: readonly Lack[]) =>
    `募捐${number}${title === undefined ? '' : `“${title}”`}还是草稿，没有提交。${
      lacks.length === 0
        ? '该填的都齐了'
        : `还差：${[...new Set(lacks.map(({ field }) => FIELD_NAMES[field]))].join('、')}`
    }。接着办就说“继续募捐${number}”。`,
}
