import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chat } from '../../src/kernel/chat.ts'
import { mailingTexts } from '../../src/mailings/mailing.texts.ts'
import {
  isSettled,
  letterTo,
  type Mailing,
  noLetters,
  refusablesOf,
  titleOf,
} from '../../src/mailings/mailing.ts'
import { confirmationOf, ownsConfirmation } from '../../src/mailings/mailing-confirmation.ts'

const chat = (chatId: string): Chat => ({ platform: 'stdio', account: 'main', kind: 'group', chatId })
const mailing: Mailing = {
  id: 'notice:7',
  version: 1,
  owner: 'notices',
  number: 7,
  title: '停电',
  text: '明天停电',
  allow: [],
  audience: '全体',
  topic: 'meeting',
  files: [],
  choices: [],
  owed: 2,
  chats: [],
  people: 9,
  state: 'sending',
  confirmation: '1000',
  preparedBy: 'song',
  preparedAt: new Date(0),
}

describe('a broadcast', () => {
  it('is one exact letter to each chat, keyed by the broadcast and the chat', () => {
    const letters = [
      letterTo(mailing, { chat: chat('a'), n: 0 }),
      letterTo(mailing, { chat: chat('b'), n: 1 }),
    ]
    expect(letters.map(({ key }) => key)).toEqual([
      'mailing:notice:7:stdio:main:group:a',
      'mailing:notice:7:stdio:main:group:b',
    ])
    for (const { draft } of letters) {
      expect(draft).toMatchObject({ text: '明天停电', origin: 'approved', mailing: 'notice:7' })
      expect(draft).not.toHaveProperty('choices')
    }
  })

  it('names nobody in the key of a letter to them alone: keys outlast whoever asked to be forgotten', () => {
    const home = { platform: 'telegram', account: 'bot', kind: 'private', chatId: '4711' } as const
    expect(letterTo(mailing, { chat: home, n: 9 }).key).toBe('mailing:notice:7:to:9')
  })

  it('carries its files and its buttons to every chat', () => {
    const files = [{ sha256: 'x', name: '议程.pdf', kind: 'file' }] as const
    const choices = [{ id: 'ack', label: '收到' }]
    expect(letterTo({ ...mailing, files, choices }, { chat: chat('a'), n: 0 }).draft).toMatchObject({
      files,
      choices,
    })
  })

  it('may be refused by its topic, and a donation drive also by itself', () => {
    expect(refusablesOf(mailing)).toEqual(['meeting'])
    expect(refusablesOf({ owner: 'donations', number: 3, topic: 'donation' })).toEqual([
      'donation',
      'drive:3',
    ])
  })

  it('is settled when nothing is on its way, whatever became of it', () => {
    expect(isSettled({ ...noLetters, sent: 1, failed: 2, uncertain: 1, cancelled: 3 })).toBe(true)
    expect(isSettled({ ...noLetters, sent: 9, sending: 1 })).toBe(false)
    expect(isSettled({ ...noLetters, sent: 9, waiting: 1 })).toBe(false)
  })

  it('names the groups it did not reach, with the reason, and those nobody knows of', () => {
    const told = mailingTexts.troubles({
      letters: [
        { title: '乙群', state: 'failed', failure: '已被移出群' },
        { title: '丙群', state: 'uncertain' },
      ],
      failed: 1,
      uncertain: 40,
    })
    expect(told).toContain('乙群（已被移出群）')
    expect(told).toContain('丙群等 40 处')
    expect(told).not.toContain('乙群（已被移出群）等')
  })

  it('has a title of at most twenty characters, from its first line', () => {
    expect(titleOf('\n 明天停电\n第二行')).toBe('明天停电')
    expect([...titleOf('停'.repeat(50))]).toHaveLength(20)
  })
})

describe('the short number of a confirmation', () => {
  it('has four digits, tells whose it is, and does not come again for 4,500 confirmations', () => {
    for (const owner of ['notices', 'donations'] as const) {
      const numbers = Array.from({ length: 4_500 }, (_, index) => confirmationOf(owner, index + 1))
      expect(new Set(numbers).size).toBe(4_500)
      for (const number of numbers) {
        expect(number).toMatch(/^[1-9]\d{3}$/)
        expect(ownsConfirmation(owner, number)).toBe(true)
        expect(ownsConfirmation(owner === 'notices' ? 'donations' : 'notices', number)).toBe(false)
      }
    }
  })

  it('of the next one differs in more than the last digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (count) => {
        const [one, next] = [confirmationOf('notices', count), confirmationOf('notices', count + 1)]
        expect(one.slice(0, 3)).not.toBe(next.slice(0, 3))
      }),
    )
  })
})
