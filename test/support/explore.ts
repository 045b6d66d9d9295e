import { expect } from 'vitest'
import type { Dialogue, Facts, Say, Step } from '../../src/conversation/dialogue.ts'
import type { Speaker } from '../../src/conversation/said.ts'
import type { Turn, TurnContent } from '../../src/conversation/turn.ts'

/** What a person might do at any moment, by the name it has in the diagram. */
export type Moves = Readonly<Record<string, TurnContent>>

export interface Journey {
  /** How the dialogue can begin. */
  readonly starts: Readonly<Record<string, { readonly turn: TurnContent; readonly data?: unknown }>>
  /** What is tried in every state besides yes, no, skip, cancel, silence and every choice on offer. */
  readonly moves: Moves
  /** Facts for each step; the same whatever the state unless a function. */
  facts(state: { step: string } | undefined, turn: Turn): Facts
  readonly by: Speaker
  /**
   * Effects that need a person's yes first. `undefined` as a reason: it does. A string: why not
   * (a critical matter is filed at once).
   */
  readonly confirmed: (effect: { kind: string }, before: { step: string } | undefined) => 'needs-yes' | 'free'
  /** Open steps whose letter stands by itself: on coming back there is nothing to say again. */
  readonly asksNothing?: readonly string[]
  /** States explored at most; a dialogue that grows without end is a mistake. */
  readonly most?: number
}

export interface Edge {
  readonly from: string
  readonly to: string
  readonly by: string
  readonly effects: readonly string[]
}

const ALWAYS: Moves = {
  yes: { kind: 'yes' },
  no: { kind: 'no' },
  skip: { kind: 'skip' },
  cancel: { kind: 'cancel' },
  silence: { kind: 'silence' },
}

type AnyState = { readonly step: string }

/**
 * Walks every state that can be reached, whatever people do, and asks of each: does it parse, can it be left,
 * is there something to say on coming back, is nothing done without a yes. Gives the edges for a diagram.
 */
export function explore(dialogue: Dialogue, journey: Journey): readonly Edge[] {
  const edges = new Map<string, Edge>()
  const seen = new Map<string, AnyState>()
  const leaves = new Map<string, Set<string>>()
  const queue: AnyState[] = []
  const most = journey.most ?? 3_000

  function arrive(from: AnyState | undefined, by: string, turn: TurnContent, taken: Step<AnyState>): void {
    const { state } = taken
    const parsed = dialogue.schema.safeParse(JSON.parse(JSON.stringify(state)))
    expect(
      parsed.success,
      `${dialogue.name}: the state after "${by}" does not parse: ${JSON.stringify(state)}`,
    ).toBe(true)
    for (const effect of taken.effects) {
      if (journey.confirmed(effect, from) === 'needs-yes') {
        expect(turn.kind, `${dialogue.name}: ${effect.kind} was done by "${by}", not by a yes`).toBe('yes')
      }
    }
    for (const say of taken.says) checkSay(say)
    const to = state.step
    const edge: Edge = {
      from: from?.step ?? '[*]',
      to,
      by,
      effects: taken.effects.map(({ kind }: { kind: string }) => kind),
    }
    edges.set(`${edge.from}|${edge.to}|${edge.by}|${edge.effects.join()}`, edge)
    if (from !== undefined && from.step !== to)
      leaves.set(JSON.stringify(from), (leaves.get(JSON.stringify(from)) ?? new Set()).add(to))
    const key = JSON.stringify(state)
    if (seen.has(key)) return
    seen.set(key, state)
    expect(
      seen.size,
      `${dialogue.name}: more than ${most} states; is the state growing without end?`,
    ).toBeLessThan(most)
    queue.push(parsed.data as AnyState)
  }

  function checkSay(say: Say): void {
    expect(say.text.trim(), `${dialogue.name}: says nothing`).not.toBe('')
    expect(say.text, `${dialogue.name}: 感叹号或“亲”`).not.toMatch(/[！!]|亲[，,~]/u)
  }

  for (const [name, { turn, data }] of Object.entries(journey.starts)) {
    const first: Turn = { by: journey.by, ...turn }
    const beginning = { data, onTop: false, frame: 'fr-test' }
    arrive(undefined, name, turn, dialogue.start(first, journey.facts(undefined, first), beginning))
  }
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    if (dialogue.finalSteps.includes(state.step)) {
      expect(dialogue.resume(state), `${dialogue.name}: ${state.step} is over and still speaks`).toEqual([])
      continue
    }
    const back = dialogue.resume(state)
    if (journey.asksNothing?.includes(state.step))
      expect(back, `${dialogue.name}: ${state.step} asks after all`).toEqual([])
    else
      expect(back.length, `${dialogue.name}: nothing to say on coming back to ${state.step}`).toBeGreaterThan(
        0,
      )
    for (const say of back) checkSay(say)
    const offered = dialogue.choices?.(state) ?? []
    for (const [name, turn] of Object.entries({
      ...ALWAYS,
      ...journey.moves,
      ...Object.fromEntries(offered.map(asMove)),
    })) {
      const whole: Turn = { by: journey.by, ...turn }
      arrive(state, name, turn, dialogue.next(state, whole, journey.facts(state, whole)))
    }
    for (const way of ['cancel', 'silence'] as const) {
      const whole: Turn = { by: journey.by, kind: way }
      const after = dialogue.next(state, whole, journey.facts(state, whole)).state
      expect(
        dialogue.finalSteps,
        `${dialogue.name}: "${way}" in ${state.step} leads to ${after.step}, which goes on`,
      ).toContain(after.step)
    }
    expect(
      leaves.get(JSON.stringify(state))?.size ?? 0,
      `${dialogue.name}: ${state.step} cannot be left`,
    ).toBeGreaterThan(0)
  }
  return [...edges.values()]
}

function asMove(choice: { readonly id: string }): [string, TurnContent] {
  if (choice.id === 'yes' || choice.id === 'no') return [choice.id, { kind: choice.id }]
  return [`chooses ${choice.id.replace(/\d+$/u, 'one')}`, { kind: 'choose', choice: choice.id }]
}

/** The diagram of what was really reached, for the documentation; a test compares the two. */
export function diagramOf(edges: readonly Edge[]): string {
  const byPair = new Map<string, Set<string>>()
  for (const { from, to, by } of edges) {
    const pair = `${from} --> ${to}`
    byPair.set(pair, (byPair.get(pair) ?? new Set()).add(by))
  }
  const lines = [...byPair]
    .filter(([pair]) => !isLoop(pair))
    .map(([pair, by]) => `  ${pair}: ${[...by].sort().join(' / ')}`)
  return ['stateDiagram-v2', ...lines.sort()].join('\n')
}

const isLoop = (pair: string) => pair.split(' --> ')[0] === pair.split(' --> ')[1]
