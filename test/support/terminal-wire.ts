import { PassThrough } from 'node:stream'
import { openTerminal } from '../../src/adapters/platforms/terminal/terminal.platform.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import { brokenPipe } from './broken-pipe.ts'
import type { OpenWire } from './wires.ts'

const NO_SERVER = 'a terminal has no server that could say this'
const ONE_PERSON = 'one person sits at a terminal'
const LINES = 'people type single lines, nothing else'

export const terminalWire: OpenWire = async ({ botNames, now }) => {
  const input = new PassThrough()
  const pipe = brokenPipe()
  const bai = { id: 'bai', name: '白帆' }
  let count = 0
  const terminal = openTerminal({
    input,
    output: pipe.output,
    botNames,
    as: bai.id,
    name: bai.name,
    group: { code: 'pottery-group', title: '陶艺商会群' },
    now,
    newMessageId: () => `t-${++count}`,
    colour: false,
  })
  let typed = 0
  const chat = (kind: Chat['kind'], chatId: string): Chat => ({
    platform: 'terminal',
    account: bai.id,
    kind,
    chatId,
  })
  async function say({ kind }: Chat, text: string): Promise<string> {
    input.write(`${kind === 'private' ? `私聊 ${text}` : text}\n`)
    return `t-${++typed}`
  }
  return {
    platform: terminal,
    ready: async () => undefined,
    bai,
    home: chat('private', bai.id),
    room: chat('group', 'pottery-group'),
    say,
    mentions: {
      name: (to, text) => say(to, `@娘家 ${text}`),
      'full width': (to, text) => say(to, `＠娘家${text}`),
    },
    choose: async ({ to }, _ids, index) => void (await say(to, `${index + 1}`)),
    sendsKinds: [],
    async shown(of) {
      const where = of.kind === 'private' ? '私聊' : '陶艺商会群'
      return pipe
        .text()
        .split('娘家 ▸ ')
        .slice(1)
        .filter((drawn) => drawn.startsWith(where))
        .map((drawn) =>
          drawn
            .slice(drawn.indexOf('\n') + 1)
            .replaceAll(/^ {2}/gmu, '')
            .trimEnd(),
        )
        .map((text) => ({
          text,
          buttons: [],
          mentions: [...text.matchAll(/@(\S+)/gu)].flatMap(([, name]) => (name === bai.name ? [bai.id] : [])),
          files: [...text.matchAll(/^\[附件\] (.+)$/gmu)].map(([, name = '']) => ({ name })),
          isEdited: false,
        }))
    },
    faults: { hangUp: pipe.breaks },
    secrets: [],
    cannot: {
      lines: LINES,
      answers: 'what was said stands right above',
      redelivers: 'who typed it is told, and types it again',
      refs: LINES,
      captions: LINES,
      he: ONE_PERSON,
      homeOfHe: ONE_PERSON,
      robot: ONE_PERSON,
      otherRoom: 'a terminal is in one group at most',
      thread: 'no topics',
      reply: LINES,
      start: LINES,
      sendFile: LINES,
      failDownload: LINES,
      album: LINES,
      edit: LINES,
      withdraw: LINES,
      joins: ONE_PERSON,
      leaves: ONE_PERSON,
      botAdded: ONE_PERSON,
      botRemoved: ONE_PERSON,
      migrate: 'groups keep their numbers',
      again: 'nobody types a line twice by itself',
      reconnect: 'a terminal does not come back',
      handInRaw: 'every line is a good line',
      goOffline: 'a terminal does not come back',
      comeBack: 'a terminal does not come back',
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
    },
  }
}
