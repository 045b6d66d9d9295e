import type { WebChatHistory } from '../../src/adapters/platforms/web-chat/history.ts'
import type { AccountHealth, Doorstep, OutgoingLetter, Platform } from '../../src/conversation/platform.ts'
import type { Attachment, Incoming } from '../../src/inbox/arrival.ts'
import type { KeepFile } from '../../src/inbox/receive.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import type { Directory } from '../../src/kernel/directory.ts'
import type { Log } from '../../src/log.ts'

/** What a wire is given to build its platform with; a wire takes what its platform wants of it. */
export interface WireParts {
  readonly botNames: readonly string[]
  readonly now: () => Date
  readonly log: Log
  /** What our letters enclose. */
  readonly readFile: (sha256: string) => Promise<KeptFile | undefined>
  /** For platforms that store what is uploaded before they hand the message in. */
  readonly keepFile: KeepFile
  /** What the page shows of a whole house; left out, an invented town without a past. */
  readonly page?: {
    directory(): Promise<Directory>
    readonly history: WebChatHistory
    /** As whom a group is looked at. */
    readerOf(group: string): string
  }
}

export interface KeptFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
}

/** Makes the emulator and the platform beside it, not yet opened. */
export type OpenWire = (parts: WireParts) => Promise<Wire>

/** Somebody on the platform; `id` is what arrivals of theirs carry in `from.id`. */
export interface Somebody {
  readonly id: string
  readonly name: string
}

/** How somebody answers a message: by what is known of it. */
export interface Answered {
  /** As the platform gave it, for a letter of ours or for what somebody said. */
  readonly messageId?: string
  /** What it says. */
  readonly text: string
  readonly by: 'us' | Somebody
}

export interface SentFile {
  readonly kind: Attachment['kind']
  readonly name: string
  readonly bytes: Uint8Array
}

/** One message of ours as somebody in that chat sees it now, after edits. */
export interface Shown {
  readonly text: string
  /** Labels of buttons; empty where there are none. */
  readonly buttons: readonly string[]
  /** Ids of people whose attention it calls. */
  readonly mentions: readonly string[]
  /** What it visibly answers: the platform's number, or the words it quotes. */
  readonly answers?: string
  readonly files: readonly { readonly name: string; readonly bytes?: Uint8Array }[]
  readonly isEdited: boolean
}

/** What may befall the next letter that the platform sends; each kind arms the emulator once. */
export interface Faults {
  /** Gives the seconds that are waited instead where the platform names none. */
  retryAfter?(seconds: number): number | undefined
  /** The platform's server says that it failed. */
  transient?(): void
  /** Nobody answers at all: it surely did not arrive. */
  unreachable?(): void
  /** It was taken, and the connection died before that was said. */
  hangUp?(): void
  blocked?(): void
  kicked?(): void
  deactivated?(): void
  notOpen?(): void
  windowClosed?(): void
  /** To a group that has another number now; gives that. */
  migrated?(): string
  permanent?(): void
}

/** How a platform's people, its server and its troubles are played. Members that may be undefined are abilities. */
interface Played {
  readonly platform: Platform
  /** Resolves when the opened platform reached its server and listens. */
  ready(): Promise<void>

  // Who and where; read after `ready`, for numbers may only be good for one login.
  readonly bai: Somebody
  readonly he?: Somebody
  /** A program in the same room. */
  readonly robot?: Somebody
  /** Bai's private chat with us, as arrivals carry it. */
  readonly home: Chat
  readonly homeOfHe?: Chat
  /** A group with everybody in it. */
  readonly room: Chat
  readonly otherRoom?: Chat
  readonly thread?: Chat

