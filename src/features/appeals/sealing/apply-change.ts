/** What staff want in what goes out, done to the preview; or what of it cannot be done. Pure. */
import type { Directory } from '../../../kernel/directory.ts'
import type { Clue } from './clues.ts'
import { coarsenTexts as texts } from './coarsen.texts.ts'
import { findClues } from './find-clues.ts'
import type { Change } from './read-change.ts'

interface Changeable {
  readonly base: string
  readonly clues: Clue[]
  readonly files: { sha256: string; name: string; goes: boolean }[]
}

export function withChanges<State extends Changeable>(
  state: State,
  changes: readonly Change[],
  directory: Directory | undefined,
  now: Date,
): State | { readonly wrong: string } {
  let after = state
  for (const change of changes) {
    const changed = withChange(after, change, directory, now)
    if ('wrong' in changed) return changed
    after = changed
  }
  return after
}

function withChange<State extends Changeable>(
  state: State,
  change: Change,
  directory: Directory | undefined,
  now: Date,
): State | { readonly wrong: string } {
  const { clues, files } = state
  switch (change.kind) {
    case 'whole': {
      const found = directory === undefined ? [] : findClues(change.text, directory, now)
      return { ...state, base: change.text, clues: found.map((clue) => ({ ...clue, instead: clue.text })) }
    }
    case 'clue': {
      const meant = clues[change.n - 1]
      if (meant === undefined) return { wrong: texts.noSuchClue(change.n, clues.length) }
      const instead =
        change.instead === 'as-said' ? meant.text : change.instead === 'gone' ? '' : change.instead
      return { ...state, clues: clues.map((one) => (one === meant ? { ...one, instead } : one)) }
    }
    case 'file': {
      const meant = change.n === 'all' ? files : files.slice(change.n - 1, change.n)
      if (meant.length === 0) return { wrong: texts.noSuchFile(files.length) }
      return {
        ...state,
        files: files.map((one) => (meant.includes(one) ? { ...one, goes: change.goes } : one)),
      }
    }
    case 'words':
      return withOtherWords(state, change.from, change.to)
  }
}

/** In a proposed wording, or in the words between the clues. */
function withOtherWords<State extends Changeable>(
  state: State,
  from: string,
  to: string,
): State | { readonly wrong: string } {
  const meant = state.clues.find(({ text, instead }) => text === from || instead.includes(from))
  if (meant !== undefined) {
    const instead = meant.text === from ? to : meant.instead.replaceAll(from, to)
    return { ...state, clues: state.clues.map((one) => (one === meant ? { ...one, instead } : one)) }
  }
  const at = state.base.indexOf(from)
  if (at < 0) return { wrong: texts.notInText(from) }
  const own = { kind: 'other', at, text: from, instead: to } as const
  const isFree = state.clues.every((one) => own.at + from.length <= one.at || one.at + one.text.length <= at)
  if (!isFree) return { wrong: texts.notInText(from) }
  return { ...state, clues: [...state.clues, own].sort((a, b) => a.at - b.at) }
}
