import { readFile } from 'node:fs/promises'
import { ChatPromptTemplate } from '@langchain/core/prompts'
import { HouseError } from '../../kernel/errors.ts'

const DIRECTORY = new URL('../../../prompts/', import.meta.url)

/**
 * One question put to a model: `prompts/<name>.md` with the sections `## Variables` (a list of `name` in
 * backticks), `## System` and `## Human`. Mustache, so that the braces of examples in JSON need no escaping
 * and what people write is never read as a template.
 * Throws `configuration` when the file is missing or its variables are not exactly those the code fills in.
 */
export async function loadPrompt<Name extends string>(
  name: string,
  variables: readonly Name[],
): Promise<ChatPromptTemplate<Record<Name, string>>> {
  const source = await readFile(new URL(`${name}.md`, DIRECTORY), 'utf8').catch(() => {
    throw wrong(name, 'it cannot be read. Restore it from the release.')
  })
  return readPrompt(name, source, variables)
}

/** The same for a text at hand. */
export function readPrompt<Name extends string>(
  name: string,
  source: string,
  variables: readonly Name[],
): ChatPromptTemplate<Record<Name, string>> {
  const sections = sectionsOf(source)
  const declared = [...section(name, sections, 'Variables').matchAll(/^[-*]\s*`([^`]+)`/gmu)].map(
    ([, one]) => one ?? '',
  )
  const template = ChatPromptTemplate.fromMessages<Record<Name, string>>(
    [
      ['system', section(name, sections, 'System')],
      ['human', section(name, sections, 'Human')],
    ],
    { templateFormat: 'mustache' },
  )
  const used = template.inputVariables.map(String)
  compare(name, 'uses a variable it does not list', used, declared)
  compare(name, 'lists a variable it does not use', declared, used)
  compare(name, 'lists a variable that nobody fills in', declared, variables)
  compare(name, 'lacks a variable', variables, declared)
  return template
}

function sectionsOf(source: string): ReadonlyMap<string, string> {
  const parts = source.split(/^## +(.+)$/gmu)
  const sections = new Map<string, string>()
  for (let n = 1; n < parts.length; n += 2) sections.set((parts[n] ?? '').trim(), (parts[n + 1] ?? '').trim())
  return sections
}

function section(name: string, sections: ReadonlyMap<string, string>, heading: string): string {
  const text = sections.get(heading)
  if (text === undefined || text === '') throw wrong(name, `the section "## ${heading}" is missing or empty.`)
  return text
}

function compare(name: string, complaint: string, these: readonly string[], those: readonly string[]): void {
  const missing = these.filter((one) => !those.includes(one))
  if (missing.length > 0) throw wrong(name, `it ${complaint}: ${missing.join(', ')}.`)
}

const wrong = (name: string, why: string) =>
  new HouseError('configuration', `Check prompts/${name}.md: ${why}`)
