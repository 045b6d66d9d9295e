import { type Drive, driveId } from '../../../../src/features/donations/drive.ts'
import { type Donor, type Gift, type Given, giftId } from '../../../../src/features/donations/gifts/gift.ts'
import { everybody } from '../../../../src/kernel/audience.ts'
import type { Work } from '../../../../src/kernel/work.ts'
import type { Chat } from '../../../support/chat.ts'

/** A drive that went out, as the house would have kept it. */
export const OPENED: Drive = {
  id: driveId(1),
  version: 1,
  number: 1,
  fields: {
    title: '抗旱救灾',
    charity: '云岭县慈善总会',
    certificateNumber: '53330000MJ0000123X',
    planNumber: '53330000MJ0000123XA26003',
    period: '2026-02-20/2026-04-30',
    use: '购买排涝水泵',
    beneficiary: '柳溪镇受灾群众',
    accountHolder: '云岭县慈善总会',
    howToCheck: '云岭县慈善总会网站“信息公开”',
    most: '9',
  },
  audience: everybody,
  preparedBy: 'song',
  createdAt: new Date('2026-02-20T01:00:00Z'),
  openedAt: new Date('2026-03-01T02:00:00Z'),
  reminded: [],
}

export function giftOf(number: number, given: Given, donor: Donor, more: Partial<Gift> = {}): Gift {
  return {
    id: giftId(number),
    version: 1,
    number,
    drive: driveId(1),
    given,
    donor,
    bookedOn: '2026-02-27',
    consent: 'named',
    consentAt: new Date('2026-02-27T02:00:00Z'),
    state: 'booked',
    by: 'song',
    at: new Date('2026-02-27T02:00:00Z'),
    ...more,
  }
}

export const money = (fen: number): Given => ({ kind: 'money', fen })
export const person = (name: string, code?: string): Donor => ({
  kind: 'person',
  name,
  ...(code === undefined ? {} : { person: code }),
})

/** Writes in a transaction of the house's own. */
export const within = <T>({ house }: Chat, act: (work: Work) => Promise<T> | T): Promise<T> =>
  house.storage.transactions.inOne(house.clock.now(), async (work) => act(work))

export function openDriveWith(chat: Chat, gifts: readonly Gift[], drive: Drive = OPENED): Promise<void> {
  const { storage } = chat.house
  return within(chat, (work) => {
    storage.donations.add(drive, work)
    for (const gift of gifts) storage.gifts.putGift(gift, work)
  })
}
