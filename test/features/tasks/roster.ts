import type { Directory } from '../../../src/kernel/directory.ts'
import type { Role } from '../../../src/kernel/person.ts'

const byCode = <T extends { readonly code: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.code, row]))
const person = (code: string, name: string, roles: readonly Role[], more: object = {}) => ({
  code,
  name,
  roles,
  ...more,
})

/** Two called 王, a vice and a full one of the same rank, units with long names. All invented. */
export const ROSTER: Directory = {
  version: 1,
  federation: '云岭县工商业联合会',
  chambers: byCode([{ code: 'machinery', name: '农机商会' }]),
  companies: byCode([
    { code: 'tianhe', name: '天禾农机有限公司', aliases: ['天禾农机'], chamber: 'machinery', tags: [] },
  ]),
  units: byCode([
    { code: 'finance', name: '云岭县财政局（金融办）', categories: ['financing' as const] },
    { code: 'labour', name: '云岭县人力资源和社会保障局', categories: ['labour' as const] },
    { code: 'power', name: '供电公司', categories: ['utilities' as const], head: 'duan' },
  ]),
  people: byCode([
    person('jiang', '江远', ['leader'], { title: '副县长' }),
    person('wangm', '王明远', ['leader'], { title: '县委常委、常务副县长' }),
    person('wangl', '王力', ['leader'], { title: '副县长' }),
    person('bai', '白云峰', ['leader'], { title: '县委书记' }),
    person('ouyang', '欧阳青', ['leader'], { title: '县长' }),
    person('jin', '金波', ['handler'], { unit: 'finance', title: '金融办主任' }),
    person('tian', '田亮', ['handler'], { unit: 'labour' }),
    person('duan', '段新', ['officer'], { title: '经理' }),
    person('song', '宋敏', ['staff']),
    person('he', '何志平', ['member'], { company: 'tianhe', title: '经理' }),
  ]),
  groups: new Map(),
  responsibilities: [{ leader: 'jiang', chamber: 'machinery' }],
}
