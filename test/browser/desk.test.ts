import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser, PHONE, type TestBrowser } from '../support/browser.ts'
import { openScriptedHouse, type ScriptedHouse } from '../support/web-chat-page.ts'
import { deskOf } from './desk-page.ts'
import { FAINT_WORDS } from './faint-words.ts'

let browser: TestBrowser
let house: ScriptedHouse
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  house = await openScriptedHouse({ demonstration: true })
})
afterEach(async () => {
  await browser.closeTabs()
  await house.stop()
  expect(browser.complaints.splice(0)).toEqual([])
})

async function enter(as: string, options = {}) {
  const page = await browser.openTab(`${house.url}/chat/?as=${as}`, options)
  const desk = deskOf(page)
  await desk.connected()
  return { page, ...desk }
}

const CHOICES = [
  { id: 'yes', label: '确认提交' },
  { id: 'no', label: '不提交' },
]

describe('at a desk of 1366 × 768', () => {
  it('the group and the private chat are both in full view, and nothing sticks out', async () => {
    const { page, pane } = await enter('bai', { viewport: { width: 1366, height: 768 } })
    for (const kind of ['group', 'private'] as const) {
      const place = await pane(kind).boundingBox()
      expect(place).toMatchObject({ x: expect.any(Number) })
      expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(1366)
      expect(place?.width).toBeGreaterThan(480)
      expect(await pane(kind).locator('textarea').isVisible()).toBe(true)
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1366)
    expect(await page.locator('.ribbon').textContent()).toContain('演示')
  })

  it('a call in the group is answered in private, and a pressed button stays pressed', async () => {
    house.script = async ({ content, chat, from, messageId }) => {
      if (content.kind === 'message' && chat.kind === 'group') {
        await house.say({ to: chat, text: '收到，已私聊您。', mention: [from.id], replyTo: messageId })
        await house.say({ to: house.privateChat(from.id), text: '请核对', choices: CHOICES })
      } else if (content.kind === 'choice') await house.say({ to: chat, text: `选了 ${content.choice}` })
    }
    const { page, pane, words, say } = await enter('bai')
    await say('group', '@娘家 窑上停电了')
    await pane('private').getByRole('button', { name: '确认提交' }).click()
    await pane('private').getByText('选了 yes').waitFor()
    expect(house.arrivals.map(({ content }) => content)).toMatchObject([
      { addressed: 'mention', text: '窑上停电了' },
      { kind: 'choice', choice: 'yes' },
    ])
    expect(await words('group')).toEqual(['@娘家 窑上停电了', '@白帆 收到，已私聊您。'])
    const states = async () =>
      pane('private')
        .locator('.choice')
        .evaluateAll((all) => all.map((one) => `${one.textContent} ${one.hasAttribute('disabled')}`))
    expect(await states()).toEqual(['已选 确认提交 true', '不提交 true'])
    await page.reload()
    await pane('private').getByText('选了 yes').waitFor()
    expect(await states()).toEqual(['已选 确认提交 true', '不提交 true'])
  })

  it('a button whose press is refused can be pressed again, and says why', async () => {
    await house.say({ to: house.privateChat('bai'), text: '请核对', choices: CHOICES })
    const { page, pane } = await enter('bai')
    await page.route(
      '**/api/messages',
      (route) => route.fulfill({ status: 400, json: { error: '这一步已经过了。' } }),
      { times: 1 },
    )
    await pane('private').getByRole('button', { name: '确认提交' }).click()
    await pane('private').getByText('这一步已经过了。').waitFor()
    expect(await pane('private').getByRole('button', { name: '确认提交' }).isEnabled()).toBe(true)
  })

  it('an edit stands in the place of what it changes', async () => {
    const first = await house.say({ to: house.privateChat('bai'), text: '第一版' })
    await house.say({ to: house.privateChat('bai'), text: '另一句' })
    const { pane, words } = await enter('bai')
    await house.say({ to: house.privateChat('bai'), text: '第二版', edits: first })
    await pane('private').getByText('第二版').waitFor()
    expect(await words('private')).toEqual(['第二版', '另一句'])
  })

  it('the bot is marked as one wherever it speaks, and times are those of China', async () => {
    await house.say({ to: house.privateChat('bai'), text: '您好' })
    const { pane } = await enter('bai')
    expect(await pane('private').locator('header').textContent()).toContain('机器人')
    expect(await pane('private').locator('.item .who').textContent()).toContain('机器人')
    const [shown, at] = await pane('private')
      .locator('.item time')
      .evaluate((time) => [time.textContent, time.getAttribute('datetime')])
    const inChina = new Date(new Date(at ?? '').getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
    expect(shown).toBe(inChina)
  })

  it('what anybody writes is shown as words, never as a page', async () => {
    const nasty =
      '<img src=x onerror="document.title=1"><script>document.title=2</script> https://example.org/?a=<b>'
    const { page, pane, words, say } = await enter('bai')
    await say('private', nasty)
    await pane('private').locator('.items:not(.waiting) .words').waitFor()
    expect(await words('private')).toEqual([nasty])
    expect(await page.title()).toBe('白帆 · 网页聊天')
    expect(await pane('private').locator('.words img, .words script').count()).toBe(0)
  })
})

describe('on a phone of 360 pixels', () => {
  it('one thing is seen at a time, nothing sticks out, and what came unseen is marked', async () => {
    const { page, pane, say } = await enter('bai', PHONE)
    const isWide = () => page.evaluate('document.documentElement.scrollWidth > 360')
    expect(await pane('group').locator('textarea').isVisible()).toBe(true)
    expect(await pane('private').locator('textarea').isVisible()).toBe(false)
    await house.say({
      to: house.privateChat('bai'),
      text: `${'长'.repeat(300)} ${'w'.repeat(300)}`,
      choices: CHOICES,
    })
    await page.locator('.tabs button', { hasText: '私聊' }).locator('.dot').waitFor()
    expect(await isWide()).toBe(false)
    await page.getByRole('button', { name: '私聊' }).tap()
    await pane('private').getByRole('button', { name: '不提交' }).tap()
    await say('private', '好')
    await expect.poll(() => house.arrivals.length).toBe(2)
    expect(await isWide()).toBe(false)
    expect(await page.locator('.tabs .dot:visible').count()).toBe(0)
    await page.getByRole('button', { name: '身份' }).tap()
    expect(await page.getByRole('link', { name: '米晓冬' }).isVisible()).toBe(true)
    expect(await isWide()).toBe(false)
  })

  it('a finger finds something to hit', async () => {
    await house.say({ to: house.privateChat('bai'), text: '请核对', choices: CHOICES })
    const { page } = await enter('bai', PHONE)
    await page.getByRole('button', { name: '私聊' }).tap()
    const heights = await page
      .locator('.tabs button, .choice, .pane.private .send')
      .evaluateAll((all) => all.map((one) => one.clientHeight))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(38)
  })
})

describe('choosing who one is', () => {
  it('begins with the roster, and finds people by company', async () => {
    const page = await browser.openTab(`${house.url}/chat/`)
    await page.getByRole('heading', { name: '您想扮演谁' }).waitFor()
    await page.getByRole('searchbox').fill('白石窑')
    expect(await page.locator('.switcher a').count()).toBe(1)
    await page.getByRole('link', { name: '白帆' }).first().click()
    await deskOf(page).connected()
    expect(await page.locator('.me').textContent()).toContain('白石窑陶艺有限公司')
  })

  it('a stranger stays the same one over reloads and is somebody else in another browser', async () => {
    const visit = async () => {
      const page = await browser.openTab(`${house.url}/chat/`)
      await page.getByRole('link', { name: '访客' }).click()
      await deskOf(page).connected()
      return page
    }
    const [one, two] = [await visit(), await visit()]
    await deskOf(one).say('private', '我不在名册里')
    await expect.poll(() => house.arrivals.length).toBe(1)
    await one.goto(`${house.url}/chat/`)
    await one.getByRole('link', { name: '访客' }).click()
    await one.getByText('我不在名册里').waitFor()
    expect(await deskOf(two).words('private')).toEqual([])
  })
})

it('everything that can be used has a name, and all words stand out from their ground', async () => {
  await house.say({
    to: house.groupChat('pottery-group'),
    text: '请核对',
    choices: CHOICES,
    mention: ['bai'],
  })
  await house.say({ to: house.privateChat('bai'), text: '请核对', choices: CHOICES })
  const { page } = await enter('bai')
  const nameless = await page
    .locator('button, a, input:not([hidden]), textarea')
    .evaluateAll((all) =>
      all
        .filter((one) => !(one.getAttribute('aria-label') || one.textContent?.trim()))
        .map((one) => one.outerHTML),
    )
  expect(nameless).toEqual([])
  expect(await page.evaluate(FAINT_WORDS)).toEqual([])
})
