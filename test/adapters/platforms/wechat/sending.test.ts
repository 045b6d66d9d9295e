import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OutgoingLetter, SendResult } from '../../../../src/conversation/platform.ts'
import type { Chat } from '../../../../src/kernel/chat.ts'
import { manualClock } from '../../../../src/kernel/clock.ts'
import { until } from '../../../support/desk.ts'
import { openLoggedIn } from '../../../support/wechat-desk.ts'
import { OURS, openWechatTown, ROOM } from '../../../support/wechat-town.ts'

const PICTURE = { sha256: 'ab'.repeat(32), name: '公示图.png', kind: 'image' } as const
const BYTES = new TextEncoder().encode('a picture')

let town: Awaited<ReturnType<typeof openLoggedIn>>
beforeEach(async () => {
  town = await openLoggedIn({
    readFile: async (sha256) => (sha256 === PICTURE.sha256 ? { bytes: BYTES } : undefined),
  })
})
afterEach(() => town.close())

let count = 0
const letter = (to: Chat, given: Partial<OutgoingLetter> = {}): OutgoingLetter => ({
  id: `l-${++count}`,
  to,
  text: '请核对',
  origin: 'automatic',
  ...given,
})
const send = (to: Chat, given: Partial<OutgoingLetter> = {}): Promise<SendResult> =>
  town.wechat.send(letter(to, given))
const home = () => town.chat('private', 'bai')
const room = () => town.chat('group', ROOM)

describe('what we say', () => {
  test('reaches a friend and a room; there is no number for it', async () => {
    expect(await send(home())).toEqual({ kind: 'ok', messageIds: [] })
    expect(await send(room())).toEqual({ kind: 'ok', messageIds: [] })
    expect(town.puppet.said).toMatchObject([
      { to: 'bai', text: '请核对' },
      { to: ROOM, text: '请核对' },
    ])
  })

  test('has its number where a puppet gives one', async () => {
    town.puppet.givesNumbers = true
    expect(await send(home())).toEqual({ kind: 'ok', messageIds: ['ours-1'] })
  })

  test('calls people by the name the room gives them, and only those of this login', async () => {
    town.puppet.aliases.set(`${ROOM} bai`, '白帆-宏远机械')
    const mention = [home().chatId, town.chat('private', 'he').chatId, 'another~he', 'nobody']
    await send(room(), { mention })
    expect(town.puppet.said).toEqual([
      { to: ROOM, text: '@白帆-宏远机械\u2005@何志平\u2005请核对', mentions: ['bai', 'he'] },
    ])
  })

  test('offers choices by number, encloses files by their bytes', async () => {
    await send(home(), {
      choices: [
        { id: 'yes', label: '确认提交' },
        { id: 'no', label: '不提交' },
      ],
    })
    await send(home(), { text: '', files: [PICTURE] })
    expect(town.puppet.said).toMatchObject([
      { text: '请核对\n1. 确认提交\n2. 不提交' },
      { text: '', file: { name: '公示图.png' } },
    ])
    expect(Buffer.from(town.puppet.said[1]?.file?.bytes ?? [])).toEqual(Buffer.from(BYTES))
  })

  test('names a file that is not kept any more, and waits for one that cannot be read just now', async () => {
    expect(await send(home(), { text: '', files: [{ ...PICTURE, sha256: 'cd'.repeat(32) }] })).toMatchObject({
      kind: 'ok',
    })
    expect(town.puppet.said[0]?.text).toContain('公示图.png')
    await town.close()
    town = await openLoggedIn({ readFile: () => Promise.reject(new Error('the database is away')) })
    expect(await send(home(), { files: [PICTURE] })).toMatchObject({ kind: 'transient' })
    expect(town.puppet.said).toEqual([])
  })

  test('is cut at the limit between characters', async () => {
    await send(home(), { text: '😀'.repeat(2_000) })
    const said = town.puppet.said[0]?.text ?? ''
    expect(said.length).toBeLessThanOrEqual(town.wechat.can.longestText)
    expect(said.isWellFormed()).toBe(true)
    expect(said.endsWith('😀…')).toBe(true)
  })

  test('is nothing where there is nothing to say', async () => {
    expect(await send(home(), { text: '' })).toMatchObject({ kind: 'permanent' })
  })
})

