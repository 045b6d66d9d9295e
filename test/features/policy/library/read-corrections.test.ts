import { describe, expect, it } from 'vitest'
import type { Listening } from '../../../../src/conversation/feature.ts'
import { readCorrections } from '../../../../src/features/policy/library/read-corrections.ts'
import { readLibraryWords } from '../../../../src/features/policy/library/recognise-library.ts'

describe('what somebody puts right about a document', () => {
  it.each([
    ['文号是云人社〔2026〕3号', { documentNumber: '云人社〔2026〕3号' }],
    ['发文字号：云政办〔2025〕12号。', { documentNumber: '云政办〔2025〕12号' }],
    ['标题改成《云岭县用工补贴办法》', { title: '云岭县用工补贴办法' }],
    ['发文机关应该是县人社局', { issuer: '县人社局' }],
    ['没有有效期', { endsOn: null }],
    ['这个长期有效', { endsOn: null }],
    ['有效期到2027年12月31日', { endsOn: '2027-12-31' }],
    ['二〇二六年四月一日起施行', { effectiveOn: '2026-04-01' }],
    ['印发时间是2026-03-12，2026年4月1日执行', { issuedOn: '2026-03-12', effectiveOn: '2026-04-01' }],
    ['文号没有', { documentNumber: null }],
  ])('%s', (text, changes) => {
    expect(readCorrections(text)).toEqual({ changes, unread: [] })
  })
  it.each([
    ['只给会员看', 'members'],
    ['这个内部掌握', 'internal'],
    ['别公开', 'internal'],
    ['公开吧', 'everybody'],
    ['所有人都能查', 'everybody'],
  ])('%s', (text, audience) => {
    expect(readCorrections(text)).toMatchObject({ audience, unread: [] })
  })
  it.each(['今天几号', '文号是多少', '2026年4月1日', '有效期到2026年2月30日'])(
    'nothing is made of: %s',
    (text) => {
      expect(readCorrections(text)).toEqual({ changes: {}, unread: [text] })
    },
  )
})

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-song' } as const
const listening: Listening = {
  by: {
    person: { code: 'song', name: '宋文', roles: ['staff'] },
    personId: 'u-song',
    chat,
    home: chat,
    at: new Date(0),
  },
}
const heard = (
  text: string,
  files: { name: string; kind: 'file' | 'image' }[] = [],
  more: Partial<Listening> = {},
) => {
  const refs = files.map((file) => ({ ...file, sha256: 'a'.repeat(64) }))
  const said = { text, pieces: [{ message: 'm', text, files: refs }], addressed: 'private' as const }
  return readLibraryWords(said, { ...listening, ...more })[0]
}

describe('what is said about documents', () => {
  it.each(['入库', '入库吧', '把这份文件入库', '刚才的文件入库一下', '请入库，只给会员看', '这个文件 入库'])(
    'adds: %s',
    (text) => {
      expect(heard(text)).toMatchObject({ dialogue: 'policy.add', band: 'command' })
    },
  )
  it.each(['产品入库单怎么填', '货物入库要交什么税', '粮食入库补贴'])('does not: %s', (text) => {
    expect(heard(text)?.dialogue).not.toBe('policy.add')
  })
  it('a document without a word is offered to staff, and to nobody else', () => {
    expect(heard('', [{ name: '补贴.pdf', kind: 'file' }])).toMatchObject({
      dialogue: 'policy.add',
      band: 'role',
    })
    expect(heard('', [{ name: 'IMG.jpg', kind: 'image' }])).toBeUndefined()
    const member = { by: { ...listening.by, person: { code: 'he', name: '何', roles: ['member'] as const } } }
    expect(heard('', [{ name: '补贴.pdf', kind: 'file' }], member)).toBeUndefined()
  })
  it('入库 answers the offer of a file', () => {
    expect(heard('入库', [], { inProgress: 'policy.add' })).toBeUndefined()
  })
  it('a correction names the document first', () => {
    expect(heard('修改文件 用工补贴.pdf 文号是云人社〔2026〕3号')?.data).toMatchObject({
      name: '用工补贴.pdf',
      words: '文号是云人社〔2026〕3号',
    })
    expect(heard('更正文件《用工补贴办法》的标题：用工补贴实施办法')?.data).toMatchObject({
      name: '用工补贴办法',
      words: '标题：用工补贴实施办法',
    })
  })
  it.each([
    ['已核对 用工补贴.pdf', '用工补贴.pdf'],
    ['核对过了《用工补贴办法》', '用工补贴办法'],
    ['待核对文件', ''],
  ])('%s', (text, name) => {
    expect(heard(text)).toMatchObject({ dialogue: 'policy.checked', data: { name } })
  })
  it('已核对 as an answer to the letter about a scan is about that one, and by itself about none', () => {
    const answered = '文字是从图片认出来的。对照原件看过后，请说“已核对 扫描.pdf”。'
    expect(heard('已核对', [], { answered })?.data).toMatchObject({ name: '扫描.pdf' })
    expect(heard('已核对')).toBeUndefined()
    expect(heard('已核对，情况属实')).toBeUndefined()
  })
})
