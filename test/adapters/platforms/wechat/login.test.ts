import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beganAt, idsOf, isLoginOf, newLogin } from '../../../../src/adapters/platforms/wechat/login.ts'
import { manualClock } from '../../../../src/kernel/clock.ts'
import { HouseError } from '../../../../src/kernel/errors.ts'
import { until } from '../../../support/desk.ts'
import { openLoggedIn } from '../../../support/wechat-desk.ts'
import { OURS, openWechatTown, ROOM } from '../../../support/wechat-town.ts'

type Desk = Awaited<ReturnType<typeof openLoggedIn>>
const NOON = new Date('2026-03-02T12:00:00+08:00')
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000)
const letterTo = (to: ReturnType<Desk['chat']>) =>
  ({ id: 'l-1', to, text: '请核对', origin: 'automatic' }) as const

let clock: ReturnType<typeof manualClock>
let town: Desk
beforeEach(async () => {
  clock = manualClock(NOON)
  town = await openLoggedIn({ clock })
})
afterEach(() => town.close())

describe('a login', () => {
  test('by a scan asks for the code first, then gives new ids', async () => {
    expect(town.reports.map(({ state }) => state)).toEqual(['connecting', 'needs-login', 'online', 'online'])
    expect(town.health()).toMatchObject({ state: 'online', name: '娘家小助手' })
    expect(town.health().detail).toContain('绑定本群')
    const [before, room] = [town.health().login, town.chat('group', ROOM)]
    await town.logOut()
    expect(town.health()).toMatchObject({ state: 'needs-login', login: before })
    await town.logIn()
    expect(town.health().login).not.toBe(before)
    expect(await town.wechat.send(letterTo(room))).toEqual({ kind: 'unconfirmed' })
    expect(await town.wechat.send(letterTo({ ...room, chatId: ROOM }))).toEqual({ kind: 'unconfirmed' })
    expect(town.puppet.said).toEqual([])
    expect(await town.wechat.send(letterTo(town.chat('group', ROOM)))).toMatchObject({ kind: 'ok' })
  })

  test('that comes back without a scan keeps its ids, after a restart too', async () => {
    const { login } = town.health()
    await town.logOut('puppet stop()')
    expect(town.health()).toMatchObject({ state: 'connecting' })
    await town.logIn({ scan: false })
    expect(town.health()).toMatchObject({ state: 'online', login })
    expect(town.health().detail).toBeUndefined()
    await town.wechat.close()
    clock.advanceTo(minutes(60))
    await town.open(town.doorstep)
    await town.logIn({ scan: false })
    expect(town.health().login).toBe(login)
  })

  test('of another id of ours is a new one although nobody scanned', async () => {
    const { login } = town.health()
    await town.logOut('puppet stop()')
    await town.logIn({ scan: false, as: 'he' })
    expect(town.health().login).not.toBe(login)
  })

  test('leaves ids alone where they are permanent, and still drops what an older one wrote', async () => {
    await town.close()
    town = await openLoggedIn({ clock, ids: 'permanent' })
    town.say('bai', { text: '一' })
    expect(await town.next()).toMatchObject({
      chat: { chatId: 'bai' },
      from: { id: 'bai', stability: 'permanent' },
    })
    const room = town.chat('group', ROOM)
    await town.logOut()
    await town.logIn()
    expect(await town.wechat.send(letterTo(room))).toMatchObject({ kind: 'ok' })
    expect(await town.wechat.send(letterTo({ ...room, chatId: `earlier~${ROOM}` }))).toEqual({
      kind: 'unconfirmed',
    })
  })

  test('ends while a letter is on its way: the letter waits, and is not sent by the next login', async () => {
    const to = town.chat('private', 'bai')
    town.puppet.faults.push('logged out')
    expect(await town.wechat.send(letterTo(to))).toEqual({ kind: 'account-offline' })
    await town.logIn()
    expect(await town.wechat.send(letterTo(to))).toEqual({ kind: 'unconfirmed' })
    expect(town.puppet.said).toEqual([])
  })
})

describe('history', () => {
  test('from before a new login is not answered', async () => {
    town.say('bai', { text: '早上说的', at: minutes(-30) })
    town.say('bai', { in: ROOM, text: '@娘家 早上说的', at: minutes(-3) })
    town.puppet.emit('room-join', {
      roomId: ROOM,
      inviterId: 'he',
      inviteeIdList: ['bai'],
      timestamp: minutes(-30).getTime() / 1000,
    })
    town.say('bai', { text: '刚说的', at: minutes(-1) })
    expect((await town.settled()).map(({ content }) => content)).toMatchObject([{ text: '刚说的' }])
  })

  test('handed in again has the same key, and what was said while we were away is not lost', async () => {
    const first = town.say('bai', { text: '一' })
    const { idempotencyKey } = await town.next()
    await town.wechat.close()
    clock.advanceTo(minutes(120))
    await town.open(town.doorstep)
    await town.logIn({ scan: false })
    town.puppet.emit('message', { messageId: first })
    expect((await town.next()).idempotencyKey).toBe(idempotencyKey)
    town.say('bai', { text: '二', at: minutes(30) })
    const missed = await town.next()
    expect(missed).toMatchObject({ content: { text: '二' }, at: minutes(120) })
    expect(missed.idempotencyKey).not.toBe(idempotencyKey)
  })
})

