import { z } from 'zod'
import type { Posted } from './decode.ts'
import { webChatTexts } from './web-chat.texts.ts'

export const MOST_FILES = 9

const ID = z.string().regex(/^[A-Za-z0-9-]{8,64}$/)
const Body = z.object({
  as: z.string().min(1).max(200),
  chat: z.string().min(1).max(200),
  id: ID,
  /** How long a message may be is the house's decision; this is only what we are willing to carry. */
  text: z.string().max(200_000).optional(),
  replyTo: z.string().max(300).optional(),
  choice: z.string().min(1).max(300).optional(),
  prompt: z.string().max(300).optional(),
})

export type ReadPost =
  | { readonly posted: Posted; readonly files: readonly File[] }
  | { readonly refused: string }

/** JSON, or a form with the same JSON in `message` and up to nine `file` parts. */
export async function readPost(request: Request): Promise<ReadPost> {
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') === true
  const form = isForm ? await request.formData().catch(() => undefined) : undefined
  if (isForm && form === undefined) return { refused: webChatTexts.malformed }
  const body = Body.safeParse(parseJson(form === undefined ? await request.text() : form.get('message')))
  if (!body.success) return { refused: webChatTexts.malformed }
  const files = (form?.getAll('file') ?? []).filter((part) => part instanceof File)
  if (files.length > MOST_FILES) return { refused: webChatTexts.tooManyFiles(MOST_FILES) }
  const posted = body.data
  if (posted.choice === undefined && (posted.text ?? '').trim() === '' && files.length === 0) {
    return { refused: webChatTexts.nothingSaid }
  }
  return { posted, files }
}

function parseJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
