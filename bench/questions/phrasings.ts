/** The phrasings as they stand in the files, and which of them were held back. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { NOWHERE, Question, Where } from '../../src/features/oversight/asking/question.ts'

/** Days as `2026-11-01..2026-11-30`. */
const Days = z.string().regex(/^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/u)

export const Expected = z.strictObject({
  kind: z.string(),
  of: z.string().nullable().optional(),
  where: Where.partial().optional(),
  period: Days.optional(),
  with: Days.optional(),
  by: z.string().optional(),
  order: z.string().optional(),
  top: z.number().optional(),
  among: z.array(z.string()).optional(),
  numbers: z.array(z.string()).optional(),
  drive: z.number().nullable().optional(),
  notice: z.number().nullable().optional(),
  visit: z.string().nullable().optional(),
  act: z.string().optional(),
  line: z.number().nullable().optional(),
  figure: z.number().nullable().optional(),
  asks: z.string().optional(),
  options: z.array(z.string()).optional(),
})
export type Expected = z.infer<typeof Expected>

const Phrasing = z.strictObject({
  id: z.string(),
  said: z.string(),
  before: Expected.optional(),
  shown: z.number().optional(),
  hard: z.boolean().optional(),
  expect: Expected,
})
export type Phrasing = z.infer<typeof Phrasing>

const DRAWN = ['working', 'held'] as const
/** `field` came later and from another author: other voices, to see whether what was learnt holds. It is worked with. */
export const FILES = [...DRAWN, 'field', 'scene', 'people', 'voices'] as const
export type PhrasingsFile = (typeof FILES)[number]

const idsIn = (file: PhrasingsFile) => linesOf(file).map((line) => Phrasing.parse(JSON.parse(line)))

const linesOf = (file: PhrasingsFile) =>
  readFileSync(join(import.meta.dirname, `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

const HELD = 150
const rankOf = (id: string) => createHash('sha256').update(`questions-1:${id}`).digest('hex')

/** Fails where a line does not lie where the draw put it: then what is measured was not held back. */
export function readPhrasings(file: PhrasingsFile): readonly Phrasing[] {
  if (file !== 'working' && file !== 'held') return idsIn(file)
  const all = DRAWN.map((one) => ({ file: one, phrasings: idsIn(one) }))
  const ids = all.flatMap(({ phrasings }) => phrasings.map(({ id }) => id))
  const held = new Set(ids.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1)).slice(0, HELD))
  for (const { file: one, phrasings } of all)
    for (const { id } of phrasings)
      if (held.has(id) !== (one === 'held'))
        throw new Error(`${id} was moved: it does not belong in ${one}.jsonl`)
  return all.find((one) => one.file === file)?.phrasings ?? []
}

const periodOf = (days: string) => {
  const [from = '', to = ''] = days.split('..')
  return { from, to, label: days }
}

/** What was asked before, whole: what the file leaves out is null. */
export function previousOf(before: Expected | undefined): Question | null {
  if (before === undefined) return null
  const { where, period, with: other, ...rest } = before
  return Question.parse({
    order: before.kind === 'count' ? 'usual' : 'most',
    top: null,
    among: [],
    unread: null,
    ...rest,
    where: { ...NOWHERE, ...where },
    period: period === undefined ? null : periodOf(period),
    ...(other === undefined ? {} : { with: periodOf(other) }),
  })
}
