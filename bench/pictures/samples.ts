import type {
  BriefPicture,
  CertificatePicture,
  ChartPicture,
  PosterPicture,
  TablePicture,
} from '../../src/kernel/picture.ts'

/** Pictures as the house makes them, with what is hard about them: long names, rare characters, none, one, many. */
export const poster: PosterPicture = {
  kind: 'poster',
  federation: '青禾县工商业联合会 转发',
  title: '防汛救灾募捐',
  slogan: '守望相助 共渡难关',
  lines: [
    '慈善组织：青禾县慈善总会',
    '公募资格证书号：53410000MJ0000888X',
    '方案备案号：53410000MJ0000888XA26001',
    '期限：即日至2026年12月31日',
    '用途：购买排涝水泵',
    '受益人：柳溪镇受灾群众',
    '查询方式：慈善中国网站',
  ],
  code: {
    url: 'https://qinghe-charity.example/drives/2026-flood',
    caption: '扫码到慈善组织的页面查看和捐赠',
  },
  progress: { per10000: 5_230, words: '已到账 ¥523,000.00，目标的 52.3%' },
}

export const plainPoster: PosterPicture = {
  kind: 'poster',
  federation: '青禾县工商业联合会',
  title: '“春蕾计划·2026”困境女童助学及乡村小学图书角建设募捐',
  lines: ['慈善组织：青禾县慈善总会'],
}

export const certificate: CertificatePicture = {
  kind: 'certificate',
  title: '致谢证书',
  to: '䶮喆（青禾县）新材料有限公司',
  body: '在“防汛救灾”募捐中，您向青禾县慈善总会捐赠人民币 50,000.00 元（大写：伍万元整），已由该会开具票据。善行义举，情暖桑梓，特此致谢。',
  from: '青禾县工商业联合会',
  day: '二〇二六年十一月二十二日',
  number: 'QH-2026-F3-0042',
  code: { url: 'https://qinghe.example/public/drives/3', caption: '扫码查看公示' },
}

export const longCertificate: CertificatePicture = {
  ...certificate,
  to: '青禾县柳溪镇恒拓生态农业科技发展股份有限公司驻沪办事处工会委员会女职工委员会',
  body: '在“春蕾计划·2026困境女童助学及乡村小学图书角建设”募捐中，您向青禾县慈善总会捐赠人民币 1,234,567.89 元（大写：壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分），并捐赠棉被 320 床、排涝水泵 12 台（经受赠方估价共计人民币 86,400.00 元），均已由该会验收并开具票据。善行义举，情暖桑梓，特此致谢。',
  from: '青禾县工商业联合会（青禾县总商会）',
}

const DONORS = [
  '青禾县恒拓机械有限公司',
  '匿名',
  '罗启明',
  '青禾县柳溪镇恒拓生态农业科技发展股份有限公司驻沪办事处',
  '䶮喆𠮷㙍龘科技（青禾）有限公司',
  '欧阳𥐕',
  '匿名',
] as const
const GIVEN = ['50,000.00', '1,000.00', '200.00', '1,286,450.00', '棉被 320 床', '8,888.88', '66.00'] as const

/** A disclosure list of so many rows. */
export const table = (rows: number): TablePicture => ({
  kind: 'table',
  title: '防汛救灾募捐公示（第 3 版）',
  subtitle: `共 ${rows} 笔，合计 ¥1,286,450.00，已使用 ¥960,000.00。截至 2026年11月22日`,
  columns: [
    { label: '序号', align: 'left', share: 10 },
    { label: '捐赠人', align: 'left', share: 45 },
    { label: '金额（元）', align: 'right', share: 25 },
    { label: '日期', align: 'left', share: 20 },
  ],
  rows: Array.from({ length: rows }, (_, at) => [
    String(at + 1),
    DONORS[at % DONORS.length] ?? '',
    GIVEN[at % GIVEN.length] ?? '',
    `11-${String(1 + (at % 22)).padStart(2, '0')}`,
  ]),
  foot: '数据由青禾县慈善总会提供，以其票据为准。匿名捐赠计入合计。',
})

