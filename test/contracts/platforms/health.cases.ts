import { expect } from 'vitest'
import type { Incoming } from '../../../src/inbox/arrival.ts'
import { doorstepOf } from '../../support/wires.ts'
import { able, type Case, declares, type Need } from './case.ts'
import type { Guest } from './guest.ts'

const lastState = ({ reports }: Guest) => reports.at(-1)?.state
const isGood = (state: string | undefined) => state === 'online' || state === 'restricted'
/** A platform that has no server of its own never reports; it counts as online. */
const hasServer: Need = (wire) => able('goOffline')(wire)

export const healthCases: readonly Case[] = [
  {
    name: 'once it is reached, it says that it is online, and under which name people see it',
    needs: [hasServer],
    async run(guest) {
      await expect.poll(() => lastState(guest)).toBe('online')
      expect(guest.reports.at(-1)?.name).toBeTruthy()
      for (const { detail } of guest.reports)
        if (detail !== undefined) expect(detail).toMatch(/\p{Script=Han}/u)
    },
    async without(guest) {
      expect(guest.reports.filter(({ state }) => !isGood(state))).toEqual([])
    },
  },
  {
    name: 'gives the link that opens the private chat',
    needs: [declares('no deep links', ({ deepLink }) => deepLink)],
    async run(guest) {
      await expect.poll(() => guest.reports.at(-1)?.link).toMatch(/^https:\/\/\S+$/u)
    },
    async without(guest) {
      expect(guest.reports.filter(({ link }) => link !== undefined)).toEqual([])
    },
  },
  {
    name: 'nothing leaves before it is opened, and nothing after it is closed',
    async run(guest) {
      const { platform, wire } = guest
      await guest.send(wire.home, { text: '开着' })
      await guest.see(wire.home, '开着')
      const { home } = wire
      await platform.close()
      expect((await guest.send(home, { text: '关了' })).result).toEqual({ kind: 'account-offline' })
      expect(JSON.stringify(await wire.shown(home).catch(() => []))).not.toContain('关了')
      await platform.close()
    },
  },
  {
    name: 'closed and opened again it listens and speaks again, and answers nothing twice',
    async run(guest) {
      const { platform, wire } = guest
      await guest.hear(() => wire.say(wire.home, '以前'))
      await platform.close()
      await guest.enter()
      await guest.hear(() => wire.say(wire.home, '以后'))
      await expect
        .poll(() => new Set(guest.arrivals.map(({ idempotencyKey }) => idempotencyKey)).size)
        .toBe(2)
      expect((await guest.send(wire.home, { text: '又开了' })).result.kind).toBe('ok')
      await guest.see(wire.home, '又开了')
    },
  },
  {
    name: 'what is said while it is closed is not handed to a house that let go of it',
    async run(guest) {
      const { platform, wire } = guest
      await platform.close()
      await wire.say(wire.home, '没有人在').catch(() => undefined)
      // Whoever opens it next may be handed the line, never the one who let go.
      const next: Incoming[] = []
      await guest.enter(doorstepOf(next))
      await wire.say(wire.home, '有人了')
      await expect
        .poll(() => next.map(({ content }) => content))
        .toContainEqual(expect.objectContaining({ text: '有人了' }))
      expect(guest.arrivals).toEqual([])
    },
  },
  {
    name: 'closing while letters are under way gives every one of them an answer',
    async run(guest) {
      const { platform, wire } = guest
      const sending = Array.from({ length: 5 }, (_, i) => guest.send(wire.home, { text: `第 ${i + 1} 封` }))
      await platform.close()
      for (const { result } of await Promise.all(sending))
        expect(['ok', 'account-offline', 'uncertain', 'transient']).toContain(result.kind)
    },
  },
  {
    name: 'without its server it says so, letters wait, and when it is back both go on',
    needs: [hasServer, able('comeBack')],
    async run(guest) {
      const { wire } = guest
      await expect.poll(() => lastState(guest)).toBe('online')
      await wire.goOffline?.()
      await expect.poll(() => isGood(lastState(guest))).toBe(false)
      expect(['account-offline', 'transient']).toContain((await guest.send(wire.home)).result.kind)
      await wire.comeBack?.()
      await expect.poll(() => lastState(guest)).toBe('online')
      await expect.poll(async () => (await guest.send(wire.home, { text: '回来了' })).result.kind).toBe('ok')
      await guest.hear(() => wire.say(wire.home, '你回来了'))
    },
  },
  {
    name: 'when only a person can bring it back, it says that and what to do',
    needs: [able('loseLogin')],
    async run(guest) {
      const { wire } = guest
      await expect.poll(() => lastState(guest)).toBe('online')
      const { home } = wire
      await wire.loseLogin?.()
      await expect.poll(() => lastState(guest)).toBe('needs-login')
      expect(guest.reports.at(-1)?.detail).toMatch(/\p{Script=Han}/u)
      await expect.poll(async () => (await guest.send(home)).result.kind).toBe('account-offline')
    },
  },
]
