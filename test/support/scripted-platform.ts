import { addressingByName } from '../../src/adapters/platforms/addressing.ts'
import type {
  AccountHealth,
  Capabilities,
  Doorstep,
  OutgoingLetter,
  Platform,
  SendResult,
} from '../../src/conversation/platform.ts'
import type { Addressed, ArrivalContent, Attachment } from '../../src/inbox/arrival.ts'
import type { Chat } from '../../src/kernel/chat.ts'

const CAN: Capabilities = {
  buttons: 'everywhere',
  edit: true,
  mention: true,
  threads: false,
  deepLink: false,
  firstContact: 'always',
  longestText: Number.POSITIVE_INFINITY,
  filesWithText: true,
  largestFileBytes: 1_000_000,
  givesMessageIds: true,
  pace: { atOnce: 64 },
}

/** Answers a letter as the script says; left out: it arrives. */
export type Post = (letter: OutgoingLetter) => SendResult | Promise<SendResult> | undefined

/** A platform without a wire: the test speaks, and decides what becomes of every letter. */
export function openScripted(options: {
  /** As which platform it is known; `stdio` otherwise. */
  name?: string
  account?: string
  now: () => Date
  can?: Partial<Capabilities>
  fetch?: Platform['fetch']
}) {
  const name = options.name ?? 'stdio'
  const account = options.account ?? name
  const hear = addressingByName(['娘家'])
  const sent: OutgoingLetter[] = []
  const tried: OutgoingLetter[] = []
  let doorstep: Doorstep | undefined
  let post: Post = () => undefined
  let count = 0

  const platform: Platform = {
    name,
    account,
    can: { ...CAN, ...options.can },
    async open(opened) {
      doorstep = opened
    },
    async send(letter) {
      tried.push(letter)
      const result = (await post(letter)) ?? { kind: 'ok', messageIds: [letter.id] }
      if (result.kind === 'ok') sent.push(letter)
      return result
    },
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    async close() {
      doorstep = undefined
    },
  }

  function speaker(chat: Chat, person: string) {
    async function hand(
      content: ArrivalContent,
      id = `${account}-m-${++count}`,
      attachments: readonly Attachment[] = [],
    ): Promise<string> {
      if (doorstep === undefined) throw new Error('The platform is not open.')
      await doorstep.receive({
        idempotencyKey: id,
        messageId: id,
        chat,
        from: { id: person, stability: 'permanent' },
        at: options.now(),
        content,
        attachments,
      })
      return id
    }
    return {
      hand,
      /** Resolves when it is stored, with the message's number. */
      says(
        text: string,
        more: {
          addressed?: Addressed
          replyTo?: string
          id?: string
          attachments?: readonly Attachment[]
        } = {},
      ): Promise<string> {
        const heard = hear(text, {
          isPrivate: chat.kind === 'private',
          isReplyToUs: more.replyTo !== undefined,
        })
        const addressed = more.addressed ?? heard.addressed
        const reply = more.replyTo === undefined ? {} : { replyTo: more.replyTo }
        return hand({ kind: 'message', text: heard.text, addressed, ...reply }, more.id, more.attachments)
      },
      chooses: (choice: string, prompt?: string) =>
        hand({ kind: 'choice', choice, ...(prompt === undefined ? {} : { prompt }) }),
    }
  }

  const chatOf = (kind: Chat['kind'], chatId: string): Chat => ({ platform: name, account, kind, chatId })
  return {
    platform,
    as: (person: string) => speaker(chatOf('private', person), person),
    in: (group: string) => ({ as: (person: string) => speaker(chatOf('group', group), person) }),
    reports(health: AccountHealth): void {
      doorstep?.report(health)
    },
    /** From now on letters fare as this says. */
    answers(with_: Post): void {
      post = with_
    },
    /** What arrived, in order. */
    sent: sent as readonly OutgoingLetter[],
    /** What was tried, arrived or not. */
    tried: tried as readonly OutgoingLetter[],
    textsTo: (chatId: string) => sent.filter(({ to }) => to.chatId === chatId).map(({ text }) => text),
  }
}

export type Scripted = ReturnType<typeof openScripted>

/** Something that happens when the test says so. */
export function gate(): { readonly passed: Promise<void>; open(): void } {
  let open: () => void = () => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}
