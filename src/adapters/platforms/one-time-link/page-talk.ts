import type { PageTalk } from '../../../conversation/one-time-links.ts'
import type { Choice, FileRef } from '../../../kernel/letter-draft.ts'

/** One thing said, as the page draws it. */
export interface Entry {
  readonly id: string
  readonly by: 'us' | 'you'
  readonly at: string
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly files?: readonly Pick<FileRef, 'sha256' | 'name'>[]
}

/** Letters and lines in the order in which they were said; of one moment, the line came first. */
export function entriesOf({ letters, lines }: PageTalk): readonly Entry[] {
  const said = lines.flatMap(({ id, at, content }): readonly Entry[] =>
    content.kind === 'message' ? [{ id, by: 'you', at: at.toISOString(), text: content.text }] : [],
  )
  const written = letters.map(
    ({ id, writtenAt, text, choices, files }): Entry => ({
      id,
      by: 'us',
      at: writtenAt.toISOString(),
      text,
      ...(choices === undefined ? {} : { choices }),
      ...(files === undefined ? {} : { files: files.map(({ sha256, name }) => ({ sha256, name })) }),
    }),
  )
  // Stable: what is of one moment stays in the order given.
  return [...said, ...written].sort((a, b) => a.at.localeCompare(b.at))
}
