import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TELEGRAM } from '../../src/adapters/platforms/telegram/telegram.capabilities.ts'
import { TERMINAL } from '../../src/adapters/platforms/terminal/terminal.capabilities.ts'
import { WECHAT } from '../../src/adapters/platforms/wechat/wechat.capabilities.ts'
import { cutText } from '../../src/conversation/cut-text.ts'
import { fitLetter } from '../../src/conversation/fit.ts'
import type { LetterDraft } from '../../src/kernel/letter-draft.ts'
import { group, privateOf } from '../support/stores.ts'

const draft = (given: Partial<LetterDraft> = {}): LetterDraft => ({
  to: privateOf('u'),
  text: '请核对',
  origin: 'automatic',
  ...given,
})
const CHOICES = [
  { id: 'yes', label: '确认提交' },
  { id: 'no', label: '先不提交' },
]
const FILES = [
  { sha256: 'a', name: '一.png', kind: 'image' },
  { sha256: 'b', name: '二.pdf', kind: 'file' },
] as const
const bare = (text: string) => text.replaceAll(/\s/gu, '')
const unnumbered = (text: string) => text.replace(/\n（\d+\/\d+）$/u, '')

describe('a text that is too long', () => {
  test('is cut after a paragraph, then a sentence, then a comma, then a word', () => {
    expect(cutText('第一段话。还有。\n\n第二段话。又一句。', 14)).toEqual([
      '第一段话。还有。',
      '第二段话。又一句。',
    ])
    expect(cutText('这是第一句话。这是第二句话。这是第三句', 16)).toEqual([
      '这是第一句话。这是第二句话。',
      '这是第三句',
    ])
    expect(cutText('这里没有句号，只有逗号，一直说下去', 12)).toEqual([
      '这里没有句号，只有逗号，',
      '一直说下去',
    ])
    expect(cutText('only words and no signs', 12)).toEqual(['only words', 'and no signs'])
  })

  test('keeps a closing quotation mark with its sentence, and numbers and addresses whole', () => {
    expect(cutText('他说：“材料交齐了。”我们再等等看看', 13)).toEqual([
      '他说：“材料交齐了。”',
      '我们再等等看看',
    ])
    const [first] = cutText(`见 https://example.org/a?b=1,2;c=3.4 ${'长'.repeat(40)}`, 50)
    expect(first).toContain('https://example.org/a?b=1,2;c=3.4')
  })

  test('nothing is lost, nothing is too long, and no character is broken', () => {
    const character = fc.oneof(
      fc.constantFrom('字', '。', '，', '\n', '\n\n', ' ', '😀', '👨‍👩‍👧‍👦', 'é', '🇨🇳', '𠮷', '”', '1', ','),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    )
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 200 }).map((all) => all.join('')),
        fc.integer({ min: 40, max: 90 }),
        (text, limit) => {
          const pieces = cutText(text, limit)
          expect(bare(pieces.join(''))).toBe(bare(text))
          for (const piece of pieces) {
            expect(piece.length).toBeLessThanOrEqual(limit)
            expect(piece.isWellFormed() || !text.isWellFormed()).toBe(true)
          }
        },
      ),
    )
  })

  test('a character is cut in two only where it alone is longer than the room', () => {
    const family = '👨‍👩‍👧‍👦'
    for (const piece of cutText(family.repeat(20), 40))
      expect([...new Intl.Segmenter().segment(piece)].every(({ segment }) => segment === family)).toBe(true)
    const stacked = `a${'\u0301'.repeat(100)}`
    expect(cutText(stacked, 30).join('')).toBe(stacked)
  })

  test('says which piece of how many it is, whatever the text and the limit', () => {
    const [first, second, ...more] = fitLetter(draft({ text: '这是一句话。'.repeat(400) }), WECHAT)
    expect(first?.text.endsWith('这是一句话。\n（1/2）')).toBe(true)
    expect(second?.text.endsWith('\n（2/2）')).toBe(true)
    expect(more).toEqual([])
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 40, max: 200 }),
        (text, longestText) => {
          const pieces = fitLetter(draft({ text }), { ...WECHAT, longestText })
          expect(pieces.every((piece) => piece.text.length <= longestText)).toBe(true)
          const joined = pieces.length === 1 ? text : pieces.map((piece) => unnumbered(piece.text)).join('')
          expect(bare(joined)).toBe(bare(text))
        },
      ),
    )
  })

  test('is answered to and mentioned at its beginning, asked at its end, and belongs to its question all through', () => {
    const more = {
      replyTo: 'm-1',
      mention: ['u'],
      edits: 'out-1',
      choices: CHOICES,
      frame: 'fr-1',
      mailing: 'x',
    }
    const pieces = fitLetter(draft({ text: '一句话。'.repeat(3_000), ...more }), TELEGRAM)
    expect(pieces.length).toBe(3)
    expect(pieces.map(({ replyTo, mention, edits }) => [replyTo, mention, edits])).toEqual([
      ['m-1', ['u'], 'out-1'],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ])
    expect(pieces.map(({ choices }) => choices)).toEqual([undefined, undefined, CHOICES])
    expect(pieces.every(({ frame, mailing }) => frame === 'fr-1' && mailing === 'x')).toBe(true)
  })
})

