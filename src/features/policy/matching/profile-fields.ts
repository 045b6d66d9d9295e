/** What a policy asks of a company, and how it is asked for: the closed list of 企业资料. */

export type FactKind = 'number' | 'flag' | 'size' | 'since' | 'text'

interface Field {
  readonly label: string
  readonly kind: FactKind
  /** 人, 万元 or %; a number is kept in it. */
  readonly unit?: string
  readonly question: string
  /** What usually shows it; a document's own list of materials comes first, and staff decide. */
  readonly proof: string
  /** A figure of a year: said more than a year ago it is asked anew. */
  readonly yearly?: true
  /** The question asks whether the contrary holds: a yes to it means no. */
  readonly asksOpposite?: true
  /** What of a document's own list of materials shows it. */
  readonly shownBy: RegExp
}

export const FIELDS = {
  size: {
    label: '规模',
    kind: 'size',
    question: '贵公司是哪一类：微型、小型、中型，还是大型企业？',
    proof: '中小企业声明或者上年度财务报表',
    yearly: true,
    shownBy: /财务|审计|中小企业声明/u,
  },
  trade: {
    label: '行业',
    kind: 'text',
    question: '贵公司主要做什么？',
    proof: '营业执照',
    shownBy: /营业执照/u,
  },
  town: {
    label: '所在乡镇',
    kind: 'text',
    question: '贵公司在哪个乡镇？',
    proof: '营业执照',
    shownBy: /营业执照|住所/u,
  },
  local: {
    label: '在本地注册',
    kind: 'flag',
    question: '贵公司是在本地注册的吗？',
    proof: '营业执照',
    shownBy: /营业执照/u,
  },
  registered: {
    label: '成立时间',
    kind: 'since',
    question: '贵公司是哪年哪月成立的？',
    proof: '营业执照',
    shownBy: /营业执照/u,
  },
  staff: {
    label: '职工人数',
    kind: 'number',
    unit: '人',
    question: '贵公司现在有多少职工？',
    proof: '社会保险缴费记录或者职工花名册',
    yearly: true,
    shownBy: /社保|社会保险|参保|花名册|工资/u,
  },
  insured: {
    label: '参保人数',
    kind: 'number',
    unit: '人',
    question: '贵公司给多少职工交社保？',
    proof: '社会保险缴费记录',
    yearly: true,
    shownBy: /社保|社会保险|参保/u,
  },
  revenue: {
    label: '上年营业收入',
    kind: 'number',
    unit: '万元',
    question: '贵公司上一年的营业收入大约多少万元？',
    proof: '上年度财务报表',
    yearly: true,
    shownBy: /财务|审计|报表/u,
  },
  tax: {
    label: '上年纳税额',
    kind: 'number',
    unit: '万元',
    question: '贵公司上一年交了多少万元的税？',
    proof: '完税证明',
    yearly: true,
    shownBy: /完税|纳税/u,
  },
  research: {
    label: '上年研发费用',
    kind: 'number',
    unit: '万元',
    question: '贵公司上一年的研发费用大约多少万元？',
    proof: '研发费用专账',
    yearly: true,
    shownBy: /研发|加计|审计/u,
  },
  researchShare: {
    label: '研发费用占收入的比例',
    kind: 'number',
    unit: '%',
    question: '贵公司上一年的研发费用占营业收入的百分之几？',
    proof: '上年度审计报告',
    yearly: true,
    shownBy: /研发|审计/u,
  },
  investment: {
    label: '设备和固定资产投资',
    kind: 'number',
    unit: '万元',
    question: '这次的设备和固定资产投资大约多少万元？',
    proof: '设备购置发票和合同',
    yearly: true,
    shownBy: /发票|购置|合同|备案/u,
  },
  exports: {
    label: '有出口业务',
    kind: 'flag',
    question: '贵公司有出口业务吗？',
    proof: '出口报关单',
    yearly: true,
    shownBy: /报关|出口|外贸/u,
  },
  insurance: {
    label: '依法缴纳社会保险费',
    kind: 'flag',
    question: '贵公司的社会保险费都按时交了吗？',
    proof: '社会保险缴费记录',
    yearly: true,
    shownBy: /社保|社会保险|参保/u,
  },
  clean: {
    label: '没有失信和经营异常记录',
    kind: 'flag',
    question: '贵公司有没有被列入失信名单或者经营异常名录？',
    asksOpposite: true,
    proof: '信用报告',
    yearly: true,
    shownBy: /信用/u,
  },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof FIELDS

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[]

/** The table's line with what only some lines have. */
export const fieldOf = (name: FieldName): Field => FIELDS[name]

export const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name)

export const SIZES = ['micro', 'small', 'medium', 'large'] as const
export type Size = (typeof SIZES)[number]

export const SIZE_LABELS: Readonly<Record<Size, string>> = {
  micro: '微型企业',
  small: '小型企业',
  medium: '中型企业',
  large: '大型企业',
}
