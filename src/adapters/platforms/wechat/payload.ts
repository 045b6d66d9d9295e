import { z } from 'zod'

const id = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text))

const orNothing = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/**
 * What a puppet tells of a message, as much of it as we use. Puppets are other people's programs: what is wrong
 * where it does not matter is left out, what is wrong where it does makes the whole message unreadable.
 */
const MessagePayload = z
  .object({
    id,
    type: z.number().int(),
    talkerId: orNothing(id),
    /** What older puppets call the talker. */
    fromId: orNothing(id),
    roomId: orNothing(id),
    text: orNothing(z.string()),
    filename: orNothing(z.string()),
    mentionIdList: orNothing(z.array(z.string())),
    timestamp: z.unknown().optional(),
  })
  .transform(({ talkerId, fromId, timestamp, ...rest }, context) => {
    const talker = talkerId ?? fromId
    if (talker === undefined) {
      context.addIssue({ code: 'custom', message: 'nobody said it' })
      return z.NEVER
    }
    return { ...rest, talkerId: talker, at: momentOf(timestamp) }
  })

export type MessagePayload = z.infer<typeof MessagePayload>

export function readMessagePayload(given: unknown): MessagePayload | undefined {
  return MessagePayload.safeParse(given).data
}

const Membership = z.object({
  roomId: id,
  people: z.array(id).min(1),
  by: orNothing(id),
  timestamp: z.unknown().optional(),
})

export type MembershipPayload = Omit<z.infer<typeof Membership>, 'timestamp'> & {
  readonly at: Date | undefined
}

/** Who came into a room or left it; puppets call the two halves differently. */
export function readMembershipPayload(given: unknown): MembershipPayload | undefined {
  const event = z.record(z.string(), z.unknown()).safeParse(given).data
  if (event === undefined) return undefined
  const parsed = Membership.safeParse({
    roomId: event.roomId,
    people: event.inviteeIdList ?? event.removeeIdList,
    by: event.inviterId ?? event.removerId,
    timestamp: event.timestamp,
  }).data
  if (parsed === undefined) return undefined
  const { timestamp, ...rest } = parsed
  return { ...rest, at: momentOf(timestamp) }
}

/** Some puppets count seconds, some milliseconds. Below this they are seconds: the year 5138, or 1973. */
const SECONDS_END = 1e11
const LATEST = 8.64e15

export function momentOf(timestamp: unknown): Date | undefined {
  if (typeof timestamp !== 'number' || !Number.isFinite(timestamp) || timestamp <= 0) return undefined
  const milliseconds = timestamp < SECONDS_END ? timestamp * 1000 : timestamp
  return milliseconds <= LATEST ? new Date(milliseconds) : undefined
}
