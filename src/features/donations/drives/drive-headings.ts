/** 一行一项的标题: how a form's lines are headed, and how a heading is told from an ordinary word. */
import type { Field } from '../drive.ts'

/** How staff head a line of the form. Longer headings come first, so that 公募资格证书号 is not read as 证书号. */
const LABELS: Record<Field | 'recipient' | 'scope' | 'payment', readonly string[]> = {
  title: ['募捐名称', '活动名称', '项目名称', '名称', '主题', '标题', '事由'],
  purpose: ['募捐目的', '活动目的', '目的', '宗旨'],
  charity: [
    '合作慈善组织',
    '慈善组织名称',
    '慈善组织',
    '慈善机构',
    '公募组织',
    '募捐组织',
    '募捐主体',
    '接收单位',
    '接收方',
    '受赠方',
    '受赠单位',
    '合作方',
  ],
  organiser: ['主办单位', '主办方', '承办单位', '组织单位', '募捐发起方'],
  certificateNumber: [
    '公开募捐资格证书编号',
    '公开募捐资格证书号',
    '公开募捐资格证号',
    '公募资格证书编号',
    '公募资格证书号',
    '公募资格证号',
    '公募资格证书',
    '公募证书号',
    '公募证号',
    '资格证书号',
    '证书编号',
    '证书号',
  ],
  planNumber: [
    '募捐方案备案编号',
    '募捐方案备案号',
    '方案备案编号',
    '方案备案号',
    '募捐备案号',
    '活动备案号',
    '备案编号',
    '备案号',
  ],
  period: [
    '募捐起止时间',
    '募捐期限',
    '募捐时间',
    '活动时间',
    '起止时间',
    '起止日期',
    '起止',
    '期限',
    '时间',
  ],
  use: ['善款用途', '款物用途', '资金用途', '用途'],
  beneficiary: ['受益对象', '受益人', '受益方', '受助对象', '受助人', '救助对象', '帮扶对象', '帮助对象'],
  accountHolder: [
    '捐赠账户名称',
    '捐赠账户名',
    '账户名称',
    '账户户名',
    '账户名',
    '收款户名',
    '开户名',
    '户名',
    '账户',
  ],
  howToCheck: ['信息查询方式', '查询方式', '查询办法', '查询方法', '查询渠道', '查询'],
  platform: [
    '互联网募捐平台',
    '网络募捐平台',
    '线上平台',
    '网络平台',
    '公募平台',
    '募捐平台',
    '平台链接',
    '募捐链接',
    '平台',
    '链接',
  ],
  page: [
    '慈善组织网页',
    '慈善组织官网',
    '慈善组织网站',
    '慈善组织网址',
    '官方网页',
    '官方网址',
    '官网网址',
    '官网链接',
    '网页链接',
    '网页',
    '网址',
  ],
  target: ['募捐目标', '募集目标', '筹款目标', '目标金额', '目标数额', '目标'],
  emergency: ['突发事件应急募捐', '突发事件应急', '是否突发事件', '突发事件', '是否应急', '应急募捐', '应急'],
  most: ['每群最多发送次数', '每群最多次数', '每群最多发', '每群最多', '每群次数', '最多发送', '发送次数'],
  // Who receives and who is helped are often one word; a charity's name tells which is meant.
  recipient: ['受助方', '受捐方', '捐给'],
  scope: ['发送范围', '通知范围', '发布范围', '范围', '发给', '发到'],
  payment: [
    '银行账号',
    '收款账号',
    '对公账号',
    '账号',
    '卡号',
    '开户银行',
    '开户行',
    '收款码',
    '付款码',
    '二维码',
    '微信号',
    '支付宝',
  ],
}

/** What a heading stands for. */
export const MEANING = new Map(
  Object.entries(LABELS).flatMap(([meaning, labels]) =>
    labels.map((label) => [label, meaning as keyof typeof LABELS] as const),
  ),
)
const ANY = [...MEANING.keys()].sort((a, b) => b.length - a.length).join('|')
const NUMBERING = String.raw`(?:[(（]?\d{1,2}[)）.、]|[-•*])?\s*`
/** In the middle of a line these are no ordinary words, so a space after them is enough: …，证书编号 5333…. */
const PLAIN_ONLY = [...MEANING.keys()]
  .filter((label) => label.length > 3 || /^(?:户名|账号|卡号|用途|期限|查询|备案号|受益人)$/u.test(label))
  .sort((a, b) => b.length - a.length)
  .join('|')
/** 户名：…, 户名是…, 户名写错了，是… */
const LINK = String.raw`(?:[:：=]|(?:(?:写|填|记|搞|弄)?错了?|不对|有误)[\s，,]*(?:应该?)?是|(?:应该?)?是(?!否)|为|改[成为]|换成)`
/** 字段：值 anywhere; 字段是值 and 字段 值 only where a line or a clause begins. */
export const HEADING = new RegExp(
  [
    String.raw`(?:^|[\n，,；;。]|(?<=\s))${NUMBERING}(${ANY})\s*${LINK}\s*`,
    String.raw`(?:^|\n)${NUMBERING}(${ANY})[ \t\u3000]+(?=\S)`,
    String.raw`[，,；;。]\s*(${PLAIN_ONLY})[ \t\u3000]+(?=\S)`,
    String.raw`(?<=\s)(账号|卡号)\s*(?=\d)`,
  ].join('|'),
  'gu',
)