export const chart: ChartPicture = {
  kind: 'chart',
  title: '2026年诉求办理情况',
  subtitle: '截至 11 月 22 日，本月办结率 91.3%',
  points: ['6月', '7月', '8月', '9月', '10月', '11月'],
  bars: [
    { label: '受理', values: [42, 51, 63, 58, 47, 69] },
    { label: '办结', values: [36, 45, 55, 52, 42, 63] },
  ],
  line: { label: '办结率', values: [85.7, 88.2, null, 89.7, 89.2, 91.3] },
}

export const chartOfNames: ChartPicture = {
  kind: 'chart',
  title: '各商会回执情况',
  subtitle: '通知57',
  points: [
    '机械装备商会',
    '农产品加工行业商会',
    '柳溪镇商会',
    '青禾县新生代企业家联谊会暨青年创业促进会',
    '建材商会',
  ],
  bars: [
    { label: '应回', values: [120, 86, 40, 33, 1286] },
    { label: '已回', values: [110, 80, 12, 0, 1200] },
  ],
  line: { label: '回执率', values: [91.7, 93, 30, 0, null] },
}

/** Twelve months, and one bar a month. */
export const chartOfMonths: ChartPicture = {
  kind: 'chart',
  title: '每月到账',
  subtitle: '单位：元',
  points: Array.from({ length: 12 }, (_, at) => `${at + 1}月`),
  bars: [
    { label: '到账', values: [0, 12_000, 3_400, 88_000, 523_000, 0, 0, 1_200, 6_600, 71_000, 9_900, 200] },
  ],
}

export const emptyChart: ChartPicture = {
  kind: 'chart',
  title: '回执情况',
  subtitle: '',
  points: [],
  bars: [],
}

/** What leaders are shown: 走势, with months in which nothing could be counted. */
export const rateTrend: ChartPicture = {
  kind: 'chart',
  title: '解决率，按月',
  subtitle: '2026年1月1日至11月23日；您包联的 2 家商会、12 家企业',
  along: 'time',
  points: Array.from({ length: 11 }, (_, at) => `${at + 1}月`),
  bars: [{ label: '办结件数', values: [6, 9, 12, 0, 15, 18, 0, 14, 20, 16, 9] }],
  line: { label: '解决率', values: [66.7, 77.8, 83.3, null, 86.7, 88.9, null, 100, 80, 75, 77.8] },
  foot: '没有圆点的月份没有办结的，不算率。口径：诉求人说解决了的占办结的。',
}

export const trendOfOne: ChartPicture = {
  kind: 'chart',
  title: '新增诉求，按月',
  subtitle: '11月1日至11月23日；全部商会和企业',
  along: 'time',
  points: ['11月'],
  bars: [{ label: '新增', values: [7] }],
}

/** Two years by month, and the days of a month: not every name has its place. */
export const trendOf24: ChartPicture = {
  kind: 'chart',
  title: '没办完的诉求，每月底',
  subtitle: '2024年12月至2026年11月；全部商会和企业',
  along: 'time',
  points: Array.from({ length: 24 }, (_, at) => {
    const month = ((at + 11) % 12) + 1
    return month === 1 || at === 0 ? `${24 + Math.ceil(at / 12)}年${month}月` : `${month}月`
  }),
  bars: [
    {
      label: '没办完',
      values: [
        31, 28, 44, 52, 61, 58, 49, 47, 55, 63, 71, 68, 66, 59, 72, 80, 91, 104, 98, 87, 76, 81, 69, 64,
      ],
    },
  ],
}

export const trendOfDays: ChartPicture = {
  kind: 'chart',
  title: '响应率，按天',
  subtitle: '10月1日至10月31日；农机装备商会',
  along: 'time',
  points: Array.from({ length: 31 }, (_, at) => `10月${at + 1}日`),
  bars: [],
  line: {
    label: '响应率',
    values: Array.from({ length: 31 }, (_, at) => (at < 8 || at % 7 === 3 ? null : 70 + ((at * 13) % 31))),
  },
}

export const comparison: ChartPicture = {
  kind: 'chart',
  title: '新增诉求，10月比9月',
  subtitle: '全部商会和企业；9月 87 件，10月 96 件',
  points: ['融资', '用工', '用地', '水电气', '拖欠账款'],
  bars: [
    { label: '9月', values: [31, 12, 8, 22, 14] },
    { label: '10月', values: [36, 18, 4, 21, 17] },
  ],
}