describe('what cannot be said', () => {
  test('to somebody who is no friend waits for them', async () => {
    expect(await send(town.chat('private', 'stranger'))).toEqual({ kind: 'not-open' })
    expect(await send(town.chat('private', 'unknown'))).toEqual({ kind: 'not-open' })
    expect(town.puppet.said).toEqual([])
  })

  test('can be said once they became a friend, or wrote to us', async () => {
    const stranger = town.chat('private', 'stranger')
    expect(await send(stranger)).toEqual({ kind: 'not-open' })
    town.say('stranger', { text: '您好' })
    await town.next()
    expect(await send(stranger)).toMatchObject({ kind: 'ok' })
    const { payload } = town.mocker.createContact({ id: 'newcomer', name: '新人', friend: false })
    expect(await send(town.chat('private', 'newcomer'))).toEqual({ kind: 'not-open' })
    town.mocker.contactPayload('newcomer', { ...payload, friend: true })
    expect(await send(town.chat('private', 'newcomer'))).toMatchObject({ kind: 'ok' })
  })

  test('in a room that we are not in is over', async () => {
    town.room.remove(town.contact(OURS)).by(town.contact('he'))
    expect(await send(room())).toMatchObject({ kind: 'gone' })
    expect(await send(town.chat('group', 'no-such@chatroom'))).toMatchObject({ kind: 'gone' })
    expect(town.puppet.said).toEqual([])
  })

  test('while the puppet does not answer waits, and nobody is taken for gone', async () => {
    town.puppet.isDeaf = true
    expect(await send(room())).toMatchObject({ kind: 'transient' })
    expect(await send(town.chat('private', 'unknown'))).toMatchObject({ kind: 'transient' })
  })

  test('while the puppet still loads what there is, nobody is taken for gone', async () => {
    await town.logOut()
    town.mocker.scan('https://login.weixin.qq.com/l/again')
    town.puppet.login(OURS)
    expect(await send(town.chat('group', 'no-such@chatroom'))).toMatchObject({ kind: 'transient' })
    expect(await send(town.chat('private', 'unknown'))).toMatchObject({ kind: 'transient' })
    town.puppet.emit('ready', { data: 'stable' })
    expect(await send(town.chat('group', 'no-such@chatroom'))).toMatchObject({ kind: 'gone' })
  })

  test.each([
    ['hang up', 'uncertain', 1],
    ['unsupported', 'permanent', 0],
    ['refused', 'transient', 0],
    ['no connection', 'transient', 0],
    ['logged out', 'account-offline', 0],
  ] as const)('because of “%s” is %s', async (fault, kind, arrived) => {
    town.puppet.faults.push(fault)
    expect(await send(home())).toMatchObject({ kind })
    expect(town.puppet.said).toHaveLength(arrived)
  })

  test('for certain, after its first half went, is uncertain', async () => {
    town.puppet.faults.push(undefined as never, 'no connection')
    expect(await send(home(), { files: [PICTURE] })).toMatchObject({ kind: 'uncertain' })
  })

  test('before it is opened, after it is closed and while nobody is logged in waits', async () => {
    const fresh = await openWechatTown()
    const early = letter({ platform: 'wechat', account: 'wechat', kind: 'private', chatId: 'x~bai' })
    expect(await fresh.wechat.send(early)).toEqual({ kind: 'account-offline' })
    await fresh.close()
    await town.logOut()
    expect(await send(home())).toEqual({ kind: 'account-offline' })
    await town.wechat.close()
    expect(await send(home())).toEqual({ kind: 'account-offline' })
    await town.wechat.close()
  })
})

test('a puppet that never answers leaves the letter uncertain after a minute', async () => {
  await town.close()
  const clock = manualClock(new Date('2026-03-02T12:00:00+08:00'))
  town = await openLoggedIn({ clock })
  town.puppet.faults.push('never answer')
  const result = send(home())
  await until(() => expect(town.puppet.said).toHaveLength(1))
  clock.advanceTo(new Date('2026-03-02T12:01:01+08:00'))
  expect(await result).toMatchObject({ kind: 'uncertain' })
})
