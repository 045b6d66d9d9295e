import { TELEGRAM } from '../../src/adapters/platforms/telegram/telegram.capabilities.ts'
import type { Arrived, EmulatorReport } from './post-emulator.ts'
import type { PostScenario } from './post-scenario.ts'

export interface LetterEnd {
  readonly text: string
  readonly state: string
  readonly failure: string | null
  readonly mailing: string | null
  readonly writtenAt: Date
}

/** A time in which nothing could leave: from its beginning to its end. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface AnswerWait {
  readonly text: string
  readonly at: number
  /** From being written to being accepted, without the time in which nothing could leave. */
  readonly ms: number
  /** How many letters came before it meanwhile. */
  readonly others: number
}

export interface PostVerdict {
  /** How often the platform did what, over all tries. */
  readonly fates: Readonly<Record<string, number>>
  readonly states: Readonly<Record<string, number>>
  /** Letters that ended in no way that is allowed, or failed without a reason. */
  readonly unfinished: readonly string[]
  readonly acceptedTwice: readonly string[]
  /** Written down as sent and never accepted, or as failed and accepted. */
  readonly untrue: readonly string[]
  readonly mostASecond: number
  readonly mostAChatSecond: number
  readonly mostAGroupMinute: number
  readonly ratePerSecond: number
  /** Of the time from the first letter to the last. */
  readonly stoppedSeconds: number
  readonly lastedSeconds: number
  readonly allowedPerSecond: number
  readonly answerWaits: readonly AnswerWait[]
  readonly unanswered: readonly string[]
}

const { perSecond = 0 } = TELEGRAM.pace

export interface Observed {
  readonly scenario: PostScenario
  readonly report: EmulatorReport
  readonly ends: readonly LetterEnd[]
  /** From the kill until the next process spoke for the account. */
  readonly dead: readonly Span[]
}

/** Holds what the platform saw against what the house wrote down. */
export function judgePost({ scenario, report, ends, dead }: Observed): PostVerdict {
  const arrived = [...report.arrived].sort((a, b) => a.at - b.at)
  const accepted = new Map<string, number>()
  for (const { text, fate } of arrived)
    if (fate === 'accepted' || fate === 'hang-up') accepted.set(text, (accepted.get(text) ?? 0) + 1)
  const states: Record<string, number> = {}
  for (const { state } of ends) states[state] = (states[state] ?? 0) + 1
  const held = arrived.flatMap(({ at, seconds }) =>
    seconds === undefined ? [] : [{ from: at, to: at + seconds * 1_000 }],
  )
  const stopped = together([...held, ...dead])
  const whole = { from: arrived[0]?.at ?? 0, to: arrived.at(-1)?.at ?? 0 }
  const answers = ends.filter(({ mailing }) => mailing === null)
  const asked = Object.keys(report.asked)
  const answered = new Set(
    answers.flatMap(({ text }) => text.split('\n').map((line) => line.replace('答：', ''))),
  )
  return {
    fates: Object.fromEntries(
      [...Map.groupBy(arrived, ({ fate }) => fate)].map(([fate, its]) => [fate, its.length]),
    ),
    states,
    unfinished: ends
      .filter(({ state, failure }) =>
        state === 'failed' ? failure === null : state !== 'sent' && state !== 'uncertain',
      )
      .map(({ text, state }) => `${text}:${state}`),
    acceptedTwice: [...accepted].filter(([, n]) => n > 1).map(([text]) => text),
    untrue: ends
      .filter(({ state, text }) =>
        state === 'sent' ? !accepted.has(text) : state === 'failed' && accepted.has(text),
      )
      .map(({ text, state }) => `${text}:${state}`),
    mostASecond: densest(arrived, 1_000),
    mostAChatSecond: Math.max(0, ...byChat(arrived).map((its) => densest(its, 1_000))),
    mostAGroupMinute: Math.max(
      0,
      ...byChat(arrived.filter(({ chat }) => chat.startsWith('-'))).map((its) => densest(its, 60_000)),
    ),
    stoppedSeconds: within(stopped, whole) / 1_000,
    lastedSeconds: (whole.to - whole.from) / 1_000,
    ratePerSecond: rate(arrived, stopped, scenario.letters.length),
    allowedPerSecond: perSecond,
    answerWaits: answers.flatMap(({ text, writtenAt }) => {
      const there = arrived.find((one) => one.text === text && one.fate === 'accepted')
      if (there === undefined) return []
      const from = writtenAt.getTime()
      const others = arrived.filter(({ at }) => at > from && at < there.at).length
      return [{ text, at: from, ms: there.at - from - within(stopped, { from, to: there.at }), others }]
    }),
    unanswered: asked.filter((question) => !answered.has(question)),
  }
}

/**
 * In the whole seconds of the stretches in which something could leave, without the first of each: what could not be
 * used while the account was stopped may be made up there, and would flatter the rate. Until only the last hundredth
 * is left, for the end of a broadcast is a handful of letters that were told to wait.
 */
function rate(arrived: readonly Arrived[], stopped: readonly Span[], letters: number): number {
  const seen = new Set<string>()
  const most = arrived.findIndex(({ text }) => seen.add(text).size >= letters * 0.99)
  const last = arrived[most]?.at ?? 0
  let from = arrived[0]?.at ?? 0
  let count = 0
  let seconds = 0
  for (const stop of [...stopped, { from: last, to: last }]) {
    const begin = from + 1_000
    const whole = Math.floor((Math.min(stop.from, last) - begin) / 1_000)
    from = stop.to
    if (whole <= 0) continue
    seconds += whole
    count += arrived.filter(({ at }) => at >= begin && at < begin + whole * 1_000).length
  }
  return count / seconds
}

/** The most that arrived in any span of so long. */
function densest(arrived: readonly Arrived[], spanMs: number): number {
  let most = 0
  let from = 0
  for (const [n, { at }] of arrived.entries()) {
    while ((arrived[from]?.at ?? at) <= at - spanMs) from++
    most = Math.max(most, n - from + 1)
  }
  return most
}

const byChat = (arrived: readonly Arrived[]) => [...Map.groupBy(arrived, ({ chat }) => chat).values()]

function together(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last === undefined || span.from > last.to) all.push(span)
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
  }
  return all
}

const within = (spans: readonly Span[], { from, to }: Span) =>
  spans.reduce((sum, span) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)), 0)
