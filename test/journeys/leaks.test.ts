import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../support/chat.ts'
import { bareOf, type Planted, plant, seeded } from '../support/planted.ts'
import { SMALL_COUNTY } from '../support/small-county.ts'

const GROUPS = ['g-machinery', 'g-tea', 'g-office', 'g-unknown']
const names = {
  people: ['何志平', '吴桂兰', '马会荣'],
  companies: SMALL_COUNTY.companies.map(({ name }) => name),
}
const TROUBLES = [
  '银行续贷材料交了半个月一直不放款，能不能帮协调',
  '镇里欠我们工程款两年没给，去要就说没钱',
  '厂里停电了，电力上没人接电话，帮忙问问',
  '门口那条路坑太大，大车进不来，请帮忙反映',
  '招不到工人，缺人缺得厉害，能不能组织个招聘会',
  '高企奖补公示了到现在没到账，两个部门互相推',
  '环评批不下来，跑了好几趟都说再等等',
  '同行仿冒我们的商标，投诉了没人管',
]
const ROUNDS = 10
const PEOPLE = 50

let chat: Chat
const chance = seeded(20260302)
const planted: Planted[] = []

beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

/** Somebody not in the roster; every third calls themselves by what must not be seen. */
const person = (n: number) => `u-s${n}`
const called = (n: number, hidden: Planted) =>
  n % 3 === 0 ? `老板${hidden.typed.replaceAll('\n', ' ')}` : `老板${n}`

/** What was planted, and how many letters to groups have it in them, in whatever spelling. */
function leaks(texts: readonly string[]): readonly string[] {
  const all = texts.map(bareOf)
  return planted.flatMap(({ bare, typed, kind }) => {
    const wanted = bareOf(bare)
    return all.some((text) => text.includes(wanted)) ? [`${kind}: ${typed}`] : []
  })
}

const toGroups = () => chat.all().filter(({ to }) => to.kind === 'group')

test('500 appeals full of numbers, names, plates and sums, told in groups: none of it is said in one', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const told = Array.from({ length: PEOPLE }, (_, n) => {
      const hidden = plant(names, chance)
      planted.push(...hidden)
      const [first, ...rest] = hidden
      const group = GROUPS[(n + round) % GROUPS.length] as string
      const speaker = chat.in(group).as(person(n), called(n, first as Planted))
      // The @ first, last, or alone; one line or several.
      const trouble = TROUBLES[(n + round) % TROUBLES.length]
      const words = `${trouble}，${hidden.map(({ typed }) => typed).join('，')}`
      if (n % 3 === 0) speaker.says(`@娘家 ${words}`)
      else if (n % 3 === 1) {
        speaker.says(`${words}\n联系${first?.typed ?? ''}`)
        speaker.says('@娘家')
      } else {
        speaker.says('@娘家 帮个忙')
        speaker.says(`${trouble}`)
        speaker.says(rest.map(({ typed }) => typed).join(' '))
      }
      return { n, group, first }
    })
    await chat.settle()
    for (const { n } of told) chat.as(person(n)).chooses('yes')
    await chat.settle()
    // Then what people go on to say in groups: reminders, questions about rules, withdrawals, other talk.
    for (const { n, group, first } of told) {
      const speaker = chat.in(group).as(person(n), called(n, first as Planted))
      const said = [
        '@娘家 我那个事到哪一步了',
        `@娘家 都三天了，${first?.typed ?? ''}`,
        `@娘家 研发费用补助按什么标准，${first?.typed ?? ''}`,
        `@娘家 撤回，${first?.typed ?? ''}`,
        `@娘家 ${first?.typed ?? ''}是谁`,
      ]
      speaker.says(said[n % said.length] as string)
    }
    await chat.settle()
  }
  const filed = await chat.house.storage.database.$queryRawUnsafe<{ n: bigint }[]>(
    'SELECT count(*) AS n FROM "Appeal"',
  )
  expect(Number(filed[0]?.n)).toBeGreaterThan(400)
  expect(planted.length).toBeGreaterThan(1_500)
  const letters = toGroups()
  expect(letters.length).toBeGreaterThan(900)
  expect(leaks(letters.map(({ text }) => text))).toEqual([])
  // The same eyes find most of it in what was said to people alone, so they are not blind.
  const alone = chat.all().filter(({ to }) => to.kind === 'private')
  expect(leaks(alone.map(({ text }) => text)).length).toBeGreaterThan(planted.length / 2)
})

