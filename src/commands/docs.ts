import { z } from 'zod'
import {
  type DocumentAudience,
  type Eyes,
  eyesOf,
  readAudience,
} from '../features/policy/library/document-audience.ts'
import { understoodTexts } from '../features/policy/library/understood.texts.ts'
import { inMarks } from '../features/policy/written.ts'
import { isoShanghai } from '../kernel/clock.ts'
import { HouseError } from '../kernel/errors.ts'
import { printJson, printLine } from './command-line.ts'
import { type AddedLine, type DocsHouse, docsAdd, policyOf } from './docs-add.ts'
import { linesOf, readJsonLines } from './json-lines.ts'
import { withHouse } from './with-house.ts'

/** For an embedding model, where one is configured; then the words alone are searched. */
const PATIENCE_MS = 10_000
const Asked = z.object({ id: z.union([z.string(), z.number()]), question: z.string().min(1) })

/** `--audience` as given, or wrong usage. */
export function audienceOption(text: string | undefined): DocumentAudience | undefined {
  if (text === undefined) return undefined
  const audience = readAudience(text)
  if (audience !== undefined) return audience
  throw new HouseError('usage', '--audience takes everybody, members, internal or chamber:CODE.')
}

/** Commands see every document unless `--audience` says whose eyes to use. */
export function eyesOption(text: string | undefined): Eyes {
  const audience = audienceOption(text)
  return audience === undefined ? 'all' : eyesOf(audience)
}

/** `docs add PATH…`. Exit code 1 where anything was refused. */
export async function docsAddCommand(options: {
  paths: readonly string[]
  audience: string | undefined
  jsonl: boolean
  json: boolean
  demo: boolean
}): Promise<number> {
  if (options.paths.length === 0)
    throw new HouseError('usage', 'Say which files or folders to add: docs add PATH…')
  const audience = audienceOption(options.audience)
  const counts = { added: 0, replaced: 0, unchanged: 0, refused: 0 }
  await withHouse(options, async (house) => {
    for await (const line of docsAdd(house, options.paths, {
      audience,
      jsonl: options.jsonl,
      onProgress: showProgress,
      onFile: showFile,
    })) {
      counts[line.outcome] += 1
      // Thousands of rows that went well are a number, not thousands of lines.
      if (options.json) await printJson(asJson(line))
      else if (line.outcome === 'refused' || line.line === undefined) await printLine(asText(line))
    }
  })
  const { added, replaced, unchanged, refused } = counts
  if (!options.json)
    await printLine(
      `新增 ${added} 份，更新 ${replaced} 份，没有变化 ${unchanged} 份，没有入库 ${refused} 份。`,
    )
  return refused > 0 ? 1 : 0
}

function asJson({ path, ...line }: AddedLine): object {
  if (line.outcome !== 'refused') return { ...line, path }
  return { error: line.reason, doc: line.doc, path, ...(line.line === undefined ? {} : { line: line.line }) }
}

function asText(line: AddedLine): string {
  if (line.outcome === 'refused')
    return `! ${line.path}${line.line === undefined ? '' : ` 第 ${line.line} 行`}：${line.reason}`
  if (line.outcome === 'unchanged') return `= ${line.doc}`
  const sign = line.outcome === 'added' ? '+' : '~'
  return [
    `${sign} ${line.doc}${inMarks(line.title)}`,
    `    ${understoodTexts.facts(line.understood).join('；')}`,
    ...line.remarks.map((remark) => `    请核对：${remark}`),
  ].join('\n')
}

/** Which file of how many is read now; a scan takes its time. */
function showFile(path: string, at: number, files: number): void {
  if (process.stderr.isTTY && files > 1) process.stderr.write(`\r\u001b[K${at}/${files} ${path}\r`)
}

/** One line that counts up, and only where somebody looks at it. */
function showProgress(path: string, done: number, total: number): void {
  if (!process.stderr.isTTY || total < 2) return
  process.stderr.write(`\r\u001b[K${path} ${done}/${total}${done === total ? '\n' : ''}`)
}

/** `docs list`. */
export async function docsListCommand(options: {
  json: boolean
  audience: string | undefined
  demo: boolean
}): Promise<number> {
  const eyes = eyesOption(options.audience)
  return withHouse(options, async (house) => {
    const documents = await house.storage.transactions.inOne(house.clock.now(), (work) =>
      policyOf(house).listDocuments(eyes, work),
    )
    for (const { facts, version, audience, passages, remarks, addedBy, addedAt } of documents) {
      if (options.json) {
        await printJson({
          ...facts,
          version,
          audience,
          passages,
          remarks,
          addedBy,
          addedAt: isoShanghai(addedAt),
        })
        continue
      }
      const about = [
        facts.documentNumber,
        facts.issuedOn,
        facts.endsOn === undefined ? undefined : `有效期至 ${facts.endsOn}`,
        facts.unchecked ? '扫描件，未核对' : undefined,
      ]
      const known = [...about, audience, `${passages} 段`].filter((part) => part !== undefined)
      await printLine(`${facts.doc}${inMarks(facts.title)}（${known.join('，')}）`)
    }
    if (!options.json) await printLine(`共 ${documents.length} 份。`)
    return 0
  })
}

/** `docs remove DOC`. Exit code 1 where there is none of that name. */
export async function docsRemoveCommand(options: {
  doc: string
  json: boolean
  demo: boolean
}): Promise<number> {
  return withHouse(options, async (house) => {
    const removed = await house.storage.transactions.inOne(house.clock.now(), (work) =>
      policyOf(house).removeDocument(options.doc, 'command-line', work),
    )
    if (options.json)
      await printJson(
        removed ? { outcome: 'removed', doc: options.doc } : { error: '没有这份文件。', doc: options.doc },
      )
    else
      await printLine(
        removed ? `- ${options.doc}` : `! ${options.doc}：没有这份文件。用 docs list 看有哪些。`,
      )
    return removed ? 0 : 1
  })
}

/** `docs search --top N --json`: questions on standard input, the best passage of each of the N best documents out. */
export async function docsSearchCommand(options: {
  top: number
  audience: string | undefined
  demo: boolean
}): Promise<number> {
  if (!Number.isInteger(options.top) || options.top < 1)
    throw new HouseError('usage', '--top takes a whole number from 1 on.')
  const eyes = eyesOption(options.audience)
  return withHouse(options, (house) =>
    docsSearch(house, linesOf(process.stdin), { top: options.top, eyes }, printJson),
  )
}

/** Gives the exit code: 1 where a line was wrong. */
export async function docsSearch(
  house: DocsHouse,
  lines: AsyncIterable<string> | Iterable<string>,
  { top, eyes }: { top: number; eyes: Eyes },
  print: (answer: object) => Promise<void>,
): Promise<number> {
  const policy = policyOf(house)
  await policy.ready(house.clock.now())
  let wrong = 0
  for await (const line of readJsonLines(lines, Asked)) {
    if (!line.ok) {
      wrong += 1
      await print({ error: line.error, line: line.line })
      continue
    }
    const { id, question } = line.value
    const meant = await house.policyAid?.meaning?.nearest(question, AbortSignal.timeout(PATIENCE_MS))
    const found = await house.storage.transactions.inOne(house.clock.now(), (work) =>
      policy.search(question, { top, eyes, ...(meant === undefined ? {} : { meant }) }, work),
    )
    const hits = found.map(({ doc, title, locator, text, score }) => ({ doc, title, locator, text, score }))
    await print({ id, hits })
  }
  return wrong > 0 ? 1 : 0
}
