import { expect } from 'vitest'
import { CAPABILITIES } from '../../../src/adapters/platforms/known.ts'
import { CHOICES, letterTo, OUR_PAPER, OUR_PICTURE, PAPER, PICTURE } from '../../support/wires.ts'
import { callIn } from './arriving.cases.ts'
import { able, type Case, declares } from './case.ts'

export const lettersCases: readonly Case[] = [
  {
    name: 'declares what it can do, and every process plans by the same declaration',
    async run({ platform }) {
      const { can, name } = platform
      expect(CAPABILITIES[name]).toEqual(can)
      expect(can.longestText).toBeGreaterThanOrEqual(500)
      expect(can.pace.atOnce).toBeGreaterThanOrEqual(1)
      expect(can.largestFileBytes).toBeGreaterThan(0)
    },
  },
  {
    name: 'a letter arrives in private and in the group, each where it was meant for',
    async run(guest) {
      const { wire } = guest
      expect((await guest.send(wire.home, { text: '只给你看' })).result.kind).toBe('ok')
      expect((await guest.send(wire.room, { text: '大家好' })).result.kind).toBe('ok')
      await guest.see(wire.home, '只给你看')
      const [inRoom] = await guest.see(wire.room, '大家好')
      expect(inRoom.text).toBe('大家好')
      expect(JSON.stringify(await wire.shown(wire.room))).not.toContain('只给你看')
    },
  },
  {
    name: 'gives the numbers of what it sent',
    needs: [declares('no message numbers', ({ givesMessageIds }) => givesMessageIds)],
    async run(guest) {
      const { wire } = guest
      const first = await guest.send(wire.home)
      const second = await guest.send(wire.home)
      expect(first.messageIds).toHaveLength(1)
      expect(second.messageIds).toHaveLength(1)
      expect(first.messageIds).not.toEqual(second.messageIds)
    },
    async without(guest) {
      expect(guest.platform.can.edit, 'without numbers nothing can be edited').toBe(false)
      expect((await guest.send(guest.wire.home)).result.kind).toBe('ok')
    },
  },
  {
    name: 'text of every kind gets there whole: lines, emoji, rare characters, quotes, markup',
    async run(guest) {
      const { wire } = guest
      const text =
        '第一行\n\n第三行 😀𠮷 "引号" \\n <b>不是粗体</b> *星* _下划线_ `码` ~波~ [方] (圆) 1. 一 # 题 > 引 | 竖 {花} &amp; &lt;'
      expect((await guest.send(wire.home, { text })).result.kind).toBe('ok')
      const [shown] = await guest.see(wire.home, '第三行')
      expect(shown.text).toBe(text)
    },
  },
  {
    name: 'words that look like a call to everybody or to somebody call nobody',
    async run(guest) {
      const { wire } = guest
      const text = `@all @所有人 <@all> <@${wire.bai.id}> [白帆](tg://user?id=${wire.bai.id}) <a href="tg://user?id=${wire.bai.id}">他</a>`
      expect((await guest.send(wire.room, { text })).result.kind).toBe('ok')
      const [shown] = await guest.see(wire.room, '所有人')
      expect(shown.mentions).toEqual([])
    },
  },
  {
    name: 'the longest text it declares goes in one message, whole',
    needs: [declares('no limit', ({ longestText }) => Number.isFinite(longestText))],
    async run(guest) {
      const { wire, platform } = guest
      const text = `开头${'长'.repeat(platform.can.longestText - 4)}结尾`
      expect((await guest.send(wire.home, { text })).result.kind).toBe('ok')
      const [shown, ...more] = await guest.see(wire.home, '开头')
      expect(shown.text === text, 'the same text').toBe(true)
      expect(more).toEqual([])
    },
    async without(guest) {
      const text = `开头${'长'.repeat(20_000)}结尾`
      expect((await guest.send(guest.wire.home, { text })).result.kind).toBe('ok')
      const [shown] = await guest.see(guest.wire.home, '开头')
      expect(shown.text === text, 'the same text').toBe(true)
    },
  },
  {
    name: 'a text past the longest is cut or taken whole, never refused, and no character is halved',
    needs: [declares('no limit', ({ longestText }) => Number.isFinite(longestText))],
    async run(guest) {
      const { wire, platform } = guest
      for (const text of [`开头${'😀'.repeat(platform.can.longestText)}`, `。${'开头'.repeat(20_000)}`]) {
        expect((await guest.send(wire.home, { text })).result.kind).toBe('ok')
        const [shown] = await guest.see(wire.home, text.slice(0, 12))
        // Where the platform itself has no limit, whole is as good.
        if (shown.text === text) continue
        expect(shown.text.length).toBeLessThanOrEqual(platform.can.longestText)
        expect(shown.text.length).toBeGreaterThan(platform.can.longestText * 0.9)
        expect(shown.text.isWellFormed()).toBe(true)
      }
    },
  },
  {
    name: 'choices are buttons',
    needs: [declares('no buttons', ({ buttons }) => buttons !== 'none')],
    async run(guest) {
      const { wire, platform } = guest
      expect((await guest.send(wire.home, { choices: CHOICES })).result.kind).toBe('ok')
      const [shown] = await guest.see(wire.home, '请核对')
      expect(shown.buttons).toEqual(['融资', '用工'])
      expect(shown.text).toBe('请核对')
      if (platform.can.buttons !== 'everywhere') return
      await guest.send(wire.room, { choices: CHOICES })
      expect((await guest.see(wire.room, '请核对'))[0].buttons).toEqual(['融资', '用工'])
    },
    async without(guest) {
      const { wire } = guest
      const results = await guest.post(wire.home, { text: '请选择', choices: CHOICES })
      expect(results.map(({ kind }) => kind)).toEqual(['ok'])
      const [shown] = await guest.see(wire.home, '请选择')
      expect(shown.buttons).toEqual([])
      expect(shown.text).toContain('2. 用工')
    },
  },
  {
    name: 'twenty choices with long names can all be read, and the last one chosen',
    async run(guest) {
      const { wire, platform } = guest
      const choices = Array.from({ length: 20 }, (_, i) => ({
        id: `${i + 1}`.padEnd(48, 'x'),
        label: `第 ${i + 1} 家：青禾县临湖区白石窑日用陶瓷及工艺美术制品有限责任公司`,
      }))
      const results = await guest.post(wire.home, { text: '请选择', choices })
      expect(results.map(({ kind }) => kind)).toEqual(['ok'])
      const [shown] = await guest.see(wire.home, '请选择')
      const [result] = results
      const seen = platform.can.buttons === 'none' ? shown.text : shown.buttons.join('\n')
      for (const { label } of choices) expect(seen).toContain(label.slice(0, 24))
      const letter = letterTo(wire.home, { choices })
      const messageIds = result?.kind === 'ok' ? result.messageIds : []
      const [arrival] = await guest.hear(() => wire.choose(letter, messageIds, 19))
      if (platform.can.buttons === 'none') expect(arrival.content).toMatchObject({ text: '20' })
      else expect(arrival.content).toMatchObject({ kind: 'choice', choice: choices[19]?.id })
    },
  },
  {
    name: 'calls somebody’s attention in a group',
    needs: [declares('no mentions', ({ mention }) => mention), able('he')],
    async run(guest) {
      const { wire } = guest
      const he = wire.he as typeof wire.bai
      expect((await guest.send(wire.room, { text: '请看这里', mention: [he.id] })).result.kind).toBe('ok')
      const [shown] = await guest.see(wire.room, '请看这里')
      expect(shown.mentions).toEqual([he.id])
      expect((await guest.send(wire.room, { text: '某人呢', mention: ['no-such-person'] })).result.kind).toBe(
        'ok',
      )
      await guest.see(wire.room, '某人呢')
    },
  },
  {
    name: 'shows which message it answers',
    needs: [able('answers')],
    async run(guest) {
      const { wire } = guest
      const asked = await guest.hearMessage(() => callIn(guest, wire.room, '几点开门'))
      expect((await guest.send(wire.room, { text: '九点', replyTo: asked.messageId })).result.kind).toBe('ok')
      expect((await guest.see(wire.room, '九点'))[0].answers).toBeDefined()
    },
    async without(guest) {
      const { wire } = guest
      expect((await guest.send(wire.room, { text: '九点', replyTo: 'some-message' })).result.kind).toBe('ok')
      expect((await guest.see(wire.room, '九点'))[0].answers).toBeUndefined()
    },
  },
  {
    name: 'an answer to a message that is gone is said all the same',
    async run(guest) {
      const { wire } = guest
      expect((await guest.send(wire.home, { text: '说完了', replyTo: '999999' })).result.kind).toBe('ok')
      await guest.see(wire.home, '说完了')
    },
  },
  {
    name: 'an edit stands in the place of what it replaces',
    needs: [declares('no edits', ({ edit }) => edit)],
    async run(guest) {
      const { wire } = guest
      const first = await guest.send(wire.home, { text: '请核对', choices: CHOICES })
      await guest.see(wire.home, '请核对')
      const edits = { edits: first.letter.id, editsMessageIds: first.messageIds }
      const second = await guest.send(wire.home, { text: '已确认', ...edits })
      expect(second.result.kind).toBe('ok')
      const [shown, ...more] = await guest.see(wire.home, '已确认')
      expect(shown).toMatchObject({ text: '已确认', isEdited: true, buttons: [] })
      expect(more).toEqual([])
      const third = await guest.send(wire.home, { text: '已确认', ...edits })
      expect(third.result.kind, 'the same once more is no failure').toBe('ok')
    },
    async without(guest) {
      const { wire } = guest
      await guest.send(wire.home, { text: '请核对' })
      expect((await guest.send(wire.home, { text: '已确认' })).result.kind).toBe('ok')
      const shown = await guest.see(wire.home, '已确认')
      expect(shown.map(({ text }) => text)).toEqual(['已确认', '请核对'])
    },
  },
  {
    name: 'an edit of something that is no longer there is said anew or refused, never thrown',
    needs: [declares('no edits', ({ edit }) => edit)],
    async run(guest) {
      const edit = { text: '改一下', edits: 'out-0', editsMessageIds: ['987654'] }
      const { result } = await guest.send(guest.wire.home, edit)
      expect(['ok', 'permanent', 'gone']).toContain(result.kind)
      if (result.kind === 'ok') await guest.see(guest.wire.home, '改一下')
    },
  },
  ...(
    [
      ['a picture', OUR_PICTURE, PICTURE],
      ['a document', OUR_PAPER, PAPER],
    ] as const
  ).map(
    ([what, file, { bytes }]): Case => ({
      name: `sends ${what}`,
      async run(guest) {
        const { wire } = guest
        expect((await guest.send(wire.home, { text: '', files: [file] })).result.kind).toBe('ok')
        await expect
          .poll(async () => (await wire.shown(wire.home)).flatMap(({ files }) => files))
          .toHaveLength(1)
        const [sent] = (await wire.shown(wire.home)).flatMap(({ files }) => files)
        if (file.kind === 'file') expect(sent?.name).toBe(file.name)
        if (sent?.bytes !== undefined) expect(Buffer.from(sent.bytes).equals(Buffer.from(bytes))).toBe(true)
      },
    }),
  ),
  {
    name: 'words and a file both arrive',
    async run(guest) {
      const { wire } = guest
      const results = await guest.post(wire.home, { text: '请看附件', files: [OUR_PAPER] })
      expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['ok']))
      await guest.see(wire.home, '请看附件')
      await expect
        .poll(async () => (await wire.shown(wire.home)).flatMap(({ files }) => files))
        .toHaveLength(1)
    },
  },
  {
    name: 'a file that is no longer kept does not throw, and what comes next arrives',
    async run(guest) {
      const { wire } = guest
      const lost = { ...OUR_PAPER, sha256: '00'.repeat(32) }
      const { result } = await guest.send(wire.home, { text: '请看附件', files: [lost] })
      expect(['ok', 'permanent', 'transient']).toContain(result.kind)
      expect((await guest.send(wire.home, { text: '下一封' })).result.kind).toBe('ok')
      await guest.see(wire.home, '下一封')
    },
  },
  {
    name: 'a file larger than it declares is refused for good, not tried for ever',
    needs: [declares('no limit', ({ largestFileBytes }) => Number.isFinite(largestFileBytes))],
    async run(guest) {
      const { wire, platform, files } = guest
      const sha256 = 'ef'.repeat(32)
      const bytes = new Uint8Array(platform.can.largestFileBytes + 1)
      files.set(sha256, { bytes, mediaType: 'application/pdf', name: '太大.pdf' })
      const { result } = await guest.send(wire.home, { files: [{ ...OUR_PAPER, sha256 }], text: '' })
      // Where the reader fetches it, it is no trouble of the letter.
      expect(['permanent', 'ok']).toContain(result.kind)
      expect((await guest.send(wire.home, { text: '下一封' })).result.kind).toBe('ok')
      await guest.see(wire.home, '下一封')
    },
  },
  {
    name: 'letters to several chats at once each reach their own',
    needs: [able('otherRoom')],
    async run(guest) {
      const { wire } = guest
      const places = [wire.home, wire.room, wire.otherRoom as typeof wire.room]
      const sent = await Promise.all(places.map((to, i) => guest.send(to, { text: `给第 ${i + 1} 处` })))
      expect(sent.map(({ result }) => result.kind)).toEqual(['ok', 'ok', 'ok'])
      for (const [i, place] of places.entries())
        expect((await guest.see(place, '给第')).map(({ text }) => text)).toEqual([`给第 ${i + 1} 处`])
    },
  },
  {
    name: 'letters to one chat are seen in the order they were sent',
    async run(guest) {
      const { wire } = guest
      const texts = Array.from({ length: 8 }, (_, i) => `第 ${i + 1} 封`)
      for (const text of texts) expect((await guest.send(wire.home, { text })).result.kind).toBe('ok')
      await guest.see(wire.home, '第 8 封')
      expect((await wire.shown(wire.home)).map(({ text }) => text)).toEqual(texts)
    },
  },
  {
    name: 'a letter to a topic is seen in that topic',
    needs: [declares('no topics', ({ threads }) => threads), able('thread')],
    async run(guest) {
      const { wire } = guest
      const thread = wire.thread as typeof wire.room
      expect((await guest.send(thread, { text: '只在这个话题' })).result.kind).toBe('ok')
      await guest.see(thread, '只在这个话题')
      expect(JSON.stringify(await wire.shown(wire.room))).not.toContain('只在这个话题')
    },
  },
]
