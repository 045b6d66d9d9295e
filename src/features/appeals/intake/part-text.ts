/** The words of a part of the draft, as they stand in the appeal. Pure. */
import { isBareCall } from '../reading/calls.ts'
import { isAnnouncement, withoutOpener } from '../reading/split-matters.ts'
import type { DraftPart, DraftPiece } from './intake-state.ts'
import { quotedText } from './quoted.texts.ts'

/** An @ in front is how we are called, not what is told. */
const call = /^\s*[@＠][^\s@＠]{1,24}\s*/

/** `isOneOfSeveral`: 我们有两个事 was said before, so that 一个是 in front of it numbers nothing any more. */
export function textOf(part: DraftPart, isOneOfSeveral = false): string {
  return part.pieces
    .map((piece) => lineOf(piece, isOneOfSeveral))
    .filter((line) => line !== '')
    .join('\n')
}

function lineOf({ text, quoted }: DraftPiece, isOneOfSeveral: boolean): string {
  if (quoted !== undefined) return text.trim() === '' ? '' : quotedText(text.replace(call, '').trim(), quoted)
  const line = text.replace(call, '')
  if (isBareCall(line)) return ''
  if (!isOneOfSeveral) return line
  return isAnnouncement(line) ? '' : withoutOpener(line)
}
