/** One cell as the suite left it. `reason`: why the case itself could not run; with `stoodIn`, the proof of that did. */
export interface CellResult {
  readonly chapter: string
  readonly case: string
  readonly platform: string
  readonly reason?: string
  readonly stoodIn?: boolean
  readonly status: string
}

const LEGEND = `✓  held
○  cannot do it: the case that proves the absence held; the number says why
–  cannot do it, and there is nothing to prove; the number says why
✗  broken`

/** Cases down, platforms across, reasons below; plain text that also reads well in a log. */
export function drawTable(cells: readonly CellResult[], platforms: readonly string[]): string {
  const reasons: string[] = []
  const noteOf = (reason: string | undefined) => {
    if (reason === undefined) return ''
    if (!reasons.includes(reason)) reasons.push(reason)
    return String(reasons.indexOf(reason) + 1)
  }
  const signOf = (cell: CellResult | undefined): string => {
    if (cell === undefined) return ''
    if (cell.reason === undefined) return cell.status === 'passed' ? '✓' : '✗'
    const sign = cell.stoodIn ? (cell.status === 'passed' ? '○' : '✗') : '–'
    return `${sign}${noteOf(cell.reason)}`
  }
  const cases = [...new Set(cells.map((cell) => `${cell.chapter}\n${cell.case}`))]
  const width = Math.max(...cases.map((name) => name.split('\n')[1]?.length ?? 0)) + 2
  const columns = platforms.map((name) => Math.max(name.length, 4) + 2)
  const across = (first: string, rest: readonly string[]) =>
    (first.padEnd(width) + rest.map((text, i) => text.padEnd(columns[i] ?? 0)).join('')).trimEnd()
  const lines: string[] = []
  let chapter = ''
  for (const name of cases) {
    const [of = '', what = ''] = name.split('\n')
    if (of !== chapter) lines.push('', across(of.toUpperCase(), platforms))
    chapter = of
    const row = platforms.map((platform) =>
      cells.find((cell) => cell.platform === platform && cell.chapter === of && cell.case === what),
    )
    lines.push(across(what, row.map(signOf)))
  }
  const notes = reasons.map((reason, i) => `${String(i + 1).padStart(3)}  ${reason}`)
  return [...lines, '', LEGEND, '', ...notes].join('\n')
}

/** How many cases really ran, proofs of absence apart. */
export function countRuns(cells: readonly CellResult[], platforms: readonly string[]): string {
  return platforms
    .map((platform) => {
      const own = cells.filter((cell) => cell.platform === platform)
      const held = own.filter(({ status, reason }) => status === 'passed' && reason === undefined).length
      const proven = own.filter(({ status, reason }) => status === 'passed' && reason !== undefined).length
      const broken = own.filter(({ status }) => status !== 'passed' && status !== 'skipped').length
      const empty = own.length - held - proven - broken
      return `${platform.padEnd(10)}${held + proven + broken} run: ${held} held, ${proven} absences proven, ${broken} broken; ${empty} do not apply`
    })
    .join('\n')
}
