import { z } from 'zod'

/**
 * What we read of a frame's body; everything else in it is left alone. Texts and numbers come from outside: the
 * database takes neither NUL nor half a character, and a number must come back as it was.
 */
const words = z.string().transform((text) => text.replaceAll('\u0000', '').toWellFormed())
const number = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text))

const Spoken = z.object({ content: words })
const Enclosed = z.object({
  url: z.url({ protocol: /^https?$/ }).max(4_000),
  aeskey: z.string().min(1).max(200).optional(),
})
export type Enclosed = z.infer<typeof Enclosed>

const MixedItem = z.union([
  z.object({ msgtype: z.literal('text'), text: Spoken }),
  z.object({ msgtype: z.literal('image'), image: Enclosed }),
])
/** A part that cannot be read does not take the others with it. */
const Mixed = z.object({ msg_item: z.array(MixedItem.nullable().catch(null)).max(100) })

const content = {
  text: Spoken.optional().catch(undefined),
  image: Enclosed.optional().catch(undefined),
  mixed: Mixed.optional().catch(undefined),
  voice: Spoken.optional().catch(undefined),
  file: Enclosed.optional().catch(undefined),
  video: Enclosed.optional().catch(undefined),
}
const Content = z.object({ msgtype: z.string().max(50), ...content })
export type Content = z.infer<typeof Content>

const Body = z.object({
  msgid: number,
  chatid: number.optional(),
  chattype: z.enum(['single', 'group']).optional(),
  from: z.object({ userid: number }),
})

export const MessageBody = Body.extend({
  msgtype: z.string().max(50),
  ...content,
  quote: Content.optional().catch(undefined),
})
export type MessageBody = z.infer<typeof MessageBody>

export const EventBody = Body.extend({ event: z.object({ eventtype: z.string().max(50) }) })
export type EventBody = z.infer<typeof EventBody>

/** Events that say nothing of a person carry no sender; of those we want nothing but to know them. */
export const AnyEvent = z.object({ event: z.object({ eventtype: z.string().max(50) }) })
