import { describe, expect, test } from 'vitest'
import type { Frame } from '../../src/conversation/conversation.ts'
import type { Dialogue } from '../../src/conversation/dialogue.ts'
import type { Band, Reading } from '../../src/conversation/feature.ts'
import type { Said } from '../../src/conversation/said.ts'
import { type Hearing, understand, understandChoice } from '../../src/conversation/understand.ts'

const said = (text: string): Said => ({ text, pieces: [{ message: 'm', text }], addressed: 'private' })
const frame = (id: string, dialogue: string, state: unknown = { step: 'open' }): Frame => ({
  id,
  dialogue,
  version: 1,
  state,
  touchedAt: '2026-03-02T01:00:00.000Z',
  silentAt: '2026-03-02T02:00:00.000Z',
})
const reading = (dialogue: Reading['dialogue'], band: Band, score = 0.8): Reading => ({
  dialogue,
  band,
  score,
  words: [],
  label: dialogue,
})
const dialogues: Record<string, Partial<Dialogue>> = {
  'appeals.intake': {
    choices: () => [
      { id: 'yes', label: '确认提交' },
      { id: 'no', label: '不提交' },
    ],
  },
  'notices.approve': {
    choices: () => [
      { id: 'yes', label: '同意' },
      { id: 'no', label: '不同意' },
    ],
    number: () => '8841',
  },
  'notices.text': { takes: () => 'all' },
  'papers.card': { takes: () => 'answers', choices: () => [{ id: 'yes', label: '发出去' }] },
}
const hearing = (given: Partial<Hearing> = {}): Hearing => ({
  frames: [],
  readings: [],
  dialogueOf: (name) => dialogues[name] as Dialogue | undefined,
  answeredFrame: undefined,
  slots: undefined,
  ...given,
})

describe('the order in which words are understood', () => {
  test('an answer to the open question comes before everything else', () => {
    const readings = [reading('policy.answer', 'policy', 1)]
    expect(
      understand(said('确认'), hearing({ frames: [frame('a', 'appeals.intake')], readings })),
    ).toMatchObject({
      to: 'frame',
      frame: 'a',
      content: { kind: 'yes' },
    })
  })

  test('a card that came by itself takes its own answers, and no word of the talk that it lies upon', () => {
    const frames = [frame('a', 'appeals.intake'), frame('b', 'papers.card')]
    const pages = [reading('appeals.list', 'smallTalk', 0.4)]
    expect(understand(said('发出去'), hearing({ frames }))).toMatchObject({
      frame: 'b',
      content: { kind: 'yes' },
    })
    expect(understand(said('在东区，三天了'), hearing({ frames }))).toMatchObject({ to: 'frame', frame: 'a' })
    const alone = frames.slice(1)
    expect(understand(said('下一页'), hearing({ frames: alone, readings: pages }))).toMatchObject({
      to: 'start',
    })
    // Nobody else makes anything of it: then it was said to the card.
    expect(understand(said('嗯哼'), hearing({ frames: alone }))).toMatchObject({ to: 'frame', frame: 'b' })
    expect(understand(said('改一下'), hearing({ frames, answeredFrame: 'b' }))).toMatchObject({ frame: 'b' })
  })

  test('a short number names an older confirmation, although a newer one is open', () => {
    const frames = [frame('a', 'notices.approve'), frame('b', 'appeals.intake')]
    expect(understand(said('确认发送 8841'), hearing({ frames }))).toMatchObject({
      to: 'frame',
      frame: 'a',
      content: { kind: 'yes' },
    })
  })

  test('a reply to an older letter of ours is about that letter', () => {
    const frames = [frame('a', 'appeals.intake'), frame('b', 'notices.approve')]
    expect(understand(said('可以'), hearing({ frames, answeredFrame: 'a' }))).toMatchObject({
      to: 'frame',
      frame: 'a',
    })
  })

  test('a no to a letter about something else that is over is no answer to the open question', () => {
    const frames = [frame('a', 'appeals.intake')]
    const readings = [reading('policy.feedback', 'policy', 0.6)]
    expect(understand(said('不对'), hearing({ frames, readings, answersFinished: true }))).toMatchObject({
      to: 'start',
      reading: { dialogue: 'policy.feedback' },
    })
    expect(understand(said('不对'), hearing({ frames, answersFinished: true }))).toMatchObject({
      to: 'frame',
      content: { kind: 'no' },
    })
  })

  test('a question about a rule is answered aside while an appeal is being told', () => {
    const frames = [frame('a', 'appeals.intake')]
    const readings = [reading('policy.answer', 'policy')]
    expect(understand(said('加计扣除按哪个文件'), hearing({ frames, readings }))).toMatchObject({
      to: 'start',
      reading: readings[0],
    })
  })

  test('more words about the same matter go to the dialogue in progress', () => {
    const frames = [frame('a', 'appeals.intake')]
    const readings = [reading('appeals.intake', 'appeal', 0.95)]
    expect(understand(said('行里说没额度'), hearing({ frames, readings }))).toMatchObject({
      to: 'frame',
      frame: 'a',
    })
  })

  test('a text being dictated is not interrupted by what it is about', () => {
    const frames = [frame('a', 'notices.text')]
    const readings = [reading('policy.answer', 'policy', 1)]
    expect(understand(said('补贴按哪个文件执行，请各企业对照'), hearing({ frames, readings }))).toMatchObject(
      { to: 'frame', frame: 'a' },
    )
  })

  test('a command is a command wherever it is said', () => {
    const frames = [frame('a', 'notices.text')]
    const readings = [reading('help.answer', 'command', 1)]
    expect(understand(said('/帮助'), hearing({ frames, readings }))).toMatchObject({ to: 'start' })
  })

  test.each<[Band, Band]>([
    ['role', 'own'],
    ['own', 'policy'],
    ['policy', 'appeal'],
    ['appeal', 'smallTalk'],
  ])('%s comes before %s, whatever the scores say', (first, second) => {
    const readings = [reading('b.b', second, 1), reading('a.a', first, 0.4)]
    expect(understand(said('…'), hearing({ readings }))).toMatchObject({
      to: 'start',
      reading: { dialogue: 'a.a' },
    })
  })

  test('two readings as good as each other are asked back, never guessed', () => {
    const readings = [reading('a.a', 'role', 0.7), reading('b.b', 'role', 0.68)]
    expect(understand(said('…'), hearing({ readings }))).toMatchObject({ to: 'which' })
  })

  test('what nothing recognises is not guessed', () => {
    expect(understand(said('嘟嘟'), hearing({ readings: [reading('a.a', 'appeal', 0.2)] }))).toEqual({
      to: 'nothing',
    })
  })
})

describe('buttons', () => {
  const frames = [frame('a', 'appeals.intake'), frame('b', 'notices.approve')]

  test('a button belongs to the letter it stands under', () => {
    expect(understandChoice('yes', { frames, answeredFrame: 'a' }, true)).toMatchObject({
      to: 'frame',
      frame: 'a',
    })
  })

  test('without a letter the newest question is meant', () => {
    expect(understandChoice('no', { frames, answeredFrame: undefined }, false)).toMatchObject({
      frame: 'b',
      content: { kind: 'no' },
    })
  })

  test('a button of something that is over says so and does nothing', () => {
    expect(understandChoice('yes', { frames, answeredFrame: 'gone' }, true)).toEqual({ to: 'over' })
  })
})
