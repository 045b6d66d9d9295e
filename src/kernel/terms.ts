/** 时限: the settings file. What it does not name is as the product has it (settings/terms.json). Pure. */
import { z } from 'zod'
import defaults from '../../settings/terms.json' with { type: 'json' }
import { type Category, categories, type Urgency } from './appeal-terms.ts'
import type { OfficeHours } from './working-days.ts'

/** 8:30 as minutes since midnight; 24:00 ends a day. */
const TimeOfDay = z
  .string()
  .regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$|^24:00$/u, 'a time of day, for instance "8:30"')
  .transform((text) => {
    const [hour = 0, minute = 0] = text.split(':').map(Number)
    return hour * 60 + minute
  })

const count = z.number().min(0).max(1_000)
const days = z.int().min(1).max(365)

/** Exactly one unit. `clock…` runs day and night, the others in office hours. */
const Length = z
  .strictObject({
    workingDays: days.optional(),
    workingHours: count.optional(),
    clockHours: count.optional(),
    clockMinutes: count.optional(),
  })
  .refine(
    (length) => Object.values(length).filter((value) => value !== undefined).length === 1,
    'name one of workingDays, workingHours, clockHours, clockMinutes',
  )
export type Length = z.infer<typeof Length>

const Limit = z.strictObject({ contact: Length, resolve: Length })
export type Limit = z.infer<typeof Limit>

export const rungs = ['handlers', 'head', 'staff', 'leader'] as const
export type Rung = (typeof rungs)[number]

const Step = z
  .strictObject({
    to: z.enum(rungs),
    before: Length.optional(),
    after: Length.optional(),
    /** Left out once somebody whom an earlier step told that it is late has read it. */
    unlessRead: z.boolean().default(false),
  })
  .refine(({ before, after }) => (before === undefined) !== (after === undefined), 'name before or after')
export type LadderStep = z.infer<typeof Step>

const Ladder = z
  .array(Step)
  .max(10)
  .refine((steps) => {
    const names = steps.map(({ to, before }) => `${to} ${before === undefined}`)
    return new Set(names).size === names.length
  }, 'each of handlers, head, staff and leader once before and once after')

const Office = z
  .array(z.strictObject({ from: TimeOfDay, to: TimeOfDay }))
  .min(1)
  .refine(
    (hours) => hours.every(({ from, to }, n) => from < to && (hours[n - 1]?.to ?? 0) <= from),
    'periods of the day in order, each ending after it begins',
  )

const byUrgency = <T extends z.ZodType>(of: T) => z.strictObject({ critical: of, urgent: of, normal: of })

const File = z.strictObject({
  officeHours: Office,
  quietHours: z.strictObject({ from: TimeOfDay, to: TimeOfDay, freeDays: z.boolean() }),
  limits: byUrgency(Limit),
  /** What a category has of its own: {"utilities": {"urgent": {"resolve": {"workingDays": 2}}}}. */
  byCategory: z.partialRecord(
    z.enum(categories),
    z.partialRecord(z.enum(['critical', 'urgent', 'normal']), Limit.partial()),
  ),
  longestWorkingDays: days,
  ladder: byUrgency(Ladder),
})
const Own = z.strictObject({
  ...File.partial().shape,
  limits: byUrgency(Limit.partial()).partial().optional(),
  ladder: File.shape.ladder.partial().optional(),
})

export type Terms = Omit<z.infer<typeof File>, 'officeHours'> & { readonly officeHours: OfficeHours }

export const DEFAULT_TERMS: Terms = File.parse(defaults)

/** The operator's own file over the product's, or a sentence for each mistake in it. */
export function readTerms(own: unknown): Terms | { readonly mistakes: readonly string[] } {
  const parsed = Own.safeParse(own)
  if (!parsed.success)
    return {
      mistakes: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
    }
  const { limits = {}, ladder = {}, ...rest } = withoutGaps(parsed.data)
  const merged = (urgency: Urgency): Limit => ({
    ...DEFAULT_TERMS.limits[urgency],
    ...withoutGaps(limits[urgency] ?? {}),
  })
  return {
    ...DEFAULT_TERMS,
    ...rest,
    limits: { critical: merged('critical'), urgent: merged('urgent'), normal: merged('normal') },
    ladder: { ...DEFAULT_TERMS.ladder, ...withoutGaps(ladder) },
  }
}

/** Zod writes `undefined` for what was left out; spread over a default it would erase it. */
function withoutGaps<T extends object>(of: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as never
}

/** What holds for a matter of this kind: the category's own where it has one. */
export function limitOf(terms: Terms, category: Category, urgency: Urgency): Limit {
  return { ...terms.limits[urgency], ...withoutGaps(terms.byCategory[category]?.[urgency] ?? {}) }
}

/** Working days a unit gets when staff do not say. */
export function usualDays(terms: Terms, category: Category, urgency: Urgency): number {
  return limitOf(terms, category, urgency).resolve.workingDays ?? 1
}
