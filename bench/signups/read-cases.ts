export interface Expected {
  /** A code, `~company` for one of its people whom the roster does not know, or the words themselves. */
  readonly who: string
  readonly heads: number
  readonly state: 'in' | 'withdrawn' | 'unsure'
}

export interface ChainCase {
  readonly title: string
  readonly said: readonly { readonly by: string; readonly text: string }[]
  readonly expected: readonly Expected[]
}

/** The form stands at the head of held.txt. */
export function readCases(text: string): readonly ChainCase[] {
  return text
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const [head = '', tail = ''] = part.split(/^---$/mu)
      const [title = '', ...lines] = head.split('\n')
      const said: { by: string; text: string }[] = []
      for (const line of lines) {
        const speaker = /^@(\S+(?: \S+)?)$/u.exec(line)
        const last = said.at(-1)
        if (speaker !== null && !/^@\S+ \S*[?？]/u.test(line)) said.push({ by: speaker[1] ?? '', text: '' })
        else if (last !== undefined) last.text = last.text === '' ? line : `${last.text}\n${line}`
      }
      return {
        title: title.trim(),
        said: said.map(({ by, text: words }) => ({ by, text: words.trim() })),
        expected: tail.split('\n').flatMap((line) => {
          const found = /^([-?])?\s*(.+?) (\d+)$/u.exec(line.trim())
          if (found === null) return []
          const [, sign, who = '', heads] = found
          const state = sign === '-' ? 'withdrawn' : sign === '?' ? 'unsure' : 'in'
          return [{ who, heads: Number(heads), state } satisfies Expected]
        }),
      }
    })
}
