import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { openStdio } from '../../src/adapters/platforms/stdio/stdio.platform.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import { brokenPipe } from './broken-pipe.ts'
import { removeFolder } from './remove-folder.ts'
import type { OpenWire, Shown } from './wires.ts'

const NO_SERVER = 'a pipe has no server that could say this'

export const stdioWire: OpenWire = async ({ botNames, now, readFile: readOurs }) => {
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-wire-'))
  const input = new PassThrough()
  const pipe = brokenPipe()
  const stdio = openStdio({
    input: createInterface({ input }),
    output: pipe.output,
    botNames,
    now,
    manual: undefined,
    settle: async () => undefined,
    closeBursts: () => undefined,
    readFile: readOurs,
    filesDirectory: join(directory, 'out'),
  })
  let running: Promise<unknown> | undefined
  let count = 0
  let last = ''
  const bai = { id: 'bai', name: '白帆' }
  const chat = (kind: Chat['kind'], chatId: string): Chat => ({
    platform: 'stdio',
    account: 'stdio',
    kind,
    chatId,
  })
  const on = ({ kind, chatId }: Chat) => ({ kind, id: chatId })
  async function write(line: object): Promise<string> {
    const id = `m-${++count}`
    last = JSON.stringify({ id, ...line })
    input.write(`${last}\n`)
    return id
  }
  const inChat = (to: Chat, as = bai) => ({ chat: on(to), from: as })
  const room = chat('group', 'pottery-group')

  return {
    platform: {
      ...stdio.platform,
      async open(doorstep) {
        await stdio.platform.open(doorstep)
        running ??= stdio.run()
      },
    },
    ready: async () => undefined,
    bai,
    he: { id: 'he', name: '何志平' },
    home: chat('private', 'bai'),
    homeOfHe: chat('private', 'he'),
    room,
    otherRoom: chat('group', 'tea-group'),
    say: (to, text, as) => write({ kind: 'message', ...inChat(to, as), text }),
    mentions: {
      name: (to, text, as) => write({ kind: 'message', ...inChat(to, as), text: `@娘家 ${text}` }),
      'full width': (to, text, as) => write({ kind: 'message', ...inChat(to, as), text: `＠娘家${text}` }),
    },
    reply: (to, text, { messageId }, as) =>
      write({ kind: 'message', ...inChat(to, as), text, replyTo: messageId ?? 'somebody-elses' }),
    async choose({ to, choices }, [prompt], index, as) {
      await write({ kind: 'choice', ...inChat(to, as), choice: choices?.[index]?.id, prompt })
    },
    sendsKinds: ['image', 'file', 'voice', 'video'],
    async sendFile(to, { kind, name, bytes }, text = '', as) {
      const path = join(directory, `in-${++count}`)
      await writeFile(path, bytes)
      return write({ kind: 'message', ...inChat(to, as), text, attachments: [{ kind, name, path }] })
    },
    async album(to, files, text) {
      const attachments = await Promise.all(
        files.map(async ({ kind, name, bytes }, i) => {
          const path = join(directory, `album-${++count}-${i}`)
          await writeFile(path, bytes)
          return { kind, name, path }
        }),
      )
      return [await write({ kind: 'message', ...inChat(to), text, attachments })]
    },
    edit: async (to, message, text) => void (await write({ kind: 'edited', ...inChat(to), message, text })),
    withdraw: async (to, message) => void (await write({ kind: 'withdrawn', ...inChat(to), message })),
    joins: async (to, who) => void (await write({ kind: 'joined', chat: on(to), people: [who] })),
    leaves: async (to, who) => void (await write({ kind: 'left', chat: on(to), people: [who] })),
    again: async () => void input.write(`${last}\n`),
    handInRaw: async (nonsense) =>
      void input.write(`${typeof nonsense === 'string' ? nonsense : JSON.stringify(nonsense)}\n`),
    nonsense: [
      { kind: 'message', id: 'x', chat: { kind: 'private', id: 'bai' }, text: '无名' },
      { kind: 'message', id: 'x\u0000', chat: { kind: 'private', id: 'u' }, from: { id: 'u' }, text: '一' },
      { kind: 'message', id: 'x', chat: { kind: 'private', id: '\ud83d' }, from: { id: 'u' }, text: '一' },
      { kind: 'message', id: 7, chat: { kind: 'private', id: 'bai' }, from: { id: 'bai' }, text: '一' },
      { kind: 'message', id: 'x', chat: { kind: 'ship', id: 'bai' }, from: { id: 'bai' }, text: '一' },
      { kind: 'choice', id: 'x', chat: { kind: 'private', id: 'bai' }, from: { id: 'bai' }, choice: '' },
      { kind: 'joined', id: 'x', chat: { kind: 'group', id: 'g' }, people: [] },
      { kind: 'shout', id: 'x' },
      { kind: 'clock', id: 'x', to: 'tomorrow' },
      '{"kind":"message","id":"x","chat":{"kind":"priv',
    ],
    async shown(of) {
      const messages = new Map<string, Shown>()
      for (const text of pipe.text().split('\n')) {
        if (!text.includes('"sent"')) continue
        const line = JSON.parse(text)
        if (line.to.id !== of.chatId || line.to.kind !== of.kind) continue
        const files: { name: string; path: string }[] = line.files ?? []
        messages.set(line.edits ?? line.id, {
          text: line.text,
          buttons: (line.choices ?? []).map(({ label }: { label: string }) => label),
          mentions: line.mention ?? [],
          ...(line.replyTo === undefined ? {} : { answers: line.replyTo }),
          files: await Promise.all(
            files.map(async ({ name, path }) => ({ name, bytes: await readFile(path) })),
          ),
          isEdited: line.edits !== undefined,
        })
      }
      return [...messages.values()]
    },
    faults: { hangUp: pipe.breaks },
    secrets: [],
    cannot: {
      redelivers: 'who wrote the line is told, and writes it again',
      refs: 'files are read before the line is handed in',
      robot: 'the line protocol does not tell programs from people',
      thread: 'no topics',
      start: 'the line protocol has no Start',
      failDownload: 'enclosures are files on this machine',
      botAdded: 'the program that writes the lines decides what we hear',
      botRemoved: 'the program that writes the lines decides what we hear',
      migrate: 'groups keep their numbers',
      reconnect: 'a pipe does not come back',
      goOffline: 'a pipe does not come back',
      comeBack: 'a pipe does not come back',
      loseLogin: 'nobody logs in',
      'faults.retryAfter': NO_SERVER,
      'faults.transient': NO_SERVER,
      'faults.unreachable': NO_SERVER,
      'faults.blocked': NO_SERVER,
      'faults.kicked': NO_SERVER,
      'faults.deactivated': NO_SERVER,
      'faults.notOpen': NO_SERVER,
      'faults.windowClosed': NO_SERVER,
      'faults.migrated': NO_SERVER,
      'faults.permanent': NO_SERVER,
    },
    async close() {
      input.end()
      await running?.catch(() => undefined)
      await removeFolder(directory)
    },
  }
}
