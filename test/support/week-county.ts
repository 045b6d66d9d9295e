const account = (id: string) => [{ platform: 'stdio', id: `u-${id}` }]
const company = (
  code: string,
  name: string,
  alias: string,
  chamber: string,
  town: string,
  trade: string,
) => ({ code, name, aliases: [alias], chamber, town, trade })
const person = (
  code: string,
  name: string,
  roles: readonly string[],
  extra: Record<string, unknown> = {},
) => ({
  code,
  name,
  roles,
  accounts: account(code),
  ...extra,
})

/** A vice-mayor with two chambers and a deputy for one of them, and a leader of a third. All invented. */
export const WEEK_COUNTY = {
  federation: { name: '栗河县工商业联合会' },
  chambers: [
    { code: 'cast', name: '铸造机械商会' },
    { code: 'food', name: '食品商会' },
    { code: 'build', name: '建材商会' },
  ],
  companies: [
    company('guxiang', '谷香食品有限公司', '谷香食品', 'food', '柳湾镇', '食品'),
    company('baiwei', '百味园食品有限公司', '百味园', 'food', '柳湾镇', '食品'),
    company('hengfeng', '恒锋铸造有限公司', '恒锋铸造', 'cast', '石桥镇', '铸造'),
    company('changliu', '长柳机械有限公司', '长柳机械', 'cast', '石桥镇', '机械'),
    company('qingwa', '青瓦建材有限公司', '青瓦建材', 'build', '石桥镇', '建材'),
  ],
  units: [
    { code: 'finance', name: '金融办', categories: ['financing'] },
    { code: 'power', name: '供电公司', categories: ['utilities'] },
    { code: 'labour', name: '人社局', categories: ['labour'] },
  ],
  people: [
    person('gu', '顾满仓', ['member'], { company: 'guxiang' }),
    person('bao', '鲍新', ['member'], { company: 'baiwei' }),
    person('heng', '衡大勇', ['member'], { company: 'hengfeng' }),
    person('chang', '常青山', ['member'], { company: 'changliu' }),
    person('wa', '瓦小军', ['member'], { company: 'qingwa' }),
    person('song', '宋敏', ['staff']),
    person('ren', '任洁', ['staff', 'reviewer']),
    person('qin', '秦岳', ['leader'], { title: '副县长' }),
    person('luo', '罗敏', ['leader'], { title: '县政府办副主任' }),
    person('ding', '丁怀民', ['leader'], { title: '县长' }),
    person('shen', '沈芸', ['leader'], { title: '县委常委、统战部部长' }),
    person('jin', '金波', ['handler'], { unit: 'finance' }),
    person('dian', '田亮', ['handler'], { unit: 'power' }),
    person('lao', '劳静', ['handler'], { unit: 'labour' }),
  ],
  responsibilities: [
    { leader: 'qin', chamber: 'cast', from: '2026-01-01', deputies: [{ person: 'luo', from: '2026-01-01' }] },
    { leader: 'qin', chamber: 'food', from: '2026-01-01' },
    { leader: 'shen', chamber: 'build', from: '2026-01-01' },
  ],
  groups: [],
}
