import { appealsStorage } from '../../src/adapters/storage/appeals.storage.ts'
import { type Appeal, untouched } from '../../src/features/appeals/appeal.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { pointAt } from './on-house.ts'

const at = new Date('2026-03-02T09:00:00+08:00')
const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' } as const
export const PICTURE = 'a1'.repeat(32)
export const SHARED = 'b2'.repeat(32)

function appeal(number: string, more: Partial<Appeal>): Appeal {
  return {
    ...untouched,
    place: null,
    wish: null,
    anonymous: false,
    contactDueAt: null,
    resolveDueAt: null,
    number,
    version: 1,
    status: 'filed',
    category: 'financing',
    urgency: 'normal',
    company: { code: 'tianhe', name: '天禾农机有限公司' },
    chamber: 'machinery',
    asker: { code: 'he', name: '何志平' },
    sealed: false,
    summary: '何志平说贷款到期',
    text: '我何志平的贷款到期了',
    files: [],
    sources: ['m-1'],
    filedAt: at,
    dueAt: null,
    leader: null,
    route: null,
    ...more,
  }
}

/**
 * A house in which 何志平 (he) left traces of every kind, among them a sealed appeal, and 吴桂兰 (wu) an appeal
 * whose number begins like one of his and a picture that he was sent too. Commands mean this house.
 */
export async function openHouseWithHe(): Promise<Chat> {
  const chat = await openChat()
  const { storage } = chat.house
  chat.as('u-he', '何志平-天禾农机').says('绑定 ABCDEFGH')
  chat.in('g-machinery').as('u-wu').says('@娘家 绑定 ABCDEFGH')
  chat.write({
    kind: 'joined',
    id: 'j-1',
    chat: { kind: 'group', id: 'g-machinery' },
    people: [{ id: 'u-he', name: '何志平' }],
  })
  await chat.settle()
  const appeals = appealsStorage(storage.codec)
  const asker = { code: 'he', name: '何志平', account: 'stdio:u-he', home, company: null, wholeText: null }
  await storage.transactions.inOne(at, async (work) => {
    appeals.add(appeal('2026-1000', {}), asker, work)
    appeals.add(appeal('2026-0002', { status: 'closed', resolution: '已为何志平续贷' }), asker, work)
    appeals.add(
      appeal('2026-0003', { sealed: true, asker: null, company: null }),
      { ...asker, wholeText: '密封的原话' },
      work,
    )
    const wu = {
      ...asker,
      code: 'wu',
      name: '吴桂兰',
      account: 'stdio:u-wu',
      home: { ...home, chatId: 'u-wu' },
    }
    appeals.add(
      appeal('2026-10000', {
        asker: { code: 'wu', name: '吴桂兰' },
        text: '吴桂兰的话',
        summary: '吴桂兰的事',
      }),
      wu,
      work,
    )
    appeals.note(
      {
        number: '2026-0002',
        at,
        act: 'file',
        from: null,
        to: 'filed',
        role: 'asker',
        by: 'he',
        note: '何志平提的',
      },
      work,
    )
    await appeals.addSources('2026-0002', [{ place: 'stdio:stdio:private:u-he', message: 'm-1' }], work)
    for (const [key, chatId] of [
      ['appeal:2026-1000:told', 'u-song'],
      ['appeal:2026-10000:told', 'u-song'],
      ['hello', 'u-he'],
    ] as const) {
      storage.outbox.add(
        {
          id: `out-${key}`,
          key,
          to: { ...home, chatId },
          text: `给何志平的${key}`,
          origin: 'automatic',
          state: 'waiting',
          tries: 0,
          dueAt: new Date('2100-01-01'),
          writtenAt: at,
          messageIds: [],
          ...(chatId === 'u-he'
            ? { files: [PICTURE, SHARED].map((sha256) => ({ sha256, name: 'x', kind: 'image' as const })) }
            : {}),
        },
        work,
      )
    }
    storage.audit.add(
      { at, actor: 'song', action: 'appeals.unseal', subject: '2026-0003', detail: { asker: 'he' } },
      work,
    )
  })
  for (const sha256 of [PICTURE, SHARED])
    await storage.database.storedFile.create({
      data: {
        sha256,
        mediaType: 'image/png',
        size: 1,
        name: 'x.png',
        bytes: new Uint8Array(1),
        storedAt: at,
      },
    })
  await storage.database.companyProfile.create({
    data: {
      company: 'tianhe',
      facts: { staff: { value: 36, by: 'he', at: '2026-03-01' }, exports: { value: true, by: 'wu', at: '' } },
      reminds: 'he',
      version: 1,
    },
  })
  await storage.database.appeal.update({
    where: { number: '2026-10000' },
    data: { files: [{ sha256: SHARED, name: 'x', kind: 'image' }] },
  })
  pointAt(storage.url, chat.house.config.dataDirectory)
  return chat
}
