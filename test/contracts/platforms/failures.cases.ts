import { expect } from 'vitest'
import type { SendResult } from '../../../src/conversation/platform.ts'
import { until } from '../../support/desk.ts'
import type { Faults, Wire } from '../../support/wires.ts'
import { able, type Case } from './case.ts'

/** Faults that say nothing but that they happened, and what the platform makes of them. */
const PLAIN: readonly {
  readonly fault: Exclude<keyof Faults, 'retryAfter' | 'migrated' | 'hangUp'>
  readonly name: string
  readonly becomes: readonly SendResult['kind'][]
  readonly inGroup?: true
}[] = [
  { fault: 'transient', name: 'the server failed: it may be tried again', becomes: ['transient'] },
  {
    fault: 'unreachable',
    name: 'nobody answered: it surely did not arrive',
    becomes: ['transient', 'account-offline'],
  },
  { fault: 'blocked', name: 'they blocked us: they are gone', becomes: ['gone'] },
  {
    fault: 'kicked',
    name: 'we were put out of the group: it is gone',
    becomes: ['gone'],
    inGroup: true,
  },
  { fault: 'deactivated', name: 'their account is no more: they are gone', becomes: ['gone'] },
  { fault: 'notOpen', name: 'they never wrote to us: the letter waits at the door', becomes: ['not-open'] },
  { fault: 'windowClosed', name: 'they wrote too long ago', becomes: ['window-closed'] },
  { fault: 'permanent', name: 'the platform will never take it', becomes: ['permanent'] },
]

const placeOf = (wire: Wire, inGroup: true | undefined) => (inGroup ? wire.room : wire.home)
/** No letter is told to fail by words that name a person, an address or a token; people read them. */
const isPlain = (result: SendResult) => {
  if ('why' in result) expect(result.why).toMatch(/\p{Script=Han}/u)
}

export const failuresCases: readonly Case[] = [
  {
    name: 'told to wait: for exactly as long as the platform says',
    needs: [able('faults.retryAfter')],
    async run(guest) {
      const { wire } = guest
      const seconds = wire.faults.retryAfter?.(37) ?? 37
      expect((await guest.send(wire.home)).result).toEqual({ kind: 'retry-after', seconds })
      expect((await guest.send(wire.home, { text: '之后' })).result.kind).toBe('ok')
      expect((await guest.see(wire.home, '之后')).map(({ text }) => text)).toEqual(['之后'])
    },
  },
  ...PLAIN.map(
    ({ fault, name, becomes, inGroup }): Case => ({
      name,
      needs: [able(`faults.${fault}`)],
      async run(guest) {
        const { wire } = guest
        const place = placeOf(wire, inGroup)
        wire.faults[fault]?.()
        const { result } = await guest.send(place, { text: '没有送到' })
        expect(becomes).toContain(result.kind)
        isPlain(result)
        expect(JSON.stringify(await wire.shown(place))).not.toContain('没有送到')
        // The trouble of one letter is not the trouble of the account.
        await until(async () =>
          expect((await guest.send(wire.otherRoom ?? wire.home, { text: '送到了' })).result.kind).toBe('ok'),
        )
      },
    }),
  ),
  {
    name: 'the connection died after it was taken: uncertain, and not sent a second time',
    needs: [able('faults.hangUp')],
    async run(guest) {
      const { wire } = guest
      wire.faults.hangUp?.()
      const { result } = await guest.send(wire.home, { text: '只说一次' })
      expect(result.kind).toBe('uncertain')
      isPlain(result)
      const next = await guest.send(wire.home, { text: '下一句' })
      expect(['ok', 'account-offline', 'transient']).toContain(next.result.kind)
      const seen = (await wire.shown(wire.home)).filter(({ text }) => text === '只说一次')
      expect(seen.length).toBeLessThanOrEqual(1)
    },
    async without(guest) {
      await guest.platform.close()
      expect((await guest.send(guest.wire.home)).result).toEqual({ kind: 'account-offline' })
    },
  },
  {
    name: 'the group has another number: the letter is told where to go, and goes there',
    needs: [able('faults.migrated')],
    async run(guest) {
      const { wire } = guest
      const old = { ...wire.room }
      const to = wire.faults.migrated?.() ?? ''
      expect((await guest.send(old, { text: '搬家' })).result).toEqual({ kind: 'migrated', to })
      expect((await guest.send({ ...old, chatId: to }, { text: '搬家' })).result.kind).toBe('ok')
    },
  },
  {
    name: 'a chat that does not exist is an answer, not a crash',
    async run(guest) {
      const { wire } = guest
      const { result } = await guest.send({ ...wire.home, chatId: '10' }, { text: '有人吗' })
      expect(result.kind).not.toBe('uncertain')
      isPlain(result)
      expect((await guest.send(wire.home, { text: '这里有人' })).result.kind).toBe('ok')
    },
  },
]
