import { z } from 'zod'
import { AudienceSpec } from '../kernel/audience.ts'
import { TOPICS } from './topics.ts'

/** When it is to leave. ISO 8601 in `at`. */
export const Leaving = z.discriminatedUnion('kind', [
  /** As soon as nothing stands against it; what is not urgent waits for the morning in quiet hours. */
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('at'), at: z.string() }),
  /** 工作时间发: outside quiet hours and on working days only, whatever the settings say of weekends. */
  z.object({ kind: z.literal('workingHours') }),
])
export type Leaving = z.infer<typeof Leaving>

/** What somebody wants sent: all that the road has to know to plan it. Plain data, so that a dialogue may keep it. */
export const MailingOrder = z.object({
  /** To the letter, as it will be read. */
  text: z.string(),
  audience: AudienceSpec,
  topic: z.enum(TOPICS),
  files: z
    .array(
      z.object({
        sha256: z.string(),
        name: z.string(),
        kind: z.enum(['image', 'file', 'voice', 'video']),
      }),
    )
    .default([]),
  /** Buttons under every letter. */
  choices: z.array(z.object({ id: z.string(), label: z.string() })).default([]),
  /** Strings of the text that are no personal numbers although they look like some. */
  allow: z.array(z.string()).default([]),
  leaves: Leaving.default({ kind: 'now' }),
  /** Why it may leave in quiet hours; set, it is urgent. */
  because: z.string().optional(),
  /** A donation drive, so that whoever refused it alone gets no letter of it. */
  drive: z.number().int().optional(),
  /** Groups as they were previewed: one that came to the roster since is left out. */
  onlyGroups: z.array(z.string()).optional(),
  /** Keys of chats that are not to be written to now; whoever sits there alone is not written to in private instead. */
  exceptChats: z.array(z.string()).optional(),
})
export type MailingOrder = z.input<typeof MailingOrder>
