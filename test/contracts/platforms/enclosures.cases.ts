import { expect } from 'vitest'
import type { Attachment } from '../../../src/inbox/arrival.ts'
import { PAPER, PICTURE, type SentFile } from '../../support/wires.ts'
import { able, type Case, type Need } from './case.ts'
import type { Guest } from './guest.ts'

const OF_KIND: Readonly<Record<Attachment['kind'], SentFile>> = {
  image: PICTURE,
  file: PAPER,
  voice: { kind: 'voice', name: '语音.ogg', bytes: new TextEncoder().encode('OggS and a voice') },
  video: { kind: 'video', name: '现场.mp4', bytes: new TextEncoder().encode('....ftypmp42 and a film') },
}
const sends =
  (kind: Attachment['kind']): Need =>
  (wire) =>
    wire.sendsKinds.includes(kind) ? undefined : `people cannot send ${kind === 'image' ? 'pictures' : kind}`

const takesIn = (kind: Attachment['kind']): Case => ({
  name: `takes in ${{ image: 'a picture', file: 'a document', voice: 'a voice note', video: 'a film' }[kind]}, byte for byte`,
  needs: [able('sendFile'), sends(kind)],
  async run(guest) {
    const { wire } = guest
    const sent = OF_KIND[kind]
    const arrival = await guest.hearMessage(() => wire.sendFile?.(wire.home, sent) as never)
    expect(arrival.content.addressed).toBe('private')
    const [taken] = await enclosed(guest, arrival)
    expect(taken?.kind).toBe(kind)
    expect(Buffer.from((await taken?.open(1_000_000)) ?? []).equals(Buffer.from(sent.bytes))).toBe(true)
  },
})

export const enclosuresCases: readonly Case[] = [
  takesIn('image'),
  takesIn('file'),
  takesIn('voice'),
  takesIn('video'),
  {
    name: 'a document keeps its name',
    needs: [able('sendFile'), sends('file')],
    async run(guest) {
      const { wire } = guest
      const arrival = await guest.hearMessage(() => wire.sendFile?.(wire.home, PAPER) as never)
      expect((await enclosed(guest, arrival))[0]?.name).toBe(PAPER.name)
    },
  },
  {
    name: 'the words that go with an enclosure are said with it',
    needs: [able('sendFile'), able('captions')],
    async run(guest) {
      const { wire } = guest
      const kind = wire.sendsKinds.includes('image') ? PICTURE : PAPER
      const { content } = await guest.hearMessage(() => wire.sendFile?.(wire.home, kind, '请看图') as never)
      expect(content.text).toBe('请看图')
    },
  },
  {
    name: 'an enclosure is fetched later by its handle, also after a restart',
    needs: [able('sendFile'), able('refs')],
    async run(guest) {
      const { wire, platform } = guest
      const arrival = await guest.hearMessage(() => wire.sendFile?.(wire.home, PICTURE) as never)
      const ref = arrival.attachments?.[0]?.ref
      expect(ref).toBeTypeOf('string')
      await platform.close()
      await guest.enter()
      const bytes = await platform.fetch?.(ref ?? '', 1_000_000)
      expect(Buffer.from(bytes ?? []).equals(Buffer.from(PICTURE.bytes))).toBe(true)
      await expect(platform.fetch?.('no such handle', 1_000_000)).rejects.toThrow()
    },
  },
  {
    name: 'nothing is read far past the limit',
    needs: [able('sendFile')],
    async run(guest) {
      const { wire, platform } = guest
      const large = { ...OF_KIND.file, bytes: new Uint8Array(300_000).fill(65) }
      const kind = wire.sendsKinds.includes('file') ? large : { ...PICTURE, bytes: large.bytes }
      const arrival = await guest.hearMessage(() => wire.sendFile?.(wire.home, kind) as never)
      for (const { open, ref } of arrival.attachments ?? []) {
        const opened = await open(1_000).catch(() => new Uint8Array(0))
        expect(opened.length).toBeLessThanOrEqual(1_001)
        if (ref === undefined) continue
        const fetched = await platform.fetch?.(ref, 1_000).catch(() => new Uint8Array(0))
        expect(fetched?.length).toBeLessThanOrEqual(1_001)
      }
    },
  },
  {
    name: 'an enclosure that cannot be had costs only itself: the words stand, and it can be had later',
    needs: [able('sendFile'), able('failDownload')],
    async run(guest) {
      const { wire } = guest
      const arrival = await guest.hearMessage(() => wire.sendFile?.(wire.home, PAPER) as never)
      const [attachment] = arrival.attachments ?? []
      wire.failDownload?.()
      await expect(attachment?.open(1_000_000)).rejects.toThrow()
      const then = await guest.hearMessage(() => wire.say(wire.home, '还在吗'))
      expect(then.content.text).toBe('还在吗')
      expect((await attachment?.open(1_000_000))?.length).toBe(PAPER.bytes.length)
    },
  },
  {
    name: 'several enclosures in one go all arrive, and what was said with them once',
    needs: [able('album')],
    async run(guest) {
      const { wire } = guest
      const files = [PICTURE, { ...PICTURE, name: '第二张.png', bytes: PICTURE.bytes.toReversed() }]
      await guest.hear(async () => wire.album?.(wire.home, files, '两张图'))
      await expect.poll(async () => (await allEnclosed(guest)).length).toBe(2)
      const said = guest.arrivals.map(({ content }) => (content as { text?: string }).text ?? '')
      expect(said.filter((text) => text === '两张图')).toHaveLength(1)
      const bytes = await Promise.all((await allEnclosed(guest)).map(({ open }) => open(1_000_000)))
      for (const { bytes: sent } of files)
        expect(bytes.some((one) => Buffer.from(one).equals(Buffer.from(sent)))).toBe(true)
      expect(new Set(guest.arrivals.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(
        guest.arrivals.length,
      )
    },
  },
]

type Taken = Pick<Attachment, 'name' | 'kind' | 'open'>

/** What came with a message, wherever the platform keeps it until it is wanted. */
async function enclosed(guest: Guest, arrival: Guest['arrivals'][number]): Promise<readonly Taken[]> {
  const { content, attachments = [] } = arrival
  const stored = content.kind === 'message' ? (content.files ?? []) : []
  return [
    ...attachments,
    ...stored.map(({ sha256, name, kind }) => ({
      name,
      kind,
      open: async () => guest.files.get(sha256)?.bytes ?? new Uint8Array(),
    })),
  ]
}

const allEnclosed = async (guest: Guest) =>
  (await Promise.all(guest.arrivals.map((arrival) => enclosed(guest, arrival)))).flat()
