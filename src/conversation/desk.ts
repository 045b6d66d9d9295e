import type { Fact, Request } from '../kernel/requests.ts'
import type { Work } from '../kernel/work.ts'
import type { Dialogue, Effect, Query } from './dialogue.ts'
import type { ErrandRun } from './errand.ts'
import { BANDS, type Doing, type Feature, type Listening, type Overheard, type Reading } from './feature.ts'
import type { Intent } from './reading.ts'
import type { Said } from './said.ts'

/**
 * 科室的一张桌子: one part of a feature that grew too large for one file, with its own dialogues, words and rules.
 * A feature of several desks is put together by `openDesks`; the corridor sees one feature as before.
 */
export interface Desk {
  readonly dialogues?: readonly Dialogue[]
  recognise?(said: Said, listening: Listening): readonly Reading[]
  pressed?(choice: string, mailing: string, listening: Listening): Reading | undefined
  isChatter?(line: string): boolean
  overhear?(line: Overheard, doing: Doing): Promise<boolean>
  opens?(intent: Intent, said: Said, listening: Listening): Reading | undefined
  /** By effect, `feature.verb`. */
  readonly performs?: Readonly<Record<string, (effect: never, doing: Doing) => Promise<void>>>
  /** By query, `feature.what`. */
  readonly answers?: Readonly<Record<string, (query: never, doing: Doing) => Promise<unknown>>>
  /** By request; each is carried out by one desk of one feature. */
  readonly carriesOut?: Readonly<Record<string, (request: never, doing: Doing) => Promise<void>>>
  readonly runs?: Readonly<Record<string, ErrandRun>>
  hear?(fact: Fact, doing: Doing): Promise<void>
  due?(doing: Doing): Promise<void>
  nextDueAt?(work: Work): Promise<Date | undefined>
}

/** What performs each effect of a closed list: a missing or misspelt verb does not compile. */
export type Performs<E extends Effect> = {
  readonly [K in E['kind']]: (effect: Extract<E, { kind: K }>, doing: Doing) => Promise<void>
}

/** The same for queries. */
export type Answers<Q extends Query> = {
  readonly [K in Q['ask']]: (query: Extract<Q, { ask: K }>, doing: Doing) => Promise<unknown>
}

/** The same for requests of other features. */
export type CarriesOut<K extends Request['kind']> = {
  readonly [Kind in K]: (request: Extract<Request, { kind: Kind }>, doing: Doing) => Promise<void>
}

/**
 * One feature of several desks. Within it the best reading of each band stands (the earlier desk's where two are
 * as good): whether somebody means one feature or another may be asked back, which of our desks never.
 * @throws Error where two desks claim the same verb, query or request: a mistake of the programmer.
 */
export function openDesks(name: string, desks: readonly Desk[]): Feature {
  const performs = gather(desks.map((desk) => desk.performs))
  const answers = gather(desks.map((desk) => desk.answers))
  const carriesOut = gather(desks.map((desk) => desk.carriesOut))
  const runs = gather(desks.map((desk) => desk.runs))
  return {
    name,
    dialogues: desks.flatMap(({ dialogues = [] }) => dialogues),
    runs: Object.fromEntries(runs),
    recognise: (said, listening) =>
      bestOfEachBand(desks.flatMap((desk) => desk.recognise?.(said, listening) ?? [])),
    opens(intent, said, listening) {
      for (const desk of desks) {
        const opened = desk.opens?.(intent, said, listening)
        if (opened !== undefined) return opened
      }
      return undefined
    },
    pressed(choice, mailing, listening) {
      for (const desk of desks) {
        const pressed = desk.pressed?.(choice, mailing, listening)
        if (pressed !== undefined) return pressed
      }
      return undefined
    },
    // Every desk hears it: a line of a sign-up is a receipt as well.
    async overhear(line, doing) {
      let taken = false
      for (const desk of desks) if (await desk.overhear?.(line, doing)) taken = true
      return taken
    },
    isChatter: (line) => desks.some((desk) => desk.isChatter?.(line) === true),
    answer: async (query, doing) => answers.get(query.ask)?.(query as never, doing),
    async perform(effect, doing) {
      await performs.get(effect.kind)?.(effect as never, doing)
    },
    async carryOut(request, doing) {
      const carry = carriesOut.get(request.kind)
      await carry?.(request as never, doing)
      return carry !== undefined
    },
    async hear(fact, doing) {
      for (const desk of desks) await desk.hear?.(fact, doing)
    },
    async due(doing) {
      for (const desk of desks) await desk.due?.(doing)
    },
    async nextDueAt(work) {
      const times = await Promise.all(desks.map((desk) => desk.nextDueAt?.(work)))
      return times.reduce(
        (first, at) => (at !== undefined && (first === undefined || at < first) ? at : first),
        undefined,
      )
    },
  }
}

function gather<Act>(
  tables: readonly (Readonly<Record<string, Act>> | undefined)[],
): ReadonlyMap<string, Act> {
  const all = new Map<string, Act>()
  for (const [verb, act] of tables.flatMap((table) => Object.entries(table ?? {}))) {
    if (all.has(verb)) throw new Error(`Two desks claim ${verb}.`)
    all.set(verb, act)
  }
  return all
}

function bestOfEachBand(readings: readonly Reading[]): readonly Reading[] {
  return BANDS.flatMap((band) => {
    let best: Reading | undefined
    for (const reading of readings) {
      if (reading.band === band && (best === undefined || reading.score > best.score)) best = reading
    }
    return best === undefined ? [] : [best]
  })
}
