import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { diagramOf, type Edge } from './explore.ts'

export const DIAGRAMS = 'docs/dialogues'

/** The documentation shows the dialogue as it was just walked; `UPDATE_DIAGRAMS=1` draws it anew. */
export function expectDiagram(name: string, edges: readonly Edge[]): void {
  const path = join(DIAGRAMS, `${name}.md`)
  const drawn = `# ${name}\n\n\`\`\`mermaid\n${diagramOf(edges)}\n\`\`\`\n`
  if (process.env.UPDATE_DIAGRAMS === '1') writeFileSync(path, drawn)
  expect(
    existsSync(path) ? readFileSync(path, 'utf8') : `nothing at ${path}`,
    `${path} is not what ${name} does`,
  ).toBe(drawn)
}
