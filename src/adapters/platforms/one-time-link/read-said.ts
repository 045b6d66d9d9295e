import { z } from 'zod'
import type { ArrivalContent } from '../../../inbox/arrival.ts'

const Body = z.object({
  /** Chosen by the page: the same thing posted twice is the same message. */
  id: z.string().regex(/^[\w-]{8,64}$/u),
  text: z.string().max(4_000).optional(),
  choice: z.string().min(1).max(100).optional(),
  prompt: z.string().min(1).max(100).optional(),
})

export interface SaidAtPage {
  readonly id: string
  readonly content: ArrivalContent
}

/** What was typed or chosen at the page; undefined when it is neither. */
export async function readSaid(request: Request): Promise<SaidAtPage | undefined> {
  const json: unknown = await request.json().catch(() => undefined)
  const body = Body.safeParse(json)
  if (!body.success) return undefined
  const { id, text = '', choice, prompt } = body.data
  if (choice !== undefined)
    return { id, content: { kind: 'choice', choice, ...(prompt === undefined ? {} : { prompt }) } }
  if (text.trim() === '') return undefined
  return { id, content: { kind: 'message', text, addressed: 'private' } }
}
