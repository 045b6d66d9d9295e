import type { OutgoingLetter, SendResult } from '../../../conversation/platform.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { type Called, encodeText } from './encode.ts'
import { failureOf } from './failure.ts'
import { type ReachParts, whyNoRoom, whyNotOpen } from './reach.ts'
import { within } from './time-limit.ts'
import { wechatTexts } from './wechat.texts.ts'
import type { WechatParts } from './wechat-parts.ts'

export interface SendParts extends ReachParts, Pick<WechatParts, 'readFile' | 'clock'> {}

const SAY_SECONDS = 60
/** How file-box calls a file that is given as base64. */
const BASE64 = 1

/** One letter to one chat. */
export async function sendLetter(letter: OutgoingLetter, parts: SendParts): Promise<SendResult> {
  const { me, puppet } = parts
  const to = me.ids.theirs(letter.to.chatId)
  // A number from an earlier login may be nobody's now, or somebody else's.
  if (to === undefined) return { kind: 'unconfirmed' }
  const isRoom = letter.to.kind === 'group'
  const closed = isRoom ? await whyNoRoom(to, parts) : await whyNotOpen(to, parts)
  if (closed !== undefined) return closed

  let files: readonly Enclosed[]
  try {
    files = await Promise.all((letter.files ?? []).map((file) => enclosedOf(file, parts)))
  } catch {
    return { kind: 'transient', why: wechatTexts.failure.notReadable() }
  }
  const called = isRoom ? await calledIn(to, letter, parts) : []
  const text = encodeText(withMissing(letter, files), called)
  const saying: (() => Promise<unknown>)[] = []
  const ids = called.map(({ id }) => id)
  if (text !== '') saying.push(() => puppet.messageSendText(to, text, ids))
  for (const { name, base64 } of files) {
    if (base64 === undefined) continue
    // As data: the puppet makes it a file of its own kind, whichever version of that it came with.
    const filebox = JSON.stringify({ type: BASE64, name, base64 })
    saying.push(() => puppet.messageSend(to, { type: 'Attachment', payload: { filebox } }))
  }
  if (saying.length === 0) return { kind: 'permanent', why: wechatTexts.failure.empty() }
  return sayAll(saying, parts)
}

async function sayAll(
  saying: readonly (() => Promise<unknown>)[],
  { clock }: SendParts,
): Promise<SendResult> {
  const messageIds: string[] = []
  for (const [n, say] of saying.entries()) {
    try {
      const id = await within(clock, SAY_SECONDS, say)
      // Most puppets give no number.
      if (typeof id === 'string' && id !== '') messageIds.push(id)
    } catch (error) {
      return n > 0 ? { kind: 'uncertain', why: wechatTexts.failure.inDoubt() } : failureOf(error)
    }
  }
  return { kind: 'ok', messageIds }
}

/** Who of those to be called is in this room, under the name they have there. */
async function calledIn(
  room: string,
  { mention = [] }: OutgoingLetter,
  { me, look }: SendParts,
): Promise<readonly Called[]> {
  const called = await Promise.all(
    mention.map(async (person) => {
      const id = me.ids.theirs(person)
      if (id === undefined) return undefined
      const { alias, name } = await look.memberNames(room, id)
      const shown = alias ?? name
      return shown === undefined ? undefined : { id, name: shown }
    }),
  )
  return called.filter((one) => one !== undefined)
}

interface Enclosed {
  readonly name: string
  /** Undefined: it is not kept any more. */
  readonly base64: string | undefined
}

async function enclosedOf({ sha256, name }: FileRef, { readFile }: SendParts): Promise<Enclosed> {
  const found = await readFile(sha256)
  return { name, base64: found === undefined ? undefined : Buffer.from(found.bytes).toString('base64') }
}

function withMissing(letter: OutgoingLetter, files: readonly Enclosed[]): OutgoingLetter {
  const missing = files.filter(({ base64 }) => base64 === undefined)
  const lines = [letter.text, ...missing.map(({ name }) => wechatTexts.missingFile(name))]
  return { ...letter, text: lines.filter((line) => line !== '').join('\n') }
}
