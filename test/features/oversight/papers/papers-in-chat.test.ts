import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, openChat, type SentLine } from '../../../support/chat.ts'
import { SMALL_COUNTY } from '../../../support/small-county.ts'

type WithFiles = SentLine & { readonly files?: readonly { kind: string; name: string; path: string }[] }

const NUMBER = /2026-\d{4}/u
let chat: Chat
/** Two of 天禾, a sealed one of 五峰, one of 青芽 that another leader answers for. */
const filed: string[] = []

beforeAll(async () => {
  chat = await openChat({ roster: SMALL_COUNTY, now: '2026-03-30T09:00:00+08:00' })
  await file('u-he', '我们一笔流动资金贷款下个月到期，银行说不给续了，请帮忙协调，电话13812345678')
  await file('u-he', '厂门口的路一直限高，大货车进不来，原料运不进厂，请帮忙协调解决')
  await file('u-wu', '最近执法检查太多，一周来了五拨人，生产都耽误了，请帮忙反映，千万别说是我们厂反映的')
  await file('u-lu', '茶叶货款被拖欠了八十万，对方一直不给，请帮忙协调要账')
  await ask('u-song', `派单 ${filed[0]?.slice(5)} 金融办`)
  await ask('u-song', '确认')
  await chat.advanceTo('2026-03-31T10:00:00+08:00')
  await ask('u-jin', `${filed[0]?.slice(5)} 进展 已联系农商行，要补抵押物评估报告`)
  await ask('u-jin', '确认')
})
afterAll(() => chat.close())

async function file(person: string, words: string): Promise<void> {
  await ask(person, words)
  filed.push(NUMBER.exec(await ask(person, '确认提交'))?.[0] ?? 'nothing was filed')
}