  // In. Each resolves when the platform's server has it; the suite waits for the arrival. Gives the number by which
  // the same is called later, '' where the platform has none. Without `as`, Bai speaks.
  say(chat: Chat, text: string, as?: Somebody): Promise<string>
  /** The ways of this platform to call us by name in a group, each said with these words. */
  readonly mentions: Readonly<Record<string, (chat: Chat, text: string, as?: Somebody) => Promise<string>>>
  reply?(chat: Chat, text: string, to: Answered, as?: Somebody): Promise<string>
  /** Chooses what a letter offers: presses the button, or types its number where there are none. */
  choose(letter: OutgoingLetter, messageIds: readonly string[], index: number, as?: Somebody): Promise<void>
  start?(payload?: string): Promise<void>
  /** Kinds that people can send on this platform. */
  readonly sendsKinds: readonly Attachment['kind'][]
  sendFile?(chat: Chat, file: SentFile, text?: string, as?: Somebody): Promise<string>
  /** The next download of an enclosure fails. */
  failDownload?(): void
  /** Several enclosures in one go; gives the number of each. */
  album?(chat: Chat, files: readonly SentFile[], text: string): Promise<readonly string[]>
  edit?(chat: Chat, messageId: string, text: string): Promise<void>
  withdraw?(chat: Chat, messageId: string): Promise<void>
  joins?(room: Chat, who: Somebody): Promise<void>
  leaves?(room: Chat, who: Somebody): Promise<void>
  botAdded?(room: Chat): Promise<void>
  botRemoved?(room: Chat): Promise<void>
  /** The room gets another number; gives the chat as it is from now on. */
  migrate?(): Promise<Chat>
  /** The last thing is handed in once more, exactly as it was. */
  again?(): Promise<void>
  /** The connection is lost and found; the server hands its history in again, if it does such a thing. */
  reconnect?(): Promise<void>
  /** Something that no good server would say is handed in, in the place of an update. */
  handInRaw?(nonsense: unknown): Promise<void>
  /** Shapes close to good ones, wrong in one place; the suite adds what is wrong everywhere. */
  readonly nonsense?: readonly unknown[]

  // Out.
  /** Every message of ours in this chat, oldest first. */
  shown(chat: Chat): Promise<readonly Shown[]>
  readonly faults: Faults

  // Health.
  /** The account loses its server, and letters cannot leave. */
  goOffline?(): Promise<void>
  comeBack?(): Promise<void>
  /** Only a person can bring it back. */
  loseLogin?(): Promise<void>

  /** What must be found nowhere: a token, a secret. */
  readonly secrets: readonly string[]
  /** The emulator goes away; the platform was closed before. */
  close(): Promise<void>
}

export interface Wire extends Played {
  /** Why, in English, for everything above that is undefined (and `faults.x`): every empty cell has a reason. */
  readonly cannot: Readonly<Partial<Record<Ability, string>>>
}

type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T]
export type Ability =
  | Exclude<Optional<Played>, 'nonsense'>
  | `faults.${keyof Faults}`
  /** Lines of a group that nobody meant for us reach us. */
  | 'overhears'
  /** What could not be stored is handed in again without anybody's doing. */
  | 'redelivers'
  /** Enclosures have a `ref` by which they are fetched later. */
  | 'refs'
  /** A text goes with an enclosure, in the same message. */
  | 'captions'
  /** A letter shows which message it answers. */
  | 'answers'
  /** People can write several lines in one message. */
  | 'lines'

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
export const PICTURE: SentFile = { kind: 'image', name: '公示图.png', bytes: PNG }
export const PAPER: SentFile = {
  kind: 'file',
  name: '供电合同.pdf',
  bytes: new TextEncoder().encode('%PDF-1.7 a paper'),
}

/** What a letter of ours encloses, as `readFile` gives it. */
export const OUR_PICTURE = { sha256: 'ab'.repeat(32), name: '公示图.png', kind: 'image' } as const
export const OUR_PAPER = { sha256: 'cd'.repeat(32), name: '办事指南.pdf', kind: 'file' } as const
export const keptFiles: ReadonlyMap<string, KeptFile> = new Map([
  [OUR_PICTURE.sha256, { ...PICTURE, mediaType: 'image/png' }],
  [OUR_PAPER.sha256, { ...PAPER, mediaType: 'application/pdf' }],
])

export const CHOICES = [
  { id: 'c-1', label: '融资' },
  { id: 'c-2', label: '用工' },
]
let count = 0
export const letterTo = (to: Chat, given: Partial<OutgoingLetter> = {}): OutgoingLetter => ({
  id: `out-${++count}`,
  to,
  text: '请核对',
  origin: 'automatic',
  ...given,
})

/** A house that only remembers. */
export function doorstepOf(arrivals: Incoming[], reports: AccountHealth[] = []): Doorstep {
  return {
    report: (health) => void reports.push(health),
    async receive(incoming: Incoming) {
      const seen = arrivals.some(({ idempotencyKey }) => idempotencyKey === incoming.idempotencyKey)
      arrivals.push(incoming)
      return seen ? ('seen' as const) : ('stored' as const)
    },
  }
}
