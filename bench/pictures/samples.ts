import type {
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
