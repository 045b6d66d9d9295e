import { z } from 'zod'
import { isLike, likenessOf } from './nearly-same.ts'

/** What one person's talk in one chat was like lately: as much as it takes to notice floods and loops. In milliseconds. */
const Manners = z.object({
  /** When their latest messages to us came. */
  said: z.array(z.number()).optional(),
  askedToWaitAt: z.number().optional(),
  answeredAt: z.number().optional(),
  /** What they said each time soon after our answer; the first stands for what the chain began with. */
  chain: z.array(z.object({ after: z.number(), words: z.string() })).optional(),
  /** A loop was broken: until then what goes on like it is not answered. */
  quietUntil: z.number().optional(),
  loop: z.array(z.string()).optional(),
})
export type Manners = z.infer<typeof Manners>

/** What is stored may be from another version of the house; then it begins anew. */
export const readManners = (stored: unknown): Manners | undefined => Manners.safeParse(stored).data

/** One thing somebody said to us. */
export interface Heard {
  /** When each of its messages came. */
  readonly lines: readonly Date[]
  readonly text: string
  /** The platform says that a program speaks. */
  readonly isByProgram: boolean
  /** A number, a button, a yes to what we asked: a dialogue goes on by it. */
  readonly isPlainAnswer: boolean
}

export interface Judged {
  readonly manners: Manners
  /** False: it goes round in a circle and stays without an answer. */
  readonly isAnswered: boolean
  /** They have to be asked to wait, and staff to be told. */
  readonly floods: boolean
  /** The circle is broken with this one; staff have to be told. */
  readonly breaksLoop: boolean
}

const MINUTE = 60_000
export const MOST_A_MINUTE = 20
const ASKED_AGAIN_AFTER = 10 * MINUTE
export const QUIET = 10 * MINUTE
/** Rounds of answer and answer to it. */
export const MOST_ROUNDS = 3
/** Where only the words speak for a program, and not its haste. */
const MOST_ROUNDS_IN_DOUBT = 6
const SOON = { person: 20_000, program: 2 * MINUTE }
/** Nobody reads our answer and writes in so short a time, three times in a row. */
const HASTE = 3_000
/** Programs take their time too, and always the same. */
const EVEN = 700

/** Pure: what is to be done about it, if anything, when it is answered at `now`. */
export function judge(before: Manners = {}, heard: Heard, now: Date): Judged {
  const at = now.getTime()
  const all = [...(before.said ?? []), ...heard.lines.map((line) => line.getTime())]
  const last = all.at(-1) ?? at
  const said = all.filter((one) => last - one < MINUTE).slice(-MOST_A_MINUTE)
  const { manners, isAnswered, breaksLoop } = circle({ ...before, said }, heard, at)
  const wasAsked = at - (before.askedToWaitAt ?? Number.NEGATIVE_INFINITY) < ASKED_AGAIN_AFTER
  const floods = isAnswered && !wasAsked && isFlood(all)
  return { manners: floods ? { ...manners, askedToWaitAt: at } : manners, isAnswered, floods, breaksLoop }
}

const isFlood = (all: readonly number[]) =>
  all.some((one, n) => one - (all[n - MOST_A_MINUTE] ?? Number.NEGATIVE_INFINITY) < MINUTE)

function circle(before: Manners, heard: Heard, at: number): Omit<Judged, 'floods'> {
  const { quietUntil, loop, chain: _, ...rest } = before
  const words = likenessOf(heard.text)
  const isQuiet = quietUntil !== undefined && at < quietUntil
  if (isQuiet && isMoreOfTheSame(before, heard, words))
    return { manners: before, isAnswered: false, breaksLoop: false }
  const chain = isQuiet ? [{ after: 0, words }] : chainWith(before, heard, words)
  if (!isLoop(chain, heard.isByProgram))
    return { manners: { ...rest, answeredAt: at, chain }, isAnswered: true, breaksLoop: false }
  const known = [...new Set(chain.map((one) => one.words))]
  return { manners: { ...rest, quietUntil: at + QUIET, loop: known }, isAnswered: false, breaksLoop: true }
}

/** While it is quiet, a person who says something else is no part of the circle any more. */
function isMoreOfTheSame({ loop = [] }: Manners, heard: Heard, words: string): boolean {
  if (heard.isByProgram) return true
  if (heard.isPlainAnswer) return false
  return loop.some((one) => isLike(one, words))
}

type Link = NonNullable<Manners['chain']>[number]

function chainWith({ answeredAt, chain = [] }: Manners, heard: Heard, words: string): Link[] {
  const first = heard.lines[0]?.getTime() ?? 0
  const after = answeredAt === undefined ? Number.NEGATIVE_INFINITY : first - answeredAt
  const isReaction = after >= 0 && after <= (heard.isByProgram ? SOON.program : SOON.person)
  // What was on its way before our answer came is no answer to it.
  if (!isReaction || chain.length === 0) return [{ after: 0, words }]
  if (heard.isPlainAnswer && !heard.isByProgram) return [{ after: 0, words: '' }]
  return [...chain, { after, words }].slice(-(MOST_ROUNDS_IN_DOUBT + 1))
}

function isLoop(chain: readonly Link[], isByProgram: boolean): boolean {
  const rounds = chain.length - 1
  if (isByProgram) return rounds >= MOST_ROUNDS
  if (rounds < MOST_ROUNDS) return false
  const lately = chain.slice(-MOST_ROUNDS).map(({ after }) => after)
  const isHasty = lately.every((after) => after > 0 && after <= HASTE)
  const isEven = lately.every((after) => after > 0) && Math.max(...lately) - Math.min(...lately) <= EVEN
  if ((isHasty || isEven) && repeats(chain, MOST_ROUNDS) >= MOST_ROUNDS - 1) return true
  return rounds >= MOST_ROUNDS_IN_DOUBT && repeats(chain, MOST_ROUNDS_IN_DOUBT) >= MOST_ROUNDS_IN_DOUBT - 1
}

/** Of the last so many, how many were said before in this chain; none unless the last one was. */
function repeats(chain: readonly Link[], last: number): number {
  const isRepeat = (n: number) => chain.slice(0, n).some(({ words }) => isLike(words, chain[n]?.words ?? ''))
  if (!isRepeat(chain.length - 1)) return 0
  return chain.filter((_, n) => n >= chain.length - last && isRepeat(n)).length
}
