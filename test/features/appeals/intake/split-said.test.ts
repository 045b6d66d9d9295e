import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Piece, Said } from '../../../../src/conversation/said.ts'
import { splitSaid } from '../../../../src/features/appeals/intake/split-said.ts'

const photo = { sha256: 'a', name: 'a.jpg', kind: 'image' } as const
const saidOf = (pieces: readonly Piece[]): Said => ({
  text: pieces
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n'),
  pieces,
  addressed: 'private',
})
const split = (...texts: (string | Piece)[]) =>
  splitSaid(saidOf(texts.map((one, n) => (typeof one === 'string' ? { message: `m${n}`, text: one } : one))))

describe('several matters', () => {
  it('in one message are each in their own words, and the message is a source of both', () => {
    const matters = split('有两件事，一个是村口桥限重货车过不了，一个是想招十个焊工招不来')
    expect(matters.map(({ text }) => text)).toEqual(['村口桥限重货车过不了', '想招十个焊工招不来'])
    expect(matters.map(({ pieces }) => pieces.map(({ message }) => message))).toEqual([['m0'], ['m0']])
  })

  it('in several messages keep the messages they stand in, and the pictures sent with them', () => {
    const matters = split(
      '说两个事',
      '一个是桥断了',
      '大车进不来',
      { message: 'p1', text: '', files: [photo] },
      { message: 'p2', text: '一个是电费多收了', files: [photo] },
    )
    expect(matters.map(({ pieces }) => pieces)).toEqual([
      [
        { message: 'm1', text: '桥断了' },
        { message: 'm2', text: '大车进不来' },
        { message: 'p1', text: '', files: [photo] },
      ],
      [{ message: 'p2', text: '电费多收了', files: [photo] }],
    ])
  })

  it('keep what was told before the list with the first', () => {
    expect(split('我们是青芽茶业，有两个问题：一是停水，二是缺采茶工').map(({ text }) => text)).toEqual([
      '我们是青芽茶业，有两个问题：一是停水',
      '缺采茶工',
    ])
  })
})

it('one matter is left exactly as it was said', () => {
  const said = saidOf([{ message: 'm0', text: '农行不给续贷，另外工资也快发不出来了' }])
  expect(splitSaid(said)).toEqual([said])
})

it('no message and no picture is lost, and nothing is said that was not', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '说两个事',
      '一个是路断了大车进不来',
      '一个是想贷五十万',
      '第一，停电',
      '第二、缺工人',
      '',
    ),
    fc.string({ maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ text: line, withPhoto: fc.boolean() }), { minLength: 1 }), (lines) => {
      const pieces: Piece[] = lines.map(({ text, withPhoto }, n) => ({
        message: `m${n}`,
        text,
        ...(withPhoto ? { files: [{ ...photo, name: `${n}.jpg` }] } : {}),
      }))
      const after = splitSaid(saidOf(pieces)).flatMap((said) => said.pieces)
      const names = (all: readonly Piece[]) =>
        all.flatMap(({ files = [] }) => files.map(({ name }) => name)).sort()
      expect(names(after)).toEqual(names(pieces))
      for (const { message, text } of after)
        expect(pieces.find((one) => one.message === message)?.text).toContain(text)
    }),
  )
})