describe('choices where there are no buttons', () => {
  test('stand in the text with their numbers, and the platform is given none', () => {
    expect(fitLetter(draft({ choices: CHOICES }), TERMINAL)).toEqual([
      draft({ text: '请核对\n1. 确认提交\n2. 先不提交\n回复序号即可' }),
    ])
  })

  test('so they do in a group where only private chats have buttons', () => {
    const can = { ...TELEGRAM, buttons: 'private' } as const
    expect(fitLetter(draft({ choices: CHOICES }), can)).toEqual([draft({ choices: CHOICES })])
    const [inGroup] = fitLetter(draft({ choices: CHOICES, to: group('g') }), can)
    expect(inGroup?.choices).toBeUndefined()
    expect(inGroup?.text).toContain('2. 先不提交')
  })

  test('the list stays whole behind a long text', () => {
    for (const length of [1_960, 1_990, 2_000, 3_950, 3_970]) {
      const pieces = fitLetter(draft({ text: '字'.repeat(length), choices: CHOICES }), WECHAT)
      expect(pieces.at(-1)?.text).toContain('1. 确认提交\n2. 先不提交\n回复序号即可')
      expect(pieces.every(({ text }) => text.length <= 2_000)).toBe(true)
    }
  })
})

describe('files', () => {
  test('follow their text, each in a letter of its own', () => {
    expect(fitLetter(draft({ files: FILES, choices: CHOICES, replyTo: 'm-1' }), TELEGRAM)).toEqual([
      draft({ choices: CHOICES, replyTo: 'm-1' }),
      draft({ text: '', files: [FILES[0]] }),
      draft({ text: '', files: [FILES[1]] }),
    ])
  })

  test('need no empty letter before them', () => {
    expect(fitLetter(draft({ text: '', files: FILES, replyTo: 'm-1' }), TELEGRAM)).toEqual([
      draft({ text: '', files: [FILES[0]], replyTo: 'm-1' }),
      draft({ text: '', files: [FILES[1]] }),
    ])
  })

  test('stay with the text where that is one message', () => {
    expect(fitLetter(draft({ files: FILES }), TERMINAL)).toEqual([draft({ files: FILES })])
  })
})

test('what a platform takes as it is stays as it is, and so does what goes nowhere we know', () => {
  for (const can of [TERMINAL, TELEGRAM, undefined]) expect(fitLetter(draft(), can)).toEqual([draft()])
  expect(fitLetter(draft({ choices: CHOICES, text: 'x'.repeat(9_000) }), undefined)).toHaveLength(1)
})
