/** 台账导回: what a sheet that came back would change, and what stands in its way. Pure. */
import { type AppealState, appealStateLabels, appealStates } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { nextState } from '../life/appeal-moves.ts'
import type { Conflict, Correction, ImportPlan, RowChange, WrongCell } from './import-plan.ts'
import { ledgerTexts as texts } from './ledger.texts.ts'
import type { ReturnedRow } from './ledger-books.ts'
import { cellText, type LedgerEntry } from './ledger-columns.ts'
import { cellsOf, correctableColumns, digestOf, readVersionMark } from './ledger-mark.ts'

export interface Returned {
  readonly rows: readonly ReturnedRow[]
  readonly missingColumns: readonly string[]
  /** How many rows went out, as the sheet says. */
  readonly written: number | null
}

const MOST_PROGRESS_CHARACTERS = 2_000

type Judged =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'change'; readonly change: RowChange }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'wrong'; readonly wrong: readonly WrongCell[] }

/** `may`: whether states may be moved by this road. */
export function planImport(
  { rows, missingColumns, written }: Returned,
  current: ReadonlyMap<string, LedgerEntry>,
  directory: Directory,
  may: { readonly move: boolean },
): ImportPlan {
  const seen = new Map<string, number>()
  const changes: RowChange[] = []
  const conflicts: Conflict[] = []
  const wrong: WrongCell[] = []
  let unchanged = 0
  for (const row of rows) {
    const before = seen.get(row.number)
    const judged =
      before === undefined || row.number === ''
        ? judge(row, current.get(row.number), directory, may.move)
        : wrongRow(row, texts.twice(before))
    if (row.number !== '') seen.set(row.number, before ?? row.row)
    if (judged.kind === 'unchanged') unchanged++
    else if (judged.kind === 'change') changes.push(judged.change)
    else if (judged.kind === 'conflict') conflicts.push(judged.conflict)
    else wrong.push(...judged.wrong)
  }
  const absent = written === null ? 0 : Math.max(0, written - seen.size)
  return { changes, conflicts, wrong, unchanged, absent, missingColumns }
}

const wrongRow = ({ row, number }: ReturnedRow, reason: string, heading: string | null = null): Judged => ({
  kind: 'wrong',
  wrong: [{ row, number: number === '' ? null : number, heading, reason }],
})

function judge(
  row: ReturnedRow,
  entry: LedgerEntry | undefined,
  directory: Directory,
  mayMove: boolean,
): Judged {
  if (row.number === '') return wrongRow(row, texts.newRow())
  const mark = readVersionMark(row.version)
  if (entry === undefined) return wrongRow(row, texts.unknownNumber(row.number))
  if (mark === undefined) return wrongRow(row, texts.brokenMark())
  if (row.shownNumber !== '' && row.shownNumber !== row.number)
    return wrongRow(row, texts.otherNumber(row.shownNumber, row.number))
  const here = cellsOf(entry, directory)
  // A column that was taken out of the sheet is as it was: nobody meant to empty it.
  const there = Object.fromEntries(
    correctableColumns.map(({ key }) => [key, cellText(row.cells[key] ?? here[key] ?? '')]),
  )
  const isWhole = correctableColumns.every(({ key }) => key in row.cells)
  if (isWhole && digestOf(there) === mark.digest) return { kind: 'unchanged' }
  const differing = correctableColumns.filter(({ key }) => there[key] !== cellText(here[key] ?? ''))
  if (differing.length === 0) return { kind: 'unchanged' }
  const corrections = differing.map(({ key, heading }) => ({
    key,
    heading,
    from: here[key] ?? '',
    to: there[key] ?? '',
  }))
  if (mark.version !== entry.appeal.version) {
    const cells = corrections.map(({ heading, from, to }) => ({ heading, here: from, there: to }))
    return { kind: 'conflict', conflict: { row: row.row, number: row.number, cells } }
  }
  const wrong = corrections.flatMap((correction) => wrongIn(correction, row))
  if (wrong.length > 0) return { kind: 'wrong', wrong }
  return moved(row, entry, corrections, there, mayMove)
}

function wrongIn({ key, heading, to }: Correction, { row, number }: ReturnedRow): readonly WrongCell[] {
  const column = correctableColumns.find((one) => one.key === key)
  const reason =
    column?.among === undefined
      ? to.length > MOST_PROGRESS_CHARACTERS
        ? texts.tooLong(MOST_PROGRESS_CHARACTERS)
        : undefined
      : to === ''
        ? texts.emptied()
        : column.among.includes(to)
          ? undefined
          : texts.notAmong(to, column.among)
  return reason === undefined ? [] : [{ row, number, heading, reason }]
}

const stateOf = (label: string): AppealState | undefined =>
  appealStates.find((state) => appealStateLabels[state] === label)

/** A state changes only by a move that the table allows staff, and one that can be made of a cell. */
function moved(
  row: ReturnedRow,
  { appeal }: LedgerEntry,
  corrections: readonly Correction[],
  there: Readonly<Record<string, string>>,
  mayMove: boolean,
): Judged {
  const wrong = (key: string, reason: string) =>
    wrongRow(row, reason, correctableColumns.find((column) => column.key === key)?.heading)
  const change = (act: RowChange['act']): Judged => ({
    kind: 'change',
    change: { row: row.row, number: row.number, corrections, act },
  })
  const isDone = appeal.status === 'resolved' || appeal.status === 'closed'
  const state = corrections.find(({ key }) => key === 'status')
  const changesKind = corrections.some(({ key }) => key === 'closeKind')
  if (state === undefined) {
    if (changesKind && !isDone) return wrong('closeKind', texts.kindOnlyWhenDone())
    if (isDone && there.progress === '') return wrong('progress', texts.emptied())
    return change(null)
  }
  const to = stateOf(state.to)
  const act = to === 'resolved' ? 'resolve' : to === 'closed' ? 'close' : null
  if (act === null || typeof nextState(appeal.status, act, 'staff', '-') !== 'string')
    return wrong('status', texts.noSuchMove(state.from, state.to))
  if (!mayMove) return wrong('status', texts.movesInChatOnly())
  if (act === 'resolve' && there.progress === '') return wrong('progress', texts.owesWhatWasDone())
  return change(act)
}