describe('what staff hear of the account', () => {
  test('a warning by WeChat’s team, in words that repeat nothing of it', async () => {
    town.mocker.createContact({ id: 'weixin', name: '微信团队' })
    town.say('weixin', { text: '你的微信号 baifan88 存在风险，部分功能将被限制使用' })
    await until(() => expect(town.health()).toMatchObject({ state: 'restricted' }))
    expect(town.health().detail).toContain('微信团队')
    expect(JSON.stringify([town.reports, town.warnings])).not.toContain('baifan88')
    expect(await town.settled()).toEqual([])
    expect(await town.wechat.send(letterTo(town.chat('private', 'bai')))).toMatchObject({ kind: 'ok' })
    await town.logOut()
    await town.logIn()
    expect(town.health().state).toBe('online')
  })

  test('nothing of what official accounts write', async () => {
    town.mocker.createContact({ id: 'gh_bank', name: '某银行', type: 2 })
    town.mocker.createContact({ id: 'weixin', name: '微信团队' })
    town.say('gh_bank', { text: '防范金融风险' })
    town.say('weixin', { text: '欢迎使用微信' })
    expect(await town.settled()).toEqual([])
    expect(town.health().state).toBe('online')
  })

  test('that WeChat refuses this kind of login', async () => {
    await town.logOut()
    town.puppet.emit('error', { data: '为了你的帐号安全，此微信号已不允许登录网页微信。' } as never)
    expect(town.health()).toMatchObject({ state: 'needs-login' })
    expect(town.health().detail).toContain('企业微信')
  })

  test('a limit that the puppet tells of while it goes on', async () => {
    town.puppet.emit('error', { data: '操作过于频繁，请稍后再试' } as never)
    await until(() => expect(town.health()).toMatchObject({ state: 'restricted', name: '娘家小助手' }))
  })

  test('nothing of a passing error, which is logged without its words', async () => {
    town.puppet.emit('error', { data: 'socket hang up with 白帆' } as never)
    expect(town.health().state).toBe('online')
    for (let n = 0; n < 50; n++) town.puppet.emit('error', { data: 'socket hang up with 白帆' } as never)
    expect(town.warnings.map(({ detail }) => detail)).toEqual([{ trouble: 'connection', times: 1 }])
    clock.advanceTo(minutes(1))
    town.puppet.emit('error', { data: 'socket hang up with 白帆' } as never)
    expect(town.warnings.at(-1)?.detail).toEqual({ trouble: 'connection', times: 51 })
  })

  test('that nothing answers for a minute', async () => {
    await town.logOut('puppet stop()')
    for (let seconds = 15; seconds <= 75; seconds += 15) clock.advanceTo(minutes(seconds / 60))
    expect(town.health()).toMatchObject({ state: 'offline' })
    await town.logIn({ scan: false })
    expect(town.health().state).toBe('online')
  })
})

describe('a puppet', () => {
  test('that ended by itself is started again', async () => {
    const { login } = town.health()
    await town.puppet.stop()
    expect(town.health().state).toBe('connecting')
    expect(town.puppet.state.inactive()).toBe(true)
    clock.advanceTo(minutes(1))
    await until(() => expect(town.puppet.state.active()).toBe(true))
    await town.logIn({ scan: false })
    expect(town.health().login).toBe(login)
    town.say('bai', { text: '还在吗' })
    expect((await town.next()).content).toMatchObject({ text: '还在吗' })
  })

  test('or wechaty that is not installed is said with how to install it', async () => {
    const missing = (given: object) => openWechatTown(given)
    const without = await missing({ load: () => Promise.reject(new Error('Cannot find package')) })
    const doorstep = { receive: async () => 'stored' as const, report: () => undefined }
    const refused = await without.wechat.open(doorstep).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(HouseError)
    expect(refused).toMatchObject({
      code: 'configuration',
      message: expect.stringContaining('npm install wechaty@1.20.2'),
    })
    const bare = await missing({
      puppet: 'wechaty-puppet-that-is-not-there',
      puppetOptions: { token: 'canary-token' },
    })
    const unknown = await bare.wechat.open(doorstep).catch((error: unknown) => error)
    expect(unknown).toMatchObject({
      code: 'configuration',
      message: expect.stringContaining('npm install wechaty-puppet-that-is-not-there'),
    })
    expect(String(unknown)).not.toContain('canary-token')
    expect(await bare.wechat.send(letterTo(town.chat('private', 'bai')))).toEqual({ kind: 'account-offline' })
    await without.close()
    await bare.close()
  })
})

describe('the name of a login', () => {
  test('says when it began and whose it is; two are never the same', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, moment, fc.string(), (at, then, self) => {
        const first = newLogin(at, self, undefined)
        const second = newLogin(then, self, first)
        expect(beganAt(first)).toEqual(at)
        expect(second).not.toBe(first)
        expect(isLoginOf(second, self)).toBe(true)
        expect(first).toMatch(/^[0-9a-z]+$/u)
        const ids = idsOf(first, 'session')
        expect(ids.theirs(ids.ours('a~b'))).toBe('a~b')
        expect(idsOf(second, 'session').theirs(ids.ours('a'))).toBeUndefined()
      }),
    )
  })

  test('that somebody else made up is no login of ours', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        beganAt(text)
        expect(isLoginOf(text.slice(0, 3), OURS)).toBe(false)
      }),
    )
  })
})
