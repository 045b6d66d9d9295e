import { expect, test } from 'vitest'
import type { Dialogue } from '../../../../src/conversation/dialogue.ts'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { Turn, TurnContent } from '../../../../src/conversation/turn.ts'
import { allFacts, type ToldFacts } from '../../../../src/features/policy/matching/company-facts.ts'
import { editOffer } from '../../../../src/features/policy/matching/edit-offer.ts'
import { markDialogue } from '../../../../src/features/policy/matching/mark.dialogue.ts'
import { matchDialogue } from '../../../../src/features/policy/matching/match.dialogue.ts'
import type { KnownProfile, ListedOffer } from '../../../../src/features/policy/matching/matching.effects.ts'
import { matchOffers } from '../../../../src/features/policy/matching/matching.service.ts'
import type { Offer, OfferDraft, OfferText } from '../../../../src/features/policy/matching/offer.ts'
import {
  closeOfferDialogue,
  offersDialogue,
  whoFitsDialogue,
} from '../../../../src/features/policy/matching/offers.dialogue.ts'
import { profileDialogue } from '../../../../src/features/policy/matching/profile.dialogue.ts'
import { proposeOffer } from '../../../../src/features/policy/matching/propose-offer.ts'
import { remindingDialogue } from '../../../../src/features/policy/matching/reminding.dialogue.ts'
import type { Role } from '../../../../src/kernel/person.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore, type Journey } from '../../../support/explore.ts'

const TODAY = '2026-03-02'
const AT = new Date('2026-03-02T10:00:00+08:00')
const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const speaker = (role: Role): Speaker => ({
  person: { code: 'p', name: '某人', roles: [role] },
  personId: 'u-1',
  chat,
  home: chat,
  at: AT,
})
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: `m-${text}`, text }], addressed: 'private' },
})

const text: OfferText = {
  doc: 'a.txt',
  title: '某县研发补助办法',
  audience: 'everybody',
  effectiveOn: null,
  endsOn: null,
  addedAt: AT,
  passages: [
    {
      locator: '第一条',
      heading: '',
      text: '申请的企业应当符合下列条件：\n（一）职工不少于30人；\n（二）属于小微企业；\n（三）近两年未发生事故。',
    },
    { locator: '第二条', heading: '', text: '申报时间为2026年4月1日至4月30日。' },
  ],
}
const draft = proposeOffer(text, TODAY)
const offer: Offer = { ...draft, state: 'open', markedBy: 'song', markedAt: AT, reminded: 0, version: 1 }
const listed: ListedOffer = { ...draft, conditions: draft.conditions.length, state: 'open' }

/** What reaches others, takes something away or begins letters needs a yes; what one says of one's own firm does not. */
const confirmed: Journey['confirmed'] = (effect) =>
  ['policy.markOffer', 'policy.closeOffer', 'policy.dropFacts'].includes(effect.kind) ||
  (effect.kind === 'policy.remind' && (effect as { on?: boolean }).on === true)
    ? 'needs-yes'
    : 'free'

function draw(
  dialogue: Dialogue,
  role: Role,
  starts: Journey['starts'],
  facts: Journey['facts'],
  moves: Journey['moves'] = { 'says something else': say('今天天气不错') },
) {
  const edges = explore(dialogue, { by: speaker(role), starts, moves, facts, confirmed })
  expectDiagram(dialogue.name, edges)
  return edges
}

test('staff look at what was read of a document, change it in words, and nothing counts before their yes', () => {
  const found = { kind: 'one', draft, known: false, gone: 0, reminded: 3 } as const
  const edges = draw(
    markDialogue,
    'staff',
    {
      'names one': { turn: say('标条件 研发补助'), data: { words: '研发补助' } },
      'names none': { turn: say('标条件 没有的'), data: { words: '没有的' } },
      'names nothing': { turn: say('标条件'), data: { words: '' } },
    },
    (state, turn) => {
      if (state === undefined)
        return { found: turn.kind === 'say' && turn.said.text.includes('研发') ? found : { kind: 'none' } }
      if (turn.kind !== 'say') return {}
      const { draft: now } = state as unknown as { draft: OfferDraft }
      return { edited: editOffer(now, turn.said.text, text, TODAY) }
    },
    {
      'removes one': say('删 1'),
      'gives the window': say('截止4月10日'),
      'names the proof': say('1 凭 参保证明'),
      'says something else': say('？'),
    },
  )
  expect(edges.some(({ to }) => to === 'marked')).toBe(true)
})

