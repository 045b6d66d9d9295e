import { expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { addDialogue } from '../../../../src/features/policy/library/add.dialogue.ts'
import { checkedDialogue } from '../../../../src/features/policy/library/checked.dialogue.ts'
import { correctDialogue } from '../../../../src/features/policy/library/correct.dialogue.ts'
import { takeInDialogue } from '../../../../src/features/policy/library/take-in.dialogue.ts'
import type { FileRef } from '../../../../src/kernel/letter-draft.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore } from '../../../support/explore.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-song' } as const
const by: Speaker = {
  person: { code: 'song', name: '宋文', roles: ['staff'] },
  personId: 'u-song',
  chat,
  home: chat,
  at: new Date('2026-03-05T10:00:00+08:00'),
}
const paper: FileRef = { sha256: 'a'.repeat(64), name: '用工补贴.pdf', kind: 'file' }
const say = (text: string, files: readonly FileRef[] = []): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text, files }], addressed: 'private' },
})
const asked = { allowed: true, isAsked: true, files: [] as FileRef[], words: '入库' }

it('a file is read when it was asked for; one that came without a word is offered first', () => {
  const edges = explore(addDialogue, {
    by,
    starts: {
      'says 入库 with a file': { turn: say('入库', [paper]), data: { ...asked, files: [paper] } },
      'says 入库': { turn: say('入库'), data: asked },
      'sends a file': { turn: say('', [paper]), data: { ...asked, isAsked: false, files: [paper] } },
      'may not': { turn: say('入库'), data: { ...asked, allowed: false } },
    },
    moves: {
      'sends a file': say('', [paper]),
      'says 入库': say('入库'),
      'says something else': say('今天几号'),
    },
    facts: () => ({ lastFiles: [] }),
    confirmed: () => 'free',
  })
  expectDiagram(addDialogue.name, edges)
  expect(
    edges.filter(({ to }) => to === 'reading').every(({ effects }) => effects.join() === 'policy.readFiles'),
  ).toBe(true)
})

it('the last file that was sent is meant by 入库 alone', () => {
  const begun = addDialogue.start(
    { by, ...say('入库') } as never,
    { lastFiles: [paper] },
    {
      data: asked,
      onTop: false,
      frame: 'f',
    },
  )
  expect(begun.effects).toMatchObject([{ kind: 'policy.readFiles', files: [paper] }])
})

const read = {
  kind: 'read',
  name: '用工补贴.pdf',
  file: 'a'.repeat(64),
  reading: 'b'.repeat(64),
  understood: { title: '用工补贴办法', articles: 9, parts: 0, tables: 1, rows: 3, passages: 13, pages: 2 },
  remarks: ['没有读到印发或公布的日期。'],
  replaces: { title: '用工补贴办法', audience: 'members' },
}

it('what was understood is shown, put right in words, and taken in by a yes alone', () => {
  const edges = explore(takeInDialogue, {
    by,
    starts: {
      'was read': { turn: { kind: 'invited', data: read }, data: read },
      'was no document': {
        turn: { kind: 'invited', data: null },
        data: { kind: 'refused', name: 'a.exe', reason: '这种文件读不了。' },
      },
      'is there already': {
        turn: { kind: 'invited', data: null },
        data: { kind: 'unchanged', name: 'a.txt' },
      },
      'was not read to the end': {
        turn: { kind: 'invited', data: null },
        data: { kind: 'failed', name: 'a.pdf' },
      },
      'is a collection': {
        turn: { kind: 'invited', data: null },
        data: { ...read, kind: 'collection', documents: 12, broken: 1 },
      },
      'is from another release': { turn: { kind: 'invited', data: null }, data: { kind: 'strange' } },
    },
    moves: {
      'puts it right': say('文号是云人社〔2026〕3号，只给会员看'),
      'puts the days right': say('有效期到2027年12月31日'),
      'names a chamber': say('只给茶业商会看'),
      'says something else': say('今天几号'),
    },
    facts: (_state, turn) =>
      turn.kind === 'say' && turn.said.text.includes('茶业商会')
        ? { chamber: { code: 'tea', name: '茶业商会' } }
        : {},
    confirmed: () => 'needs-yes',
  })
  expectDiagram(takeInDialogue.name, edges)
})

it('a correction counts and is shown before the yes', () => {
  const beginning = { data: read, onTop: false, frame: 'f' }
  const begun = takeInDialogue.start({ by, kind: 'invited', data: read }, {}, beginning)
  expect(begun.says[0]?.text).toContain('谁能查：只给会员看')
  const put = takeInDialogue.next(begun.state, { by, ...say('施行日期应为2026年4月1日；公开') } as never, {})
  expect(put.says[0]?.text).toContain('2026年4月1日起施行')
  expect(put.says[0]?.text).toContain('谁能查：所有人都能查')
  const done = takeInDialogue.next(put.state, { by, kind: 'yes' }, {})
  expect(done.effects).toMatchObject([
    { kind: 'policy.takeIn', changes: { effectiveOn: '2026-04-01' }, audience: 'everybody' },
  ])
})

const known = {
  doc: '用工补贴.pdf',
  title: '用工补贴办法',
  audience: 'everybody',
  passages: 13,
  remarks: ['有 2 页是从图片认出来的字，可能有错字，请对照原件。'],
  unchecked: true,
}

it('a document in the house is put right after a look', () => {
  const edges = explore(correctDialogue, {
    by,
    starts: {
      'says what': {
        turn: say(''),
        data: { allowed: true, name: '用工补贴', words: '文号是云人社〔2026〕3号，标题是用工补贴办法' },
      },
      'says nothing of it': { turn: say(''), data: { allowed: true, name: '用工补贴', words: '' } },
      'may not': { turn: say(''), data: { allowed: false, name: '用工补贴', words: '公开' } },
    },
    moves: { 'says something else': say('今天几号') },
    facts: () => ({ known: [known] }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(correctDialogue.name, edges)
})

it('a scan counts as compared with the paper when somebody says so', () => {
  const edges = explore(checkedDialogue, {
    by,
    starts: {
      'names it': { turn: say(''), data: { allowed: true, name: '用工补贴' } },
      'asks which': { turn: say(''), data: { allowed: true, name: '' } },
      'may not': { turn: say(''), data: { allowed: false, name: '用工补贴' } },
    },
    moves: { 'says something else': say('今天几号') },
    facts: () => ({ known: [known], unchecked: [known] }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(checkedDialogue.name, edges)
})