export const ranking: ChartPicture = {
  kind: 'chart',
  title: '解决率，各单位',
  subtitle: '2026年10月；全部商会和企业',
  along: 'names',
  points: ['供电公司', '青禾县地方金融管理和民营经济发展服务中心', '人社局', '自然资源和规划局', '农商行'],
  bars: [
    {
      label: '解决率',
      values: [95, 83.3, 80, 57.1, 40],
      written: ['95.0%（19/20）', '83.3%（10/12）', '80.0%（12/15）', '57.1%（4/7）', '40.0%（2/5）'],
    },
  ],
  most: 100,
  foot: '不足5件，不排名：税务局 3 件、市场监管局 1 件。',
}

export const ages: ChartPicture = {
  kind: 'chart',
  title: '没办完的 64 件，登记了多久',
  subtitle: '截至 11月23日 8:00；您包联的 2 家商会、12 家企业',
  points: ['3天内', '4–7天', '8–15天', '16–30天', '31–90天', '90天以上'],
  bars: [
    { label: '没办完', values: [9, 12, 20, 14, 7, 2] },
    { label: '其中超期', values: [0, 0, 3, 6, 7, 2] },
  ],
}

const briefMatter = (at: number): BriefPicture['matters'][number] => ({
  head: `2026-0${312 - at * 7} ${['宏远机械制造有限公司', '（身份封存）', '青禾县柳溪镇恒拓生态农业科技发展股份有限公司', '佳和食品有限公司'][at % 4]}`,
  state:
    ['融资 · 紧急 · 超期 5 天', '涉企检查 · 登记 12 天', '水电气 · 特急 · 超期 1 天', '用工 · 登记 3 天'][
      at % 4
    ] ?? '',
  isLate: at % 2 === 0,
  facts: [
    {
      label: '反映',
      lines:
        at % 4 === 1
          ? ['身份封存，原话不写进材料']
          : [
              '流动资金贷款 11月30日到期，农商行口头说不再续贷，下周二要发工资，流水够、没有欠息，请帮忙协调',
              '希望：先续半年，或者展期到明年三月',
            ],
    },
    { label: '承办', lines: ['金融办（协办 农商行、人社局），办理中'] },
    {
      label: '时间',
      lines: ['10月31日登记，到今天 23 天；时限 11月18日，已超期 5 天；退回 1 次；企业催办 2 次'],
    },
    {
      label: '办过',
      lines: [
        '11月3日 金融办：已联系农商行信贷部，答复要补一份抵押物评估报告，企业说来不及（前面还有 3 条）',
        '11月12日 农商行：同意展期三个月，要县里风险补偿金担保',
      ],
    },
    {
      label: '待定',
      lines: ['金融办申请延期（等风险补偿金审批），是否同意', '已超期 5 天，还要多久、卡在哪里'],
    },
  ],
})

/** As eight of them are put on one page: a line for each fact. */
const tight = ({ facts, ...rest }: BriefPicture['matters'][number]): BriefPicture['matters'][number] => ({
  ...rest,
  facts: [
    { label: '反映', lines: [(facts[0]?.lines[0] ?? '').slice(0, 46)] },
    { label: '承办', lines: [`${facts[1]?.lines[0]}；10月31日登记，到今天 23 天；退回 1 次`] },
    { label: '办过', lines: (facts[3]?.lines ?? []).slice(-1) },
    { label: '待定', lines: [(facts[4]?.lines ?? []).join('；')] },
  ],
})

/** 协调会材料 of so many matters. */
export const brief = (matters: number): BriefPicture => ({
  kind: 'brief',
  title: '协调会材料',
  subtitle: `青禾县工商业联合会；${matters} 件；截至 11月23日 8:00`,
  matters: Array.from({ length: matters }, (_, at) =>
    matters > 5 ? tight(briefMatter(at)) : briefMatter(at),
  ),
  foot: '内容取自诉求台账，办理情况用承办单位自己的话；“待定”按办理状态列出，供会上议。电话、账号已隐去。',
})
