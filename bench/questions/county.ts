/** The county that the phrasings are asked in, and its day. All of it invented; names are alike on purpose. */
import type { Category } from '../../src/kernel/appeal-terms.ts'
import type { Company, Directory, RosterPerson, Unit } from '../../src/kernel/directory.ts'
import type { Occasion } from '../../src/kernel/standing.ts'

/** A Thursday, ten in the morning. */
export const AT = new Date('2026-11-19T10:00:00+08:00')
export const TODAY = '2026-11-19'

const byCode = <T extends { readonly code: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.code, row]))

type FirmRow = readonly [
  code: string,
  name: string,
  chamber: string,
  town: string,
  trade: string,
  also?: string,
]

const FIRMS: readonly FirmRow[] = [
  ['hongyuan-jx', '宏远机械有限公司', 'jixie', '城关镇', '机械制造'],
  ['hongyuan-sp', '宏远食品有限公司', 'shipin', '石桥镇', '食品加工'],
  ['hongyun', '鸿运起重设备有限公司', 'jixie', '城关镇', '机械制造'],
  ['shunda-zz', '顺达铸造有限公司', 'jixie', '柳林镇', '机械制造'],
  ['shunda-wl', '顺达物流有限公司', 'wuliu', '城关镇', '物流'],
  ['tieniu', '临溪铁牛重工股份有限公司', 'jixie', '柳河镇', '机械制造', '铁牛'],
  ['jinlong', '金龙塔机有限公司', 'jixie', '石桥镇', '机械制造'],
  ['huaqiang', '华强液压件厂', 'jixie', '柳林镇', '机械制造'],
  ['tiancheng', '天成钢构有限公司', 'jixie', '城关镇', '建材'],
  ['hengtai', '恒泰电缆有限公司', 'jixie', '柳河镇', '机械制造'],
  ['meijia-mc', '美佳门窗有限公司', 'jiaju', '城关镇', '建材'],
  ['meijia-jj', '美嘉家具有限公司', 'jiaju', '柳林镇', '建材'],
  ['xingda', '兴达板材有限公司', 'jiaju', '石桥镇', '建材'],
  ['oubang', '欧邦卫浴有限公司', 'jiaju', '城关镇', '建材'],
  ['lvjia', '绿佳涂料有限公司', 'jiaju', '柳河镇', '建材'],
  ['mulin', '木林居家具厂', 'jiaju', '大王庄乡', '建材', '木林'],
  ['anju', '安居装饰工程有限公司', 'jiaju', '城关镇', '建材'],
  ['jiahe-sp', '佳和食品有限公司', 'shipin', '城关镇', '食品加工'],
  ['jiahe-my', '嘉禾面业有限公司', 'shipin', '柳河镇', '食品加工'],
  ['laohuaishu', '临溪老槐树酒业有限公司', 'shipin', '石桥镇', '食品加工', '老槐树'],
  ['tianrun', '天润乳业有限公司', 'shipin', '柳林镇', '食品加工'],
  ['fumanduo', '福满多糕点有限公司', 'shipin', '城关镇', '食品加工'],
  ['qingquan', '清泉饮料有限公司', 'shipin', '大王庄乡', '食品加工'],
  ['ruifeng', '瑞丰包装有限公司', 'shipin', '石桥镇', '食品加工'],
  ['jinxiu', '锦绣纺织有限公司', 'fangzhi', '城关镇', '纺织服装'],
  ['caiyun', '彩云服装有限公司', 'fangzhi', '柳林镇', '纺织服装'],
  ['huamian', '华棉纱业有限公司', 'fangzhi', '柳河镇', '纺织服装'],
  ['yifeng', '伊枫制衣有限公司', 'fangzhi', '城关镇', '纺织服装'],
  ['bailing', '百灵针织厂', 'fangzhi', '石桥镇', '纺织服装'],
  ['tongda', '通达快运有限公司', 'wuliu', '城关镇', '物流'],
  ['wanjia', '万佳超市连锁有限公司', 'wuliu', '城关镇', '商贸'],
  ['baihui', '百汇商贸有限公司', 'wuliu', '石桥镇', '商贸'],
  ['lianhe', '联禾供应链有限公司', 'wuliu', '柳河镇', '物流'],
  ['yuanfang', '远方冷链物流有限公司', 'wuliu', '柳林镇', '物流'],
  ['fengshou', '丰收农机专业合作社', 'nongye', '大王庄乡', '种养'],
  ['lvye', '绿野蔬菜专业合作社', 'nongye', '大王庄乡', '种养'],
  ['jinguo', '金果果业有限公司', 'nongye', '柳林镇', '种养'],
  ['mufeng', '牧丰养殖有限公司', 'nongye', '柳河镇', '种养'],
  ['hetian', '禾田种业有限公司', 'nongye', '石桥镇', '种养'],
  ['tianyuan', '田园粮油有限公司', 'nongye', '柳河镇', '种养'],
]

