import type { FileBoxInterface } from 'file-box'
import { type mock, PuppetMock } from 'wechaty-puppet-mock'

/** What left the account, as the people in that chat see it. */
export interface SaidByUs {
  readonly to: string
  readonly text: string
  readonly mentions: readonly string[]
  readonly file?: { readonly name: string; readonly bytes: Uint8Array }
}

export type SayFault = 'hang up' | 'never answer' | 'unsupported' | 'refused' | 'no connection' | 'logged out'

interface Friendship {
  readonly id: string
  readonly contactId: string
  readonly type: number
  readonly timestamp: number
  readonly hello?: string
}

/** The emulator with what it leaves out: names that rooms give people, friend requests, and troubles. */
export class TownPuppet extends PuppetMock {
  readonly aliases = new Map<string, string>()
  readonly friendships = new Map<string, Friendship>()
  readonly accepted: string[] = []
  readonly said: SaidByUs[] = []
  readonly faults: SayFault[] = []
  /** Whatever is asked of it fails, as when its server is away. */
  isDeaf = false
  failsDownload = false
  givesNumbers = false

  constructor(mocker: mock.Mocker) {
    super({ mocker } as never)
  }

  override async messageSendText(to: string, text: string, mentions: string[] = []) {
    return this.#say({ to, text, mentions }, () => super.messageSendText(to, text))
  }

  override async messageSendFile(to: string, file: FileBoxInterface) {
    const bytes = await file.toBuffer()
    const said = { to, text: '', mentions: [], file: { name: file.name, bytes } }
    return this.#say(said, () => super.messageSendFile(to, file))
  }

  async #say(said: SaidByUs, really: () => Promise<unknown>): Promise<never> {
    const fault = this.faults.shift()
    if (fault === 'unsupported') throw new Error('Wechaty Puppet Unsupported API Error.')
    if (fault === 'no connection') throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    if (fault === 'refused')
      throw Object.assign(new Error('1 == 0'), { response: { data: { BaseResponse: { Ret: 1205 } } } })
    if (fault === 'logged out') {
      await this.logout('kicked')
      throw new Error('not logged in')
    }
    await really()
    this.said.push(said)
    if (fault === 'hang up') throw new Error('socket hang up')
    if (fault === 'never answer') await new Promise(() => undefined)
    // The emulator says that it gives nothing; real puppets may give a number.
    return (this.givesNumbers ? `ours-${this.said.length}` : undefined) as never
  }

  override async contactRawPayload(id: string) {
    this.#listen()
    return super.contactRawPayload(id)
  }
  override async roomMemberList(id: string) {
    this.#listen()
    return super.roomMemberList(id)
  }
  override async contactList() {
    this.#listen()
    return super.contactList()
  }
  override async roomList() {
    this.#listen()
    return super.roomList()
  }
  #listen(): void {
    if (this.isDeaf) throw new Error('14 UNAVAILABLE')
  }

  override async roomMemberRawPayload(room: string, contact: string) {
    const payload = await super.roomMemberRawPayload(room, contact)
    const roomAlias = this.aliases.get(`${room} ${contact}`)
    return { ...payload, ...(roomAlias === undefined ? {} : { roomAlias }) }
  }

  override async messageFile(id: string) {
    if (!this.failsDownload) return super.messageFile(id)
    this.failsDownload = false
    throw new Error('the server has it no more')
  }

  override async friendshipRawPayload(id: string) {
    return this.friendships.get(id) as never
  }
  override async friendshipAccept(id: string) {
    this.accepted.push(id)
  }
  override async roomInvitationAccept(id: string) {
    this.accepted.push(id)
  }
}
