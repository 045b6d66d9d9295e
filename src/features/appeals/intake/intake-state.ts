import { z } from 'zod'
import { categories, urgencies } from '../../../kernel/appeal-terms.ts'

const File = z.object({
  sha256: z.string(),
  name: z.string(),
  kind: z.enum(['image', 'file', 'voice', 'video']),
})

/** One message, so that its author's edit or withdrawal changes the draft. */
export const Piece = z.object({
  message: z.string(),
  /** The chat it was said in: platforms number messages chat by chat. */
  place: z.string(),
  text: z.string(),
  files: z.array(File).optional(),
  /** Whose words they answered with it, by role; such a piece is not the speaker's own line. */
  quoted: z.enum(['self', 'member', 'staff', 'other', 'unknown']).exactOptional(),
  /** The roster's code of the company of whoever is quoted. */
  company: z.string().exactOptional(),
})

/** What was said in one go; `later` once the draft was read back, when words may correct as well as add. */
const Part = z.object({ pieces: z.array(Piece), later: z.boolean() })

const Named = z.object({ code: z.string().nullable(), name: z.string() })

const Place = z.object({
  platform: z.string(),
  account: z.string(),
  kind: z.enum(['private', 'group']),
  chatId: z.string(),
  threadId: z.string().exactOptional(),
  title: z.string().exactOptional(),
})

/** The words and nothing but the words: what the appeal will say is read off them anew each time. */
export const Draft = z.object({
  parts: z.array(Part),
  company: Named.nullable(),
  /** As the platform shows them: a pressed button often comes without a name. */
  askerName: z.string(),
  /** Questions that were put, three at most in all. */
  asked: z.array(z.string()),
  /** They said that they do not know more: what was asked is not said again. */
  letGo: z.boolean(),
  /** It was read back once; from then on words may correct it. */
  wasRead: z.boolean(),
  /** Somebody said that this is to be filed, so that it needs no recognising. */
  wanted: z.boolean(),
  /** What a model proposed where the rules found nothing, in the person's own words. */
  proposed: z.object({
    category: z.enum(categories).exactOptional(),
    urgency: z.enum(urgencies).exactOptional(),
    summary: z.string().exactOptional(),
    place: z.string().exactOptional(),
    wish: z.string().exactOptional(),
    company: z.string().exactOptional(),
  }),
  /** How unknown they chose to stay, by a choice; otherwise their words say. */
  secrecy: z.enum(['sealed', 'anonymous']).nullable(),
  /** Where the receipt goes when the frame did not begin there. */
  group: Place.nullable(),
})
export type Draft = z.infer<typeof Draft>
export type DraftPart = z.infer<typeof Part>
export type DraftPiece = z.infer<typeof Piece>

export const IntakeState = z.discriminatedUnion('step', [
  z.object({ step: z.literal('collecting'), draft: Draft, asks: z.number() }),
  /** `referred`: the law has given it to somebody else, and only a record is offered. */
  z.object({ step: z.literal('confirming'), draft: Draft, referred: z.boolean() }),
  /** A critical matter is filed already; what is said until then is added to it. */
  z.object({ step: z.literal('supplementing'), draft: Draft, number: z.string(), until: z.iso.datetime() }),
  z.object({ step: z.literal('filed') }),
  z.object({ step: z.literal('turnedAway') }),
  z.object({ step: z.literal('abandoned') }),
])
export type IntakeState = z.infer<typeof IntakeState>
