import { describe, expect, it } from 'vitest'
import type { Said, Speaker } from '../../../src/conversation/said.ts'
import type { Turn, TurnContent } from '../../../src/conversation/turn.ts'
import { askDialogue } from '../../../src/features/oversight/ask.dialogue.ts'
import type { LedgerEntry } from '../../../src/features/oversight/ledger-entry.ts'
import type { Looked } from '../../../src/features/oversight/looked.ts'
import { readQuestion } from '../../../src/features/oversight/read-question.ts'
import type { Role } from '../../../src/kernel/person.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore } from '../../support/explore.ts'
import { DIRECTORY } from './small-directory.ts'

const AT = new Date('2026-03-05T17:30:00+08:00')
const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-jiang' } as const
const group = { platform: 'stdio', account: 'stdio', kind: 'group', chatId: 'g-office' } as const
const by = (roles: readonly Role[], chat: Speaker['chat'] = home): Speaker => ({
  person: { code: 'jiang', name: '江远', roles },
  personId: 'u-jiang',
  chat,
  home,
  at: AT,
})
const leader = by(['leader'])
const saidOf = (text: string): Said => ({ text, pieces: [{ message: 'm-1', text }], addressed: 'private' })
const say = (text: string): TurnContent => ({ kind: 'say', said: saidOf(text) })

const entry = (serial: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  number: `2026-${String(serial).padStart(4, '0')}`,
  status: 'inProgress',
  category: 'financing',
  urgency: 'normal',
  company: { code: 'tianhe', name: '云岭县天禾农机有限公司' },
  summary: '流动资金贷款到期，银行不给续',
  sealed: false,
  filedAt: new Date('2026-03-01T09:00:00+08:00'),
  dueAt: new Date('2026-03-04T17:30:00+08:00'),
  resolvedAt: null,
  unit: 'finance',
  resolution: null,
  route: null,
  ...more,
})
const reach = {
  kind: 'scope',
  companies: new Set(['tianhe', 'wufeng', 'liuxi']),
  chambers: new Set(['machinery']),
} as const
const counted = (total: number, shown: number, from = 0): Looked => ({
  kind: 'counted',
  reach,
  page: { total, overdue: 1, entries: Array.from({ length: shown }, (_, i) => entry(from + i + 1)) },
})

function ask(text: string, looked: Looked | undefined, speaker = leader) {
  const turn: Turn = { by: speaker, ...say(text) }
  const facts = { directory: DIRECTORY, ...(looked === undefined ? {} : { looked }) }
  return askDialogue.start(turn, facts, { data: readQuestion(text, AT), onTop: false, frame: 'fr-1' })
}

describe('an answer', () => {
  it('gives the number, up to five lines, how to get the rest, and what it rests on', () => {
    const { says, state } = ask('我包的企业还有几件没办完', counted(7, 5))
    const lines = (says[0]?.text ?? '').split('\n')
    expect(lines[0]).toBe('还有 7 件没办完，其中 1 件超期。')
    expect(lines[1]).toBe(
      '2026-0001 云岭县天禾农机 融资 办理中（云岭县财政局（金融办）），登记 4 天，超期 1 天',
    )
    expect(lines[6]).toBe('还有 2 件没列，说“继续”看其余。')
    expect(lines[7]).toBe(
      '截至 3月5日 17:30；范围：您包联的 1 家商会、3 家企业；没办完＝除已办结、已归档、已撤回、转法定渠道、已并单以外',
    )
    expect(lines).toHaveLength(8)
    expect(state).toMatchObject({ step: 'showing', shown: 5, total: 7 })
  })

  it('that fits is over at once', () => {
    expect(ask('超期的有几件', counted(1, 1)).state.step).toBe('answered')
  })

  it('says that a chamber counts without the firms that have a leader of their own', () => {
    const { says } = ask('农机商会还有几件没办完', counted(1, 1))
    expect(says[0]?.text).toContain('农机装备商会（另有领导包联的 1 家除外）')
  })

  it('of a sealed matter shows neither firm nor words', () => {
    const looked: Looked = {
      kind: 'entry',
      reach,
      entry: entry(4, { sealed: true, company: null, summary: null }),
      history: [],
    }
    expect(ask('0004到哪了', looked).says[0]?.text).toContain('2026-0004 （身份封存）（融资）：办理中')
  })

  it('hides telephone numbers that a note holds', () => {
    const history = [{ at: AT, act: 'dispatch', note: '联系人电话13812345678' } as const]
    const { says } = ask('0004到哪了', { kind: 'entry', reach, entry: entry(4), history })
    expect(says[0]?.text).not.toContain('13812345678')
  })

  it('goes to private when it was asked in a group', () => {
    const { says } = ask('我包的企业还有几件没办完', counted(1, 1), by(['leader'], group))
    expect(says.map(({ to }) => to ?? 'private')).toEqual(['private', 'here'])
    expect(says[1]?.text).toBe('这类情况只在私聊里说，已私信您。')
  })
})

