/** What of a question or an answer is about somebody in particular. */

import type { Directory } from '../../../kernel/directory.ts'
import { findNamed, findNumbers, type NameList, prepareNames } from '../../../kernel/privacy.ts'

const lists = new WeakMap<Directory, NameList>()

/** A directory is one object until the roster changes. */
function namesOf(directory: Directory): NameList {
  const there = lists.get(directory)
  if (there !== undefined) return there
  const made = prepareNames({
    people: [...directory.people.values()].map(({ name }) => name),
    companies: [...directory.companies.values()].flatMap(({ name, aliases }) => [name, ...aliases]),
  })
  lists.set(directory, made)
  return made
}

/** With 某企业 and 某人 in place of the roster's names: such a question is kept longer than who asked it. */
export function withoutNames(text: string, directory: Directory): string {
  let out = ''
  let written = 0
  for (const { at, text: name, kind } of findNamed(text, namesOf(directory))) {
    out += text.slice(written, at) + (kind === 'company' ? '某企业' : '某人')
    written = at + name.length
  }
  return out + text.slice(written)
}

/** Names, phones, identity numbers, plates and accounts, as they stand there; amounts are no secret here. */
export function personalIn(text: string, directory: Directory): readonly string[] {
  const found = [...findNamed(text, namesOf(directory)), ...findNumbers(text)]
  return [...new Set(found.filter(({ kind }) => kind !== 'amount').map((finding) => finding.text))]
}
