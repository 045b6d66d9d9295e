import { createInterface } from 'node:readline'
import type { z } from 'zod'

export type InputLine<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string; readonly line: number }

/** The lines of a stream, as they come. It is not read before the first is asked for: what came earlier would be lost. */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}

/** A JSON object a line, checked. A line that is none is told with its number (from 1) and the reason; blank ones are left out. */
export async function* readJsonLines<T>(
  lines: AsyncIterable<string> | Iterable<string>,
  schema: z.ZodType<T>,
): AsyncGenerator<InputLine<T>> {
  let line = 0
  for await (const raw of lines) {
    line += 1
    const text = raw.replace(/^\ufeff/u, '').trim()
    if (text === '') continue
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      yield { ok: false, line, error: '这一行不是 JSON。' }
      continue
    }
    const parsed = schema.safeParse(value)
    if (parsed.success) yield { ok: true, value: parsed.data }
    else yield { ok: false, line, error: reasonOf(parsed.error) }
  }
}

function reasonOf(error: z.ZodError): string {
  const wrong = error.issues.map(
    ({ path, message }) => `${path.length === 0 ? '这一行' : path.join('.')}：${message}`,
  )
  return `内容不对。${wrong.join('；')}`
}
