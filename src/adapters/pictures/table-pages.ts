/** A page of forty single lines is some 2,000 units high: two and a half times its width, which a chat still shows. */
const MOST_ROWS = 40
const MOST_LINES = 48

export interface PageRows {
  readonly from: number
  readonly to: number
}

/**
 * Which rows stand on which page, given how many lines each takes: as few pages as will do, and about as much on each,
 * so that no page ends with one row left over. One empty page where there are none.
 */
export function pagesOf(lines: readonly number[]): readonly PageRows[] {
  const fewest = fill(lines, MOST_ROWS, MOST_LINES)
  if (fewest.length <= 1) return fewest.length === 0 ? [{ from: 0, to: 0 }] : fewest
  const total = lines.reduce((whole, one) => whole + one, 0)
  const most = Math.ceil(total / fewest.length)
  // An even division may need a page more where a tall row falls on a boundary; then a little more goes on each.
  for (let perPage = most; perPage < MOST_LINES; perPage++) {
    const pages = fill(lines, MOST_ROWS, perPage)
    if (pages.length === fewest.length) return pages
  }
  return fewest
}

function fill(lines: readonly number[], mostRows: number, mostLines: number): readonly PageRows[] {
  const pages: PageRows[] = []
  let from = 0
  let height = 0
  lines.forEach((line, at) => {
    if (at > from && (at - from >= mostRows || height + line > mostLines)) {
      pages.push({ from, to: at })
      from = at
      height = 0
    }
    height += line
  })
  if (from < lines.length) pages.push({ from, to: lines.length })
  return pages
}