test('staff, units and leaders at work leave none of it in a group either', async () => {
  const before = toGroups().length
  const office = (who: string) => chat.in('g-office').as(who)
  for (const line of [
    '@娘家 诉求列表',
    '@娘家 看 0001',
    '@娘家 派单 0002 金融办 3天',
    '@娘家 超期的',
    '@娘家 待派单 第2页',
  ]) {
    office('u-song').says(line)
    await chat.settle()
    chat.as('u-song').chooses('yes')
    await chat.settle()
  }
  for (const [who, group, line] of [
    ['u-jin', 'g-office', '@娘家 待办'],
    ['u-jin', 'g-office', '@娘家 退回 0002 不属我单位职责，电话13800001234'],
    ['u-jiang', 'g-machinery', '@娘家 我包的企业还有几件没办完'],
    ['u-jiang', 'g-machinery', '@娘家 镇里欠账的那个是哪家'],
    ['u-shen', 'g-office', '@娘家 谁看过封存 0001'],
    ['u-ma', 'g-tea', '@娘家 诉求列表'],
    ['u-jiang', 'g-machinery', '@娘家 第一个详细说说'],
    ['u-jiang', 'g-tea', '@娘家 明细1'],
    ['u-jiang', 'g-tea', '@娘家 给我表格'],
    ['u-jiang', 'g-tea', '@娘家 给我画个图'],
    ['u-jiang', 'g-office', '@娘家 给 0001 0002 0003 出一页协调会材料'],
    ['u-jiang', 'g-machinery', '@娘家 今天去了天禾农机，老板电话13912345678，停电的事还没完'],
    ['u-jiang', 'g-machinery', '@娘家 走访1'],
    ['u-jiang', 'g-machinery', '@娘家 早报'],
    ['u-song', 'g-office', '@娘家 走访线索'],
    ['u-song', 'g-office', '@娘家 3月通报'],
    ['u-he', 'g-machinery', '@娘家 全县还有几件没办完，都是哪几家'],
  ] as const) {
    chat.in(group).as(who).says(line)
    await chat.settle()
  }
  expect(toGroups().length).toBeGreaterThan(before)
  expect(leaks(toGroups().map(({ text }) => text))).toEqual([])
  // Nor the code, the sheet, the picture or the page of a figure, a visit or a paper.
  const after = JSON.stringify(toGroups().slice(before))
  expect(after).not.toMatch(/明细\d|13912345678|\.(?:xlsx|pdf|png|docx)|共 ?\d+ ?件|截至|编号：/u)
})

test('a notice shows its findings before the yes, and what may never go out stays here', async () => {
  const [identity] = planted.filter(({ kind }) => kind === 'identity-number')
  const [phone] = planted.filter(({ kind }) => kind === 'phone')
  chat
    .as('u-song')
    .says(`通知 农机商会 明天上午九点开会，联系人电话${phone?.typed}，身份证${identity?.typed}`)
  await chat.settle()
  const preview = chat
    .to('u-song')
    .map(({ text }) => text)
    .join('\n')
  expect(preview).toMatch(/身份证|证件号/)
  chat.as('u-song').chooses('yes')
  await chat.settle()
  chat.as('u-fu').chooses('yes')
  await chat.settle()
  const wanted = bareOf(identity?.bare ?? '')
  for (const { text } of toGroups()) expect(bareOf(text)).not.toContain(wanted)
})
