/** 名册工作簿: its sheets and columns, as people see them and as the roster file names them. */
import { categories, categoryLabels } from '../../kernel/appeal-terms.ts'
import { ROLES, type Role } from '../../kernel/person.ts'

export interface RosterColumn {
  /** As in the roster's JSON. */
  readonly key: string
  readonly heading: string
  readonly note: string
  readonly required?: true
  readonly kind: 'text' | 'day' | 'list' | 'accounts' | 'deputies'
  /** Closed values: what is written in the sheet, and what it stands for. */
  readonly among?: ReadonlyMap<string, string>
}

export interface RosterSheet {
  /** As in the roster's JSON. */
  readonly section: string
  readonly name: string
  readonly columns: readonly RosterColumn[]
}

const roleLabels: Readonly<Record<Role, string>> = {
  member: '会员',
  secretary: '商会秘书长',
  handler: '经办人',
  officer: '服务专员',
  staff: '工作人员',
  reviewer: '审批人',
  leader: '领导',
  auditor: '审计',
}
const audienceLabels = { public: '公开', members: '会员', internal: '内部' } as const

const labelled = <T extends string>(all: readonly T[], labels: Readonly<Record<T, string>>) =>
  new Map<string, string>(all.map((one) => [labels[one], one]))

const text = (key: string, heading: string, note: string): RosterColumn => ({
  key,
  heading,
  note,
  kind: 'text',
})
const required = (column: RosterColumn): RosterColumn => ({ ...column, required: true })
const day = (key: string, heading: string, note: string): RosterColumn => ({
  key,
  heading,
  note,
  kind: 'day',
})

const code = required(text('code', '代码', '字母、数字、- 和 _，在本表里不重复，定了不要再改'))
const until = day('until', '截止日期', '不再有效的最后一天，例如 2026-12-31；一直有效就空着')
const chamber = text('chamber', '商会代码', '“商会”表里的代码')
const company = text('company', '企业代码', '“企业”表里的代码')
const unit = text('unit', '单位代码', '“承办单位”表里的代码')
const SEPARATED = '几个之间用顿号隔开'

export const rosterSheets: readonly RosterSheet[] = [
  {
    section: 'federation',
    name: '工商联',
    columns: [required(text('name', '名称', '工商联全称，只填一行'))],
  },
  {
    section: 'chambers',
    name: '商会',
    columns: [code, required(text('name', '名称', '商会全称')), until],
  },
  {
    section: 'companies',
    name: '企业',
    columns: [
      code,
      required(text('name', '名称', '企业全称')),
      { ...text('aliases', '简称', `大家平时怎么叫它，${SEPARATED}`), kind: 'list' },
      chamber,
      text('town', '乡镇', '所在乡镇或街道'),
      text('trade', '行业', '例如 建筑机械'),
      { ...text('tags', '标签', SEPARATED), kind: 'list' },
      until,
    ],
  },
  {
    section: 'units',
    name: '承办单位',
    columns: [
      code,
      required(text('name', '名称', '单位全称；常用的简称可以写在括号里')),
      {
        ...text(
          'categories',
          '负责类别',
          `${categories.map((one) => categoryLabels[one]).join('、')}；${SEPARATED}`,
        ),
        kind: 'list',
        among: labelled(categories, categoryLabels),
      },
      text('head', '负责人代码', '“人员”表里的代码，超期时提醒他'),
      until,
    ],
  },
  {
    section: 'people',
    name: '人员',
    columns: [
      code,
      required(text('name', '姓名', '')),
      text('title', '职务', '例如 副县长'),
      {
        ...text(
          'roles',
          '角色',
          `${ROLES.map((one) => roleLabels[one]).join('、')}；${SEPARATED}，空着算会员`,
        ),
        kind: 'list',
        among: labelled(ROLES, roleLabels),
      },
      company,
      chamber,
      unit,
      {
        ...text('accounts', '聊天账号', `平台:账号，例如 wecom:zhangsan；${SEPARATED}，不知道就空着`),
        kind: 'accounts',
      },
      until,
    ],
  },
  {
    section: 'responsibilities',
    name: '分包联系',
    columns: [
      required(text('leader', '领导代码', '“人员”表里的代码')),
      text('company', '企业代码', '包企业填这个，和商会代码只填一个'),
      text('chamber', '商会代码', '包商会填这个'),
      day('from', '开始日期', '从哪天起，例如 2026-01-01；一直是就空着'),
      until,
      {
        ...text(
          'deputies',
          '代管人',
          `人员代码，可带起止日期，例如 li(2026-03-01至2026-03-31)；${SEPARATED}`,
        ),
        kind: 'deputies',
      },
    ],
  },
  {
    section: 'groups',
    name: '群',
    columns: [
      text('code', '代码', '空着就用群号'),
      required(text('platform', '平台', 'wecom、telegram、wechat 等')),
      text('account', '机器人账号', '一个平台只有一个账号就空着'),
      required(text('id', '群号', '群在平台上的编号')),
      required(text('title', '群名', '')),
      chamber,
      {
        ...text(
          'audience',
          '群的范围',
          '公开：会员和外人都在；会员：只有会员；内部：只有工作人员和领导。空着算公开',
        ),
        among: labelled(['public', 'members', 'internal'] as const, audienceLabels),
      },
      until,
    ],
  },
]

/** How the row that explains the columns begins; it is no entry. */
export const NOTE = '说明：'
