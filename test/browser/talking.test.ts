import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { openScriptedHouse, type ScriptedHouse } from '../support/web-chat-page.ts'
import { deskOf } from './desk-page.ts'

let browser: TestBrowser
let house: ScriptedHouse
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  house = await openScriptedHouse()
})
afterEach(async () => {
  await browser.closeTabs()
  await house.stop()
  expect(browser.complaints.splice(0)).toEqual([])
})

async function enter(as: string) {
  const page = await browser.openTab(`${house.url}/chat/?as=${as}`)
  const desk = deskOf(page)
  await desk.connected()
  return { page, ...desk }
}

const textsHeard = () =>
  house.arrivals.map(({ content }) => (content.kind === 'message' ? content.text : content.kind))

describe('the box to type in', () => {
  it('sends at Enter, breaks the line at Shift and Enter, and sends nothing empty', async () => {
    const { page, box, items } = await enter('bai')
    await box('private').press('Enter')
    await box('private').pressSequentially('  ')
    await box('private').press('Enter')
    await box('private').fill('')
    await box('private').pressSequentially('一')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('二')
    await page.keyboard.press('Enter')
    await items('private').first().waitFor()
    expect(textsHeard()).toEqual(['一\n二'])
    expect(await box('private').inputValue()).toBe('')
  })

  it('leaves Enter to the input method while it composes', async () => {
    const { page, box, items } = await enter('bai')
    await box('private').focus()
    const cdp = await page.context().newCDPSession(page)
    const ime = (type: 'rawKeyDown' | 'keyUp') =>
      // What Chromium sends for a key that the input method takes: 229, whatever was pressed.
      cdp.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 })
    await cdp.send('Input.imeSetComposition', { text: 'yao', selectionStart: 3, selectionEnd: 3 })
    await ime('rawKeyDown')
    await ime('keyUp')
    expect(await box('private').inputValue()).toBe('yao')
    await cdp.send('Input.insertText', { text: '窑' })
    expect(await box('private').inputValue()).toBe('窑')
    expect(house.arrivals).toHaveLength(0)
    await page.keyboard.press('Enter')
    await items('private').first().waitFor()
    expect(textsHeard()).toEqual(['窑'])
  })

  it('keeps what was typed over a reload, each chat its own', async () => {
    const { page, box } = await enter('bai')
    await box('private').fill('还没说完')
    await page.reload()
    await box('group').waitFor()
    expect(await box('private').inputValue()).toBe('还没说完')
    expect(await box('group').inputValue()).toBe('')
  })

  it('sends pictures and files after a look at them, and others in the group see them', async () => {
    const { page, pane, box, say } = await enter('bai')
    const other = await enter('mi')
    const shot = await page.screenshot()
    await pane('group')
      .locator('input[type=file]')
      .setInputFiles([
        { name: '窑.png', mimeType: 'image/png', buffer: shot },
        { name: '多余.png', mimeType: 'image/png', buffer: shot.subarray(0, 100) },
        { name: '清单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      ])
    await pane('group').locator('.shelf img').first().waitFor()
    await page.getByRole('button', { name: '去掉 多余.png' }).click()
    await box('group').fill('看图')
    await say('group', '看图')
    const picture = other.pane('group').locator('.picture img')
    await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(1366)
    expect(house.arrivals[0]?.content).toMatchObject({
      text: '看图',
      files: [{ name: '窑.png' }, { name: '清单.pdf' }],
    })
    const [download] = await Promise.all([
      other.page.waitForEvent('download'),
      other.pane('group').getByText('清单.pdf').click(),
    ])
    expect(download.suggestedFilename()).toBe('清单.pdf')
    expect(await pane('group').locator('.shelf').isVisible()).toBe(false)
  })

  it('answers the message it was told to, and shows which', async () => {
    const letter = await house.say({ to: house.groupChat('pottery-group'), text: '周五几点' })
    const { page, pane, say } = await enter('bai')
    await pane('group').getByText('周五几点').hover()
    await page.getByRole('button', { name: '回复 娘家' }).first().click()
    await say('group', '三点')
    await pane('group').locator('.quote').waitFor()
    expect(house.arrivals[0]?.content).toMatchObject({ addressed: 'reply', replyTo: letter })
    expect(await pane('group').locator('.quote').textContent()).toContain('周五几点')
  })
})

describe('a broken line', () => {
  it('loses nothing that was said meanwhile, and shows nothing twice', async () => {
    const { page, words, connected } = await enter('bai')
    const said: string[] = []
    const tell = async (count: number) => {
      for (let i = 0; i < count; i++) {
        said.push(`第 ${said.length + 1} 句`)
        await house.say({ to: house.privateChat('bai'), text: said.at(-1) ?? '' })
      }
    }
    await tell(5)
    await page.context().setOffline(true)
    await tell(5)
    await page.context().setOffline(false)
    await expect.poll(() => words('private')).toEqual(said)
    await house.restart()
    await tell(5)
    await expect.poll(() => words('private'), { timeout: 15_000 }).toEqual(said)
    await connected()
    await tell(1)
    await expect.poll(() => words('private')).toEqual(said)
  })

  it('holds back what one says until it is mended, and then sends it once, in order', async () => {
    const { pane, say, words } = await enter('bai')
    house.isDown = true
    await say('private', '一')
    await say('private', '二')
    await pane('private').getByText('正在重发').first().waitFor()
    house.isDown = false
    await expect.poll(() => words('private'), { timeout: 15_000 }).toEqual(['一', '二'])
    expect(textsHeard()).toEqual(['一', '二'])
    expect(await pane('private').locator('.waiting .item').count()).toBe(0)
  })

  it('is told to the person', async () => {
    const { page } = await enter('bai')
    house.isDown = true
    await house.restart()
    await page.getByText('连接断了，正在重连').waitFor()
    house.isDown = false
    await page.getByText('已连接').waitFor()
  })
})

it('people in several tabs are never mixed up', async () => {
  const [bai, mi] = [await enter('bai'), await enter('mi')]
  house.script = async ({ from, content }) => {
    if (content.kind === 'message')
      await house.say({ to: house.privateChat(from.id), text: `${from.id} 说了 ${content.text}` })
  }
  for (let i = 0; i < 5; i++) {
    await bai.say(i % 2 ? 'private' : 'group', `白 ${i}`)
    await mi.say(i % 2 ? 'group' : 'private', `米 ${i}`)
  }
  const answers = async (desk: typeof bai) =>
    (await desk.words('private')).filter((text) => text.includes('说了'))
  await expect.poll(() => answers(bai)).toHaveLength(5)
  await expect.poll(() => answers(mi)).toHaveLength(5)
  expect((await bai.words('private')).join()).not.toContain('米')
  expect((await mi.words('private')).join()).not.toContain('白')
  await expect.poll(() => bai.words('group')).toHaveLength(5)
  expect(await mi.words('group')).toEqual(await bai.words('group'))
})

describe('a long talk', () => {
  it('stays where one reads, says that something new is below, and goes there', async () => {
    for (let i = 0; i < 40; i++) await house.say({ to: house.privateChat('bai'), text: `第 ${i} 句` })
    const { page, pane } = await enter('bai')
    const view = pane('private').locator('.scroll')
    const fromEnd = () => view.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight)
    await expect.poll(fromEnd).toBeLessThan(2)
    await view.hover()
    await page.mouse.wheel(0, -600)
    await expect.poll(fromEnd).toBeGreaterThan(300)
    await house.say({ to: house.privateChat('bai'), text: '新的一句' })
    await page.getByRole('button', { name: '有新消息' }).click()
    await expect.poll(fromEnd).toBeLessThan(2)
    expect(await pane('private').getByText('新的一句').isVisible()).toBe(true)
  })

  it('is fetched further back when asked, without a gap or a double', async () => {
    const said = Array.from({ length: 270 }, (_, i) => `第 ${i} 句`)
    for (const text of said) await house.say({ to: house.privateChat('bai'), text })
    const { page, words } = await enter('bai')
    expect(await words('private')).toHaveLength(200)
    for (let seen = 200; seen < said.length; seen = (await words('private')).length) {
      await page.getByRole('button', { name: '看更早的' }).click()
      await expect.poll(async () => (await words('private')).length).toBeGreaterThan(seen)
    }
    expect(await words('private')).toEqual(said)
  })
})