async function ask(person: string, words: string): Promise<string> {
  chat.as(person).says(words)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

const short = (at: number) => filed[at]?.slice(5) ?? ''
const letters = (person: string) => chat.to(person) as readonly WithFiles[]

/** An errand runs on after its turn: it has come once a letter with files is newer than what was there. */
async function paperFor(person: string, words: string): Promise<WithFiles | undefined> {
  const before = letters(person).length
  await ask(person, words)
  for (let tries = 0; tries < 50; tries++) {
    const fresh = letters(person).slice(before)
    const paper = fresh.find(({ files }) => files !== undefined)
    if (paper !== undefined) return paper
    await chat.settle()
  }
  return undefined
}

describe('a page for a coordinating meeting', () => {
  it('is made of the matters named, as PDF and as a picture; what is another leader’s is left out as if it were not there', async () => {
    const paper = await paperFor(
      'u-jiang',
      `给 ${short(0)} ${short(1)} ${short(3)} 2026-9999 出一页协调会材料`,
    )
    expect(paper?.text.split('\n')[0]).toBe(`协调会材料排好了，2 件，A4 一页：${filed[0]}、${filed[1]}。`)
    const [pdf, picture] = paper?.files ?? []
    expect(
      readFileSync(pdf?.path ?? '')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(
      readFileSync(picture?.path ?? '')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(pdf?.name).toBe('协调会材料-3月31日.pdf')
    const said = chat.to('u-jiang').find(({ text }) => text.includes('2026-9999'))?.text
    expect(said).toContain(`${filed[3]}、2026-9999 没有放进去：没有这个编号，或者不在您能看的范围里。`)
    expect(await ask('u-jiang', `给 ${short(3)} 出一页协调会材料`)).toMatch(/材料没有出/u)
  })

  it('of a sealed one has neither who nor their words, and of others nothing, in the store already', async () => {
    const { storage, clock } = chat.house
    const jiang = { code: 'jiang', name: '江远', roles: ['leader'] as const }
    const found = await storage.transactions.inOne(clock.now(), (work) =>
      storage.paperFacts.facts({ person: jiang, day: '2026-03-31' }, filed, work),
    )
    expect(found.map(({ entry }) => entry.number)).toEqual(filed.slice(0, 3))
    const [open, , sealed] = found
    expect(open?.history.at(-1)).toMatchObject({ act: 'progress', unit: 'finance' })
    expect(sealed?.entry.sealed).toBe(true)
    expect(JSON.stringify(sealed)).not.toMatch(/五峰|wufeng|吴桂兰|检查|五拨/u)
    const nobody = await storage.transactions.inOne(clock.now(), (work) =>
      storage.paperFacts.facts({ person: { ...jiang, roles: ['member'] }, day: '2026-03-31' }, filed, work),
    )
    expect(nobody).toEqual([])
  })

  it('takes the list that was just told', async () => {
    await ask('u-jiang', '我包的企业还有几件没办完')
    const two = await paperFor('u-jiang', '前两件弄一页纸材料')
    expect(two?.text).toMatch(/^协调会材料排好了，2 件/u)
  })

  it('asks which where none is named, and a member is not offered it', async () => {
    expect(await ask('u-song', '给 明细9999 出一页协调会材料')).toMatch(/^没有明细9999/u)
    expect(await ask('u-fu', '出一页协调会材料')).not.toContain('要出哪几件')
    expect(await ask('u-song', '待上会的出一页协调会材料')).toMatch(/^现在没有等着上会的/u)
  })

  it('asked for in a group goes to private alone', async () => {
    chat.news()
    chat.in('g-office').as('u-jiang').says('@娘家 给 2026-9998 出一页协调会材料')
    await chat.settle()
    const news = chat.news()
    expect(
      news
        .filter(({ to }) => to.id === 'g-office')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('9998')
    expect(news.find(({ to }) => to.id === 'u-jiang')?.text).toContain('9998')
  })

  it('is in the audit with counts only', async () => {
    const rows = await chat.house.storage.database.auditEntry.findMany({
      where: { action: 'oversight.brief' },
    })
    expect(rows.length).toBeGreaterThan(3)
    expect(JSON.stringify(rows.map(({ subject, detail }) => [subject, detail]))).not.toMatch(
      /\p{Script=Han}/u,
    )
  })
})

describe('the monthly circular', () => {
  it('is drafted for staff on their word, with a document, and goes on as a notice', async () => {
    const paper = await paperFor('u-song', '出3月通报')
    expect(paper?.text).toContain('【草稿，未经审定，请勿外传】')
    expect(paper?.text).toContain('新登记企业诉求 4 件')
    expect(paper?.files?.[0]?.name).toBe('2026年3月诉求办理情况通报（草稿）.docx')
    expect(
      readFileSync(paper?.files?.[0]?.path ?? '')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    expect(await ask('u-song', '作为通知发')).toMatch(/发给谁|哪些人|谁/u)
    const preview = await ask('u-song', '农机商会')
    expect(preview).toContain('关于2026年3月企业诉求办理情况的通报')
    expect(preview).not.toContain('草稿')
    await ask('u-song', '不发了')
  })

  it('nobody else is given it', async () => {
    expect(await ask('u-jiang', '出3月通报')).not.toContain('草稿')
  })

  it('comes by itself on the first working day of the next month, once', async () => {
    chat.news()
    await chat.advanceTo('2026-04-01T08:50:00+08:00')
    expect(chat.news().filter(({ text }) => text.includes('通报'))).toEqual([])
    await chat.advanceTo('2026-04-01T09:00:00+08:00')
    const hasCome = () => letters('u-ren').some(({ files }) => files !== undefined)
    for (let tries = 0; tries < 50 && !hasCome(); tries++) await chat.settle()
    const drafts = letters('u-ren').filter(({ text }) => text.includes('关于2026年3月企业诉求'))
    expect(drafts).toHaveLength(1)
    await chat.advanceTo('2026-04-02T09:00:00+08:00')
    expect(letters('u-ren').filter(({ text }) => text.includes('关于2026年3月企业诉求'))).toHaveLength(1)
  })
})
