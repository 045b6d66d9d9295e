/** An invented county: two chambers, whose members a notice is for, and a third that it is not for. */
import type { Chamber, Company, Directory, RosterPerson } from '../../src/kernel/directory.ts'

const CHAMBERS: readonly Chamber[] = [
  { code: 'motors', name: '机电商会' },
  { code: 'food', name: '食品商会' },
  { code: 'haulage', name: '物流协会' },
]

/** Code, name, company's code and name; the title where there is one. */
const MOTORS = [
  ['lei', '雷振华', 'hongda', '宏达起重设备有限公司'],
  ['hu', '胡金凤', 'hongda', '宏达起重设备有限公司'],
  ['zhang1', '张立群', 'hengchang', '恒昌铸造有限公司'],
  ['zhang2', '张海燕', 'jinyu', '金宇电机有限公司'],
  ['qian', '钱永福', 'yongfu', '永福五金商行'],
  ['meng', '孟祥瑞', 'ruifeng', '瑞丰农机有限公司'],
  ['ouyang', '欧阳慧', 'huitong', '慧通线缆有限公司'],
  ['tan', '谭小军', 'junli', '军力轴承有限公司'],
  ['he', '何春生', 'chunsheng', '春生钣金厂'],
  ['luo', '罗建平', 'jianping', '建平模具厂'],
  ['luo2', '罗晓东', 'dongsheng', '东升泵业有限公司'],
  ['pan', '潘国强', 'guoqiang', '国强汽修有限公司'],
  ['ding', '丁一鸣', 'mingda', '鸣达电气有限公司'],
  ['fang', '方秀英', 'xiuying', '秀英包装有限公司'],
  ['shi', '石磊', 'leixin', '磊鑫石材机械有限公司'],
  ['kong', '孔令辉', 'linghui', '令辉重工有限公司', '会长'],
] as const
const FOOD = [
  ['zou', '邹玉梅', 'yumei', '玉梅豆制品厂'],
  ['gu', '顾长海', 'haiwei', '海味轩食品有限公司'],
  ['liang', '梁冬', 'dongdong', '冬冬糕点店'],
  ['xie', '谢广发', 'guangfa', '广发粮油有限公司'],
  ['cui', '崔丽', 'liren', '丽人饮品有限公司'],
  ['ma', '马超', 'chaofan', '超凡冷链有限公司'],
  ['hao', '郝仁杰', 'renjie', '仁杰肉联厂'],
  ['zhang3', '张福来', 'fulai', '福来面业有限公司'],
] as const

const people: RosterPerson[] = [
  ...[...MOTORS, ...FOOD].map(([code, name, company, , title]) => ({
    code,
    name,
    company,
    roles: ['member'] as const,
    ...(title === undefined ? {} : { title }),
  })),
  { code: 'bao', name: '包文斌', chamber: 'motors', roles: ['secretary'] },
  { code: 'zhu', name: '祝明', chamber: 'food', roles: ['secretary'] },
]
/** Not meant: somebody of another chamber, and the office. */
const others: RosterPerson[] = [
  { code: 'wan', name: '万里', company: 'licheng', roles: ['member'] },
  { code: 'lou', name: '娄敏', title: '办公室主任', roles: ['staff'] },
]

const company = (chamber: string, [, , code, name]: readonly string[]): Company => ({
  code: code as string,
  name: name as string,
  aliases: [],
  chamber,
  tags: [],
})
const companies = [
  ...MOTORS.map((row) => company('motors', row)),
  ...FOOD.map((row) => company('food', row)),
  company('haulage', ['', '', 'licheng', '里程物流有限公司']),
]

const byCode = <T extends { readonly code: string }>(some: readonly T[]) =>
  new Map(some.map((one) => [one.code, one]))

export const county: Directory = {
  version: 1,
  federation: '芦川县工商业联合会',
  chambers: byCode(CHAMBERS),
  companies: byCode(companies),
  units: new Map(),
  people: byCode([...people, ...others]),
  groups: new Map(),
  responsibilities: [],
}

export const audience: ReadonlySet<string> = new Set(people.map(({ code }) => code))

/** The chamber whose group a line is said in: that of whoever says it; of those whom nobody knows, the first. */
export function groupOf(code: string | undefined): string {
  const person = county.people.get(code ?? '')
  return person?.chamber ?? county.companies.get(person?.company ?? '')?.chamber ?? 'motors'
}
