/** A roster for tests: two chambers, three companies, two units, one of each role. All invented. */
export const SMALL_COUNTY = {
  federation: { name: '云岭县工商业联合会' },
  chambers: [
    { code: 'machinery', name: '农机商会' },
    { code: 'tea', name: '茶业商会' },
  ],
  companies: [
    { code: 'tianhe', name: '天禾农机有限公司', aliases: ['天禾农机'], chamber: 'machinery', town: '柳溪镇', trade: '农机' },
    { code: 'wufeng', name: '五峰铸件有限公司', aliases: ['五峰铸件'], chamber: 'machinery', town: '柳溪镇', trade: '铸造' },
    { code: 'qingya', name: '青芽茶业有限公司', aliases: ['青芽茶业'], chamber: 'tea', town: '云岭镇', trade: '茶叶' },
  ],
  units: [
    { code: 'finance', name: '金融办', categories: ['financing'] },
    { code: 'power', name: '供电公司', categories: ['utilities'] },
  ],
  people: [
    { code: 'he', name: '何志平', roles: ['member'], company: 'tianhe', accounts: [{ platform: 'stdio', id: 'u-he' }] },
    { code: 'wu', name: '吴桂兰', roles: ['member'], company: 'wufeng', accounts: [{ platform: 'stdio', id: 'u-wu' }] },
    { code: 'lu', name: '陆青', roles: ['member'], company: 'qingya', accounts: [{ platform: 'stdio', id: 'u-lu' }] },
    { code: 'ma', name: '马会荣', roles: ['secretary'], chamber: 'machinery', accounts: [{ platform: 'stdio', id: 'u-ma' }] },
    { code: 'song', name: '宋敏', roles: ['staff'], accounts: [{ platform: 'stdio', id: 'u-song' }] },
    { code: 'ren', name: '任洁', roles: ['staff', 'reviewer'], accounts: [{ platform: 'stdio', id: 'u-ren' }] },
    { code: 'fu', name: '傅主席', roles: ['reviewer'], accounts: [{ platform: 'stdio', id: 'u-fu' }] },
    { code: 'jiang', name: '江远', title: '副县长', roles: ['leader'], accounts: [{ platform: 'stdio', id: 'u-jiang' }] },
    { code: 'bai', name: '白云峰', title: '县委常委', roles: ['leader'], accounts: [{ platform: 'stdio', id: 'u-bai' }] },
    { code: 'jin', name: '金波', roles: ['handler'], unit: 'finance', accounts: [{ platform: 'stdio', id: 'u-jin' }] },
    { code: 'dian', name: '田亮', roles: ['handler'], unit: 'power', accounts: [{ platform: 'stdio', id: 'u-dian' }] },
    { code: 'shen', name: '沈计', roles: ['auditor'], accounts: [{ platform: 'stdio', id: 'u-shen' }] },
  ],
  responsibilities: [
    { leader: 'jiang', chamber: 'machinery', from: '2026-01-01' },
    { leader: 'bai', company: 'qingya' },
  ],
  groups: [
    { code: 'machinery-group', platform: 'stdio', id: 'g-machinery', title: '农机商会群', chamber: 'machinery', audience: 'public' },
    { code: 'tea-group', platform: 'stdio', id: 'g-tea', title: '茶业商会群', chamber: 'tea', audience: 'members' },
    { code: 'office-group', platform: 'stdio', id: 'g-office', title: '工商联工作群', audience: 'internal' },
  ],
}