test('a company is asked one thing at a time, and can leave it', () => {
  const told = (state: unknown): ToldFacts => (state as { told?: ToldFacts } | undefined)?.told ?? {}
  const asked = (state: { step: string } | undefined, turn: Turn) => {
    const query = matchDialogue.needs?.(state as never, turn, { data: {}, onTop: false, frame: 'f' }, {})
    const fresh = (query?.matched as unknown as { told?: ToldFacts } | undefined)?.told ?? told(state)
    const facts = allFacts({}, {}, fresh, 'he', AT.toISOString())
    return {
      matched: { company: '天禾农机', facts, offers: matchOffers([offer], facts, TODAY), reminded: 'nobody' },
    }
  }
  draw(
    matchDialogue,
    'member',
    {
      'asks for all': { turn: say('我能申请哪些政策'), data: {} },
      'names one': { turn: say('我们符合研发补助吗'), data: { words: '研发补助' } },
      'names what nobody marked': { turn: say('我们符合上市奖励吗'), data: { words: '上市奖励' } },
    },
    (state, turn) =>
      state === undefined && turn.kind === 'say' && turn.said.text.includes('上市')
        ? { matched: { facts: {}, offers: [], reminded: 'nobody' } }
        : asked(state, turn),
    { answers: say('36'), 'answers with a size': say('小型'), 'says something else': say('今天天气不错') },
  )
})

const profile: KnownProfile = {
  company: '天禾农机',
  facts: allFacts({}, {}, { staff: 36 }, 'he', AT.toISOString()),
  told: {},
  reminded: { who: 'nobody' },
}

test('what is known of a company is told, changed and, after a yes, deleted', () => {
  draw(
    profileDialogue,
    'member',
    {
      'asks for it': { turn: say('企业资料'), data: { words: '', drop: false } },
      'deletes one': { turn: say('删除企业资料里的职工人数'), data: { words: '里的职工人数', drop: true } },
      'deletes all': { turn: say('删除企业资料'), data: { words: '', drop: true } },
    },
    () => ({ profile }),
    { tells: say('现在40个人'), 'says something else': say('今天天气不错') },
  )
})

test('nobody is reminded without a yes, and stopping takes one word', () => {
  const mine: KnownProfile = { ...profile, reminded: { who: 'me', name: '某人' } }
  draw(
    remindingDialogue,
    'member',
    {
      'wants it': { turn: say('申报提醒'), data: { on: true } },
      'has it': { turn: say('申报提醒 还开着吗'), data: { on: true } },
      'stops it': { turn: say('取消申报提醒'), data: { on: false } },
      'has no company': { turn: say('生人 申报提醒'), data: { on: true } },
    },
    (_state, turn) => {
      const words = turn.kind === 'say' ? turn.said.text : ''
      if (words.includes('生人')) return { profile: { facts: {}, told: {}, reminded: { who: 'nobody' } } }
      return { profile: words.includes('还开着') || words.includes('取消') ? mine : profile }
    },
  )
})

test('what is marked is listed and, after a yes, stopped', () => {
  const facts = () => ({
    offers: [listed],
    who: { title: draft.title, fits: ['天禾农机'], open: [], misses: 2 },
  })
  draw(offersDialogue, 'staff', { asks: { turn: say('已标政策') } }, facts)
  draw(
    whoFitsDialogue,
    'staff',
    { asks: { turn: say('哪些企业符合研发补助'), data: { words: '研发补助' } } },
    facts,
  )
  draw(
    closeOfferDialogue,
    'staff',
    {
      'names one': { turn: say('停止申报 研发补助'), data: { words: '研发补助' } },
      'names nothing': { turn: say('停止申报'), data: { words: '' } },
    },
    facts,
  )
})
