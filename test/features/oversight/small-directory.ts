import type { Directory } from '../../../src/kernel/directory.ts'

const byCode = <T extends { readonly code: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.code, row]))

/** One leader of a chamber, one of a single firm in it, one of another chamber. All invented. */
export const DIRECTORY: Directory = {
  version: 1,
  federation: '云岭县工商业联合会',
  chambers: byCode([
    { code: 'machinery', name: '农机装备商会' },
    { code: 'tea', name: '茶业商会' },
  ]),
  companies: byCode([
    {
      code: 'tianhe',
      name: '云岭县天禾农机有限公司',
      aliases: ['天禾农机'],
      chamber: 'machinery',
      town: '柳溪镇',
      tags: [],
    },
    {
      code: 'wufeng',
      name: '五峰铸件有限公司',
      aliases: ['五峰铸件'],
      chamber: 'machinery',
      town: '柳溪镇',
      tags: [],
    },
    { code: 'wufenggang', name: '五峰钢构有限公司', aliases: [], chamber: 'machinery', tags: [] },
    { code: 'liuxi', name: '柳溪机械有限公司', aliases: [], chamber: 'machinery', tags: [] },
    { code: 'qingya', name: '青芽茶业有限公司', aliases: ['青芽'], chamber: 'tea', tags: [] },
    { code: 'yunwu', name: '云雾茶厂', aliases: [], chamber: 'tea', tags: [] },
  ]),
  units: byCode([
    { code: 'finance', name: '云岭县财政局（金融办）', categories: ['financing' as const] },
    { code: 'labour', name: '云岭县人力资源和社会保障局', categories: ['labour' as const] },
    { code: 'power', name: '供电公司', categories: ['utilities' as const] },
  ]),
  people: byCode([
    { code: 'he', name: '何志平', roles: ['member' as const], company: 'tianhe' },
    { code: 'jiang', name: '江远', title: '副县长', roles: ['leader' as const] },
    { code: 'bai', name: '白云峰', title: '县委常委', roles: ['leader' as const] },
    { code: 'tang', name: '唐越', title: '县政协副主席', roles: ['leader' as const] },
    { code: 'idle', name: '闲远', roles: ['leader' as const] },
  ]),
  groups: new Map(),
  responsibilities: [
    { leader: 'jiang', chamber: 'machinery', from: '2026-01-01' },
    { leader: 'tang', company: 'wufenggang', from: '2026-03-01' },
    { leader: 'bai', chamber: 'tea', until: '2026-06-30' },
  ],
}
