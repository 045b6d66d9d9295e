import type { BriefFacts } from '../../../../src/features/oversight/papers/papers.store.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'
import { loadCalendar } from '../../../../src/kernel/working-days.ts'

/** What papers are tested on: a small roster, a matter with everything a matter may have. */
export const directory = {
  federation: '云岭县工商业联合会',
  units: new Map(
    ['金融办', '供电公司', '人社局', '税务局'].map((name, at) => [
      `unit-${at}`,
      { code: `unit-${at}`, name, categories: [] },
    ]),
  ),
  people: new Map([['jiang', { code: 'jiang', name: '江远', title: '副县长', roles: ['leader'] }]]),
} as unknown as Directory

export const now = new Date('2026-11-23T08:00:00+08:00')
/** With which a page is made. */
export const making = { now, directory, calendar: loadCalendar() }
const at = (day: string) => new Date(`${day}T10:00:00+08:00`)

export const facts = (
  more: Partial<BriefFacts> = {},
  entry: Partial<BriefFacts['entry']> = {},
): BriefFacts => ({
  entry: {
    number: '2026-0312',
    status: 'inProgress',
    category: 'financing',
    urgency: 'urgent',
    company: { code: 'hongyuan', name: '宏远机械制造有限公司' },
    summary: '流动资金贷款月底到期，银行说不续，联系 13812345678',
    sealed: false,
    filedAt: at('2026-10-31'),
    dueAt: new Date('2026-11-18T17:30:00+08:00'),
    resolvedAt: null,
    unit: 'unit-0',
    resolution: null,
    route: null,
    ...entry,
  },
  supporting: ['unit-2'],
  reminders: 2,
  handOffs: 0,
  meetingAskedAt: null,
  wish: '先续半年',
  history: [
    { at: at('2026-10-31'), act: 'accept', role: 'staff', unit: null, note: null },
    { at: at('2026-11-01'), act: 'dispatch', role: 'staff', unit: null, note: '金融办，办理时限 5 个工作日' },
    {
      at: at('2026-11-03'),
      act: 'progress',
      role: 'handler',
      unit: 'unit-0',
      note: '已联系农商行，要补评估报告',
    },
    { at: at('2026-11-12'), act: 'progress', role: 'supporter', unit: null, note: '人社局：可以先缓缴社保' },
  ],
  extension: null,
  instructions: [],
  ...more,
})
