import { z } from 'zod'

/** The line protocol: one JSON object a line, documented in docs/stdio.md. */

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
/** PostgreSQL takes neither NUL nor half a character, and an id must come back as it was. */
const isPlain = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text)
const id = z.string().min(1).max(200).refine(isPlain, 'no control characters and no half characters, please')
const Chat = z.object({ kind: z.enum(['private', 'group']), id, title: z.string().optional() })
const From = z.object({ id, name: z.string().optional() })
const People = z.array(From).min(1)

const base = { id, at: time.optional(), chat: Chat }

export const Line = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    ...base,
    from: From,
    text: z.string(),
    replyTo: id.optional(),
    attachments: z
      .array(
        z.object({
          kind: z.enum(['image', 'file', 'voice', 'video']),
          name: z.string().min(1),
          path: z.string().min(1),
        }),
      )
      .optional(),
  }),
  z.object({
    kind: z.literal('choice'),
    ...base,
    from: From,
    choice: z.string().min(1),
    prompt: id.optional(),
  }),
  z.object({ kind: z.literal('withdrawn'), ...base, from: From, message: id }),
  z.object({ kind: z.literal('edited'), ...base, from: From, message: id, text: z.string() }),
  z.object({ kind: z.literal('joined'), ...base, people: People }),
  z.object({ kind: z.literal('left'), ...base, people: People }),
  z.object({ kind: z.literal('clock'), id, to: time }),
  z.object({ kind: z.literal('sync'), id }),
])
export type Line = z.infer<typeof Line>
export type ArrivalLine = Exclude<Line, { kind: 'clock' | 'sync' }>

export type Parsed = { readonly line: Line } | { readonly error: string; readonly of: string | undefined }

/** One line of input; what is wrong with it is said in words that name the field. */
export function parseLine(text: string): Parsed {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { error: 'this is not JSON; write one JSON object a line.', of: undefined }
  }
  const parsed = Line.safeParse(json)
  if (parsed.success) return { line: parsed.data }
  const of = typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : undefined
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`)
  return { error: issues.join('; '), of }
}