describe('a refusal', () => {
  it('is the same for a number that is not there and one that is not theirs', () => {
    const refused = ask('0077到哪了', { kind: 'not-found', asked: '2026-0077', seesAll: false }).says[0]?.text
    expect(refused).toBe(
      '您能看的范围里没有编号 2026-0077 的事项。请核对编号；如果是别的领导包联的，可以请工商联工作人员查。',
    )
  })

  it('names who may be asked about a firm, by the roster', () => {
    const { says } = ask('青芽茶业那个贷款到哪了', {
      kind: 'outside',
      company: 'qingya',
      chamber: null,
      leader: null,
    })
    expect(says[0]?.text).toBe(
      '青芽茶业有限公司不在您包联的范围内，有没有诉求、办得怎样，我不能在这里说。可以问包联它的县委常委白云峰，或者工商联工作人员。',
    )
  })

  it('sends to another leader whoever asks for what that leader answers for', () => {
    const { says } = ask('白云峰包的企业还有几件没办完', {
      kind: 'outside',
      company: null,
      chamber: null,
      leader: 'bai',
    })
    expect(says[0]?.text).toBe(
      '县委常委白云峰包联的事项，我不能在这里说。可以直接问县委常委白云峰，或者工商联工作人员。',
    )
  })

  it('of somebody without the right asks for nothing and tells what they can see', () => {
    const member = by(['member'])
    const turn: Turn = { by: member, ...say('全县还有几件没办完') }
    const beginning = { data: readQuestion('全县还有几件没办完', AT), onTop: false, frame: 'fr-1' }
    expect(askDialogue.needs?.(undefined, turn, beginning, {})).toEqual({})
    expect(ask('全县还有几件没办完', undefined, member).says[0]?.text).toContain('我的诉求到哪一步了')
  })

  it('a question that is not understood gets the three nearest', () => {
    const { says } = ask('为什么今年诉求这么多', undefined)
    expect(says[0]?.text.split('\n')).toHaveLength(4)
  })
})

describe('going on', () => {
  const showing = ask('我包的企业还有几件没办完', counted(7, 5)).state
  const next = (text: string, looked?: Looked, state = showing) =>
    askDialogue.next(
      state,
      { by: leader, ...say(text) },
      { directory: DIRECTORY, ...(looked === undefined ? {} : { looked }) },
    )

  it.each(['继续', '还有呢', '看其余', '往下看', '都列出来'])('%s gives the rest', (text) => {
    const turn: Turn = { by: leader, ...say(text) }
    expect(askDialogue.needs?.(showing, turn, undefined, {})).toMatchObject({
      looked: { ask: 'oversight.look', offset: 5 },
    })
    const { says, state } = next(text, counted(7, 2, 5))
    expect(says[0]?.text).toContain('第 6 到 7 件，共 7 件')
    expect(state.step).toBe('answered')
  })

  it('another question is answered in place of the list', () => {
    expect(next('超期的有几件', counted(1, 1)).says[0]?.text).toContain('有 1 件超期没办完')
  })

  it('thanks end it', () => {
    expect(next('谢谢')).toMatchObject({ state: { step: 'answered' }, says: [{ text: '不客气，随时问。' }] })
  })

  it('which of two firms is chosen by its button or by words that only one carries', () => {
    const { state, says } = ask('五峰还有几件没办完', undefined)
    expect(says[0]?.choices?.map(({ label }) => label).sort()).toEqual([
      '五峰钢构有限公司',
      '五峰铸件有限公司',
    ])
    for (const turn of [
      say('铸件那家'),
      {
        kind: 'choose',
        choice: `option-${says[0]?.choices?.findIndex(({ label }) => label.includes('铸件'))}`,
      },
    ] as TurnContent[]) {
      const wanted = askDialogue.needs?.(state, { by: leader, ...turn }, undefined, { directory: DIRECTORY })
      expect(wanted?.looked).toMatchObject({ question: { kind: 'count', where: { company: 'wufeng' } } })
    }
  })
})

it('can be left, resumed and cancelled everywhere, and matches its diagram', () => {
  const edges = explore(askDialogue, {
    by: leader,
    starts: {
      'asks for a number': {
        turn: say('我包的企业还有几件没办完'),
        data: readQuestion('我包的企业还有几件没办完', AT),
      },
      'names two firms': { turn: say('五峰还有几件没办完'), data: readQuestion('五峰还有几件没办完', AT) },
      'names one matter': {
        turn: say('天禾农机贷款的事到哪了'),
        data: readQuestion('天禾农机贷款的事到哪了', AT),
      },
      'is not understood': { turn: say('为什么这么多'), data: readQuestion('为什么今年诉求这么多', AT) },
    },
    moves: {
      'asks something else': say('超期的有几件'),
      mumbles: say('这个嘛'),
      thanks: say('谢谢'),
      'goes on': say('继续'),
    },
    facts: (state, turn) => {
      if (turn.kind === 'say' && turn.said.text.includes('贷款'))
        return {
          directory: DIRECTORY,
          looked: { kind: 'several', entries: [entry(1), entry(2)], surely: true } satisfies Looked,
        }
      const asksForOne =
        state !== undefined && 'asks' in state && state.asks === '有几件都对得上，您问的是哪一件：'
      if (asksForOne && turn.kind === 'choose')
        return {
          directory: DIRECTORY,
          looked: { kind: 'entry', reach, entry: entry(1), history: [] } satisfies Looked,
        }
      const isMore = state?.step === 'showing'
      return { directory: DIRECTORY, looked: isMore ? counted(7, 2, 5) : counted(7, 5) }
    },
    confirmed: () => 'needs-yes',
  })
  expectDiagram('oversight.ask', edges)
})
