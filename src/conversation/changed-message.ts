import type { Target } from './advance.ts'
import type { Dialogue } from './dialogue.ts'
import type { Doing } from './feature.ts'
import type { Talk } from './talk.ts'
import type { Turn } from './turn.ts'

/** The same turn for every dialogue that holds the message. */
export interface ChangedTurn {
  readonly kind: 'turn'
  readonly target: Target
  readonly turn: Turn
  readonly also?: readonly Target[]
}

type ChangedMessage =
  | { readonly kind: 'withdrawn'; readonly message: string }
  | { readonly kind: 'edited'; readonly message: string; readonly text: string }

/**
 * Somebody changed or took back what they said: every open dialogue that holds it hears of it, and whoever keeps what
 * became of an earlier one.
 */
export async function changed(
  talk: Talk,
  content: ChangedMessage,
  doing: Doing,
  dialogueOf: (name: string) => Dialogue | undefined,
): Promise<ChangedTurn | undefined> {
  // One message may stand in two drafts, and in an appeal that was filed of one of them already.
  await doing.tell({
    kind: 'messageChanged',
    message: content.message,
    text: content.kind === 'edited' ? content.text : null,
  })
  const [target, ...also] = talk.home.frames
    .filter((one) => dialogueOf(one.dialogue)?.holds?.(one.state, content.message))
    .map(({ id }): Target => ({ kind: 'frame', frame: id }))
    .toReversed()
  if (target === undefined) return undefined
  return { kind: 'turn', target, turn: { by: talk.by, ...content }, ...(also.length === 0 ? {} : { also }) }
}
