import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askLines } from '../../src/commands/ask.ts'
import { audienceOption, docsSearch, eyesOption } from '../../src/commands/docs.ts'
import { type AddedLine, type AddOptions, docsAdd } from '../../src/commands/docs-add.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { removeFolder } from '../support/remove-folder.ts'

let chat: Chat
let folder: string
beforeAll(async () => {
  chat = await openChat()
  folder = await mkdtemp(join(tmpdir(), 'niangjia-docs-'))
})
afterAll(async () => {
  await chat.close()
  await removeFolder(folder)
})

async function put(path: string, content: string | Uint8Array): Promise<string> {
  const whole = join(folder, path)
  await mkdir(join(whole, '..'), { recursive: true })
  await writeFile(whole, content)
  return whole
}

async function add(
  paths: readonly string[],
  options: Partial<AddOptions> = {},
): Promise<readonly AddedLine[]> {
  const lines: AddedLine[] = []
  for await (const line of docsAdd(chat.house, paths, { audience: undefined, jsonl: false, ...options }))
    lines.push(line)
  return lines
}

async function ask(
  lines: readonly object[],
  audience?: string,
): Promise<{ code: number; answers: readonly object[] }> {
  const answers: object[] = []
  const asked = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  const code = await askLines(
    chat.house,
    asked,
    { eyes: eyesOption(audience) },
    async (answer) => void answers.push(answer),
  )
  return { code, answers }
}

const loans = `云岭县转贷资金管理办法

云政办〔2026〕7号

第一条 转贷资金单笔最高500万元，使用期限最长15天。

第二条 申请转贷应当提交下列材料：

（一）借款合同；

（二）银行续贷意见书。

2026年1月20日
`

describe('docs add', () => {
  it('takes a folder at once, names what cannot be read, and stops for nothing', async () => {
    await put('a/loans.txt', loans)
    await put('a/z/water.md', '# 云岭县用水管理办法\n\n第一条 超计划用水的，超出部分按两倍水价收费。\n')
    await put('a/plan.pdf', '%PDF-1.4')
    await put('a/.hidden', 'x')
    await put('a/broken.txt', Uint8Array.from([0xff, 0x00, 0x01]))
    await put('a/z/loans.txt', '别的文件，名字一样。')
    const lines = await add([join(folder, 'a'), join(folder, 'missing.txt')])
    expect(lines.map(({ outcome, doc }) => `${outcome} ${doc}`)).toEqual([
      'refused broken.txt',
      'added loans.txt',
      'refused plan.pdf',
      'refused loans.txt',
      'added water.md',
      'refused missing.txt',
    ])
    for (const line of lines) if (line.outcome === 'refused') expect(line.reason).toMatch(/。$/u)
  })

  it('changes nothing the second time', async () => {
    const lines = await add([join(folder, 'a', 'z', 'water.md')])
    expect(lines).toMatchObject([{ outcome: 'unchanged', doc: 'water.md' }])
  })

  it('takes a collection, with every wrong line named', async () => {
    const rows = Array.from({ length: 1_200 }, (_, n) =>
      JSON.stringify({
        doc_id: `tea-${n}`,
        title: `茶叶品种${n}`,
        text: `第${n}号品种适合海拔${n + 100}米的山地种植。`,
      }),
    )
    rows.splice(700, 0, 'broken')
    const path = await put('teas.data', rows.join('\n'))
    const seen: number[] = []
    const lines = await add([path], { jsonl: true, onProgress: (_path, done) => void seen.push(done) })
    expect(lines.filter(({ outcome }) => outcome === 'added')).toHaveLength(1_200)
    expect(lines.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { line: 701, reason: '这一行不是 JSON。' },
    ])
    expect(seen).toEqual([500, 1_000, 1_201])
    expect(
      (await add([path], { jsonl: true })).filter(({ outcome }) => outcome === 'unchanged'),
    ).toHaveLength(1_200)
  })
})

describe('docs search', () => {
  it('gives the best passage of each of the best documents', async () => {
    const answers: { id?: string; hits?: readonly { doc: string; text: string; score: number }[] }[] = []
    const lines = [JSON.stringify({ id: 'q1', question: '第345号品种适合多高的山地' }), '{"id":"q2"}']
    const code = await docsSearch(
      chat.house,
      lines,
      { top: 3, eyes: 'all' },
      async (answer) => void answers.push(answer),
    )
    expect(code).toBe(1)
    expect(answers[0]).toMatchObject({
      id: 'q1',
      hits: [{ doc: 'tea-345', title: '茶叶品种345', locator: '第1段' }, {}, {}],
    })
    expect(new Set(answers[0]?.hits?.map(({ doc }) => doc)).size).toBe(3)
    expect(answers[1]).toMatchObject({ line: 2, error: expect.stringContaining('question') })
  })
})

describe('ask', () => {
  it('answers with citations, line by line, and tells a wrong line', async () => {
    const { code, answers } = await ask([
      { id: 'a', question: '转贷资金使用期限最长多少天' },
      'no json' as unknown as object,
      { id: 7, question: '幼儿园托育费补助标准是多少', asOf: '2026-01-01' },
      { id: 'c', question: '转贷', asOf: 'yesterday' },
    ])
    expect(code).toBe(1)
    expect(answers).toMatchObject([
      {
        id: 'a',
        answered: true,
        text: expect.stringContaining('最长15天'),
        citations: [
          { title: '云岭县转贷资金管理办法', locator: '第一条', quote: expect.stringContaining('最长15天') },
        ],
      },
      { line: 2, error: '这一行不是 JSON。' },
      { id: 7, answered: false, text: expect.stringContaining('没有查到'), nearest: expect.any(Array) },
      { line: 4, error: expect.stringContaining('asOf') },
    ])
  })

  it('sees every document unless it is told whose eyes to use', async () => {
    const path = await put('office.txt', '内部值守安排\n\n第一条 值守人员夜间每两小时巡查一次仓库。\n')
    await add([path], { audience: 'internal' })
    const question = { id: '1', question: '值守人员夜间多久巡查一次仓库' }
    expect((await ask([question])).answers).toMatchObject([{ answered: true }])
    expect((await ask([question], 'internal')).answers).toMatchObject([{ answered: true }])
    const { answers } = await ask([question], 'members')
    expect(answers).toMatchObject([{ answered: false }])
    expect(JSON.stringify(answers)).not.toContain('值守安排')
  })

  it('takes no audience that does not exist', () => {
    expect(() => audienceOption('friends')).toThrow('--audience takes')
  })
})