const firm = ([code, name, chamber, town, trade, also]: FirmRow): Company => ({
  code,
  name,
  aliases: also === undefined ? [] : [also],
  chamber,
  town,
  trade,
  tags: [],
})

const unit = (code: string, name: string, categories: readonly Category[], head?: string): Unit => ({
  code,
  name,
  categories,
  ...(head === undefined ? {} : { head }),
})

const PEOPLE: readonly RosterPerson[] = [
  { code: 'wang', name: '王志远', title: '常务副市长', roles: ['leader'] },
  { code: 'li-min', name: '李敏', title: '副市长', roles: ['leader'] },
  { code: 'zhang', name: '张卫东', title: '市委统战部部长', roles: ['leader'] },
  { code: 'li-ming', name: '李明', title: '市政协副主席', roles: ['leader'] },
  { code: 'sun', name: '孙丽华', title: '市人力资源和社会保障局局长', roles: ['officer'], unit: 'renshe' },
  { code: 'qian', name: '钱国庆', title: '市供电公司副经理', roles: ['handler'], unit: 'gongdian' },
  { code: 'he', name: '何晓燕', title: '工商联干事', roles: ['staff'] },
  { code: 'liu', name: '刘海峰', title: '总经理', roles: ['member'], company: 'hongyuan-jx' },
  { code: 'zhao', name: '赵小芹', title: '董事长', roles: ['member'], company: 'jiahe-sp' },
  { code: 'niu', name: '牛大勇', title: '董事长', roles: ['member'], company: 'tieniu' },
  { code: 'ma', name: '马秀兰', title: '厂长', roles: ['member'], company: 'bailing' },
]

export const county: Directory = {
  version: 1,
  federation: '临溪市工商业联合会',
  chambers: byCode([
    { code: 'jixie', name: '建筑机械商会' },
    { code: 'jiaju', name: '家居建材商会' },
    { code: 'shipin', name: '食品加工商会' },
    { code: 'fangzhi', name: '纺织服装商会' },
    { code: 'wuliu', name: '商贸物流商会' },
    { code: 'nongye', name: '农业产业商会' },
  ]),
  companies: byCode(FIRMS.map(firm)),
  units: byCode([
    unit('gongxin', '临溪市工业和信息化局', ['policy-delivery', 'logistics']),
    unit('renshe', '临溪市人力资源和社会保障局', ['labour', 'talent'], 'sun'),
    unit('shichang', '临溪市市场监督管理局', ['permits', 'inspection', 'ip']),
    unit('ziran', '临溪市自然资源局', ['land']),
    unit('huanjing', '临溪市生态环境局', ['environment']),
    unit('gongdian', '临溪市供电公司', ['utilities'], 'qian'),
    unit('jinrong', '临溪市金融工作办公室', ['financing']),
    unit('zhujian', '临溪市住房和城乡建设局', ['arrears']),
  ]),
  people: byCode(PEOPLE),
  groups: new Map(),
  responsibilities: [
    { leader: 'wang', chamber: 'jixie' },
    { leader: 'wang', chamber: 'jiaju' },
    { leader: 'li-min', chamber: 'shipin', deputies: [{ person: 'li-ming' }] },
    { leader: 'li-min', chamber: 'fangzhi' },
    { leader: 'zhang', chamber: 'wuliu' },
    { leader: 'li-ming', chamber: 'nongye' },
    { leader: 'zhang', company: 'tieniu', from: '2026-03-01' },
  ],
}

export const occasions: readonly Occasion[] = [
  { title: '防汛救灾捐款', drive: 3, from: '2026-07-20', to: '2026-08-15' },
  { title: '金秋助学', drive: 4, from: '2026-08-20', to: '2026-09-10' },
  { title: '暖冬行动', drive: 6, from: '2026-11-05', to: null },
]
