import { chatKey } from '../kernel/chat.ts'
import { LANES, type Lane, laneOf } from './lane.ts'
import type { Letter } from './letter.ts'
import { placeOf } from './pace.ts'

/**
 * The letters of one account that are in hand and have not begun to leave: a line per lane and chat. A chat that
 * is being written to gets nothing more until that letter is over, whatever its lane.
 */
export function openLines() {
  const lines: Record<Lane, Map<string, Letter[]>> = { answers: new Map(), mailings: new Map() }
  /** Letters on their way, by the chat they go to: one for each. */
  const onTheirWay = new Map<string, Letter>()
  const waiting: Record<Lane, number> = { answers: 0, mailings: 0 }
  let leaving = 0

  /** The places that an answer waits for; a broadcast must not take their turn. */
  function awaited(): ReadonlySet<string> {
    const places = new Set<string>()
    for (const [letter] of lines.answers.values()) if (letter !== undefined) places.add(placeOf(letter.to))
    return places
  }

  function takeLine(lane: Lane, key: string): readonly Letter[] {
    const line = lines[lane].get(key) ?? []
    lines[lane].delete(key)
    waiting[lane] -= line.length
    return line
  }

  return {
    add(letter: Letter): void {
      const lane = laneOf(letter)
      const key = chatKey(letter.to)
      const line = lines[lane].get(key)
      if (line === undefined) lines[lane].set(key, [letter])
      else line.push(letter)
      waiting[lane]++
    },
    /** The first letter of each line whose chat is free. */
    *heads(lane: Lane): Generator<Letter> {
      const first = lane === 'mailings' ? awaited() : undefined
      for (const [key, [letter]] of lines[lane]) {
        if (letter === undefined || onTheirWay.has(key) || first?.has(placeOf(letter.to))) continue
        yield letter
      }
    },
    /** A head begins to leave; what stands behind it goes to the end, so that every chat has its turn. */
    leave(letter: Letter): void {
      const lane = laneOf(letter)
      const key = chatKey(letter.to)
      const rest = lines[lane].get(key)?.slice(1) ?? []
      lines[lane].delete(key)
      if (rest.length > 0) lines[lane].set(key, rest)
      waiting[lane]--
      onTheirWay.set(key, letter)
      if (lane === 'mailings') leaving++
    },
    arrived(letter: Letter): void {
      onTheirWay.delete(chatKey(letter.to))
      if (laneOf(letter) === 'mailings') leaving--
    },
    /** Everything behind this letter leaves the line. */
    takeBehind: (letter: Letter) => takeLine(laneOf(letter), chatKey(letter.to)),
    takeAll: (lanes: readonly Lane[] = LANES): readonly Letter[] =>
      lanes.flatMap((lane) => [...lines[lane].keys()].flatMap((key) => takeLine(lane, key))),
    inHand: (lane?: Lane) => (lane === undefined ? waiting.answers + waiting.mailings : waiting[lane]),
    /** An answer to this chat is in hand or on its way. */
    hasAnswerTo(key: string): boolean {
      const leaving = onTheirWay.get(key)
      return lines.answers.has(key) || (leaving !== undefined && laneOf(leaving) === 'answers')
    },
    onTheirWay: () => onTheirWay.size,
    broadcastsOnTheirWay: () => leaving,
  }
}

export type Lines = ReturnType<typeof openLines>
