import { readFileSync, writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { openChat } from '../support/chat.ts'
import { SMALL_COUNTY } from '../support/small-county.ts'
const acc = (id: string) => [{ platform: 'stdio', id: `u-${id}` }]
const R = structuredClone(SMALL_COUNTY) as any
R.companies.push(
  { code: 'dingxin', name: '鼎新机械有限公司', aliases: ['鼎新机械'], chamber: 'machinery', town: '柳溪镇', trade: '农机' },
  { code: 'yunwu', name: '云雾茶业有限公司', aliases: ['云雾茶业'], chamber: 'tea', town: '云岭镇', trade: '茶叶' },
)
R.people.push(
  { code: 'ding', name: '丁大友', roles: ['member'], company: 'dingxin', accounts: acc('ding') },
  { code: 'yun', name: '云小芳', roles: ['member'], company: 'yunwu', accounts: acc('yun') },
  { code: 'tang', name: '唐一鸣', title: '副县长', roles: ['leader'], accounts: acc('tang') },
  { code: 'zhao', name: '赵长河', title: '局长', roles: ['leader'], accounts: acc('zhao') },
  { code: 'qian', name: '钱有为', title: '原副县长', roles: ['member'], accounts: acc('qian') },
)
R.responsibilities = [
  { leader: 'jiang', chamber: 'machinery', from: '2026-01-01', deputies: [{ person: 'zhao', until: '2026-02-28' }] },
  { leader: 'jiang', chamber: 'tea', from: '2026-01-01', until: '2026-02-15' },
  { leader: 'bai', chamber: 'tea', from: '2026-02-16' },
  { leader: 'bai', company: 'tianhe', from: '2026-01-01' },
  { leader: 'bai', company: 'qingya', from: '2026-02-16' },
  { leader: 'tang', company: 'wufeng', from: '2026-01-01' },
  { leader: 'qian', company: 'yunwu', from: '2026-01-01', until: '2026-02-20' },
]
it('plays', async () => {
  const chat = await openChat({ roster: R, now: '2026-02-10T09:00:00+08:00', environment: { NIANGJIA_PUBLIC_URL: 'https://list.example' } })
  const out: string[] = []
  try {
    for (const line of readFileSync('/tmp/nj/hostile/lines.txt', 'utf8').split('\n')) {
      if (line.trim() === '' || line.startsWith('#')) { out.push(line); continue }
      if (line.startsWith('!')) { await chat.advanceTo(line.slice(1).trim()); chat.news(); continue }
      const [, who, group, text] = /^(\w+)(?:@([\w-]+))?[:：] ?(.*)$/u.exec(line) ?? []
      const body = (text ?? '').replaceAll('\\n', '\n').replace(/REPEAT(\d+)/u, (_, n) => '还有几件没办完'.repeat(Number(n)))
      await chat.advance(1000)
      chat.news()
      if (group) chat.in(group).as(`u-${who}`).says(body)
      else if (body.startsWith('>')) chat.as(`u-${who}`).chooses(body.slice(1))
      else chat.as(`u-${who}`).says(body)
      await chat.settle()
      out.push(`${line.slice(0, 120)}`, ...chat.news().map(({ to, text: t }) => `    [${to.id}] ${t.replaceAll('\n', '\n      ')}`))
    }
    const audit = await chat.house.storage.database.$queryRawUnsafe('SELECT * FROM "AuditEntry"').catch(() => [])
    writeFileSync('/tmp/nj/hostile/audit.json', JSON.stringify(audit, (_, v) => typeof v === 'bigint' ? String(v) : v, 1))
  } finally {
    out.push(JSON.stringify(chat.complaints))
    writeFileSync('/tmp/nj/hostile/out.txt', out.join('\n'))
    await chat.close()
  }
}, 120000)
