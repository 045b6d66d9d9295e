// Draws the map in ARCHITECTURE.md from the code's own imports.
//   npm run map            rewrites the part between the two marks
//   npm run map -- --check exit code 1 when the page no longer matches
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const PAGE = 'ARCHITECTURE.md'
const BEGIN = '<!-- map: drawn by `npm run map`, do not edit -->'
const END = '<!-- end of map -->'

/** A room is a folder that a newcomer thinks of as one thing. */
export function roomOf(file: string): string {
  const [, first = '', second = '', third = ''] = file.split('/')
  if (first === 'features') return `features/${second}`
  if (first === 'adapters')
    return second === 'platforms'
      ? third.endsWith('.ts')
        ? 'adapters/platforms'
        : `platforms/${third}`
      : `adapters/${second}`
  if (first === 'config.ts' || first === 'log.ts') return 'settings'
  return first.endsWith('.ts') || first.endsWith('.mjs') ? 'app' : first
}

export interface Room {
  readonly files: number
  readonly lines: number
  readonly leansOn: ReadonlyMap<string, number>
}

/** Every room with its size and how many imports lead from it to each other room. */
export function readRooms(root = 'src'): ReadonlyMap<string, Room> {
  const rooms = new Map<string, { files: number; lines: number; leansOn: Map<string, number> }>()
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => join(root, file))
    .filter((file) => /\.(?:ts|mjs)$/u.test(file) && !file.includes('storage/generated'))
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const room = rooms.get(roomOf(file)) ?? { files: 0, lines: 0, leansOn: new Map() }
    rooms.set(roomOf(file), room)
    room.files++
    room.lines += text.split('\n').length - 1
    for (const [, path] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)) {
      const named = normalize(join(dirname(file), path ?? ''))
      if (!named.startsWith(root)) continue
      const target = roomOf(named)
      if (target !== roomOf(file)) room.leansOn.set(target, (room.leansOn.get(target) ?? 0) + 1)
    }
  }
  return rooms
}

const FLOORS: readonly [title: string, belongs: (room: string) => boolean][] = [
  ['the outside', (room) => /^(?:app|commands|adapters\/|platforms\/)/u.test(room)],
  ['features', (room) => room.startsWith('features/')],
  ['what features share', (room) => room === 'mailings'],
  ['the corridor', (room) => ['inbox', 'conversation', 'outbox', 'audit', 'files'].includes(room)],
  ['the ground', (room) => room === 'kernel' || room === 'settings'],
]

/** Arrows to the kernel and to the settings are left out: everything stands on the one, all the outside on the others. */
export function drawMap(rooms: ReadonlyMap<string, Room>): string {
  const name = (room: string) => room.replace(/\W/gu, '_')
  const lines = ['```mermaid', 'flowchart TB']
  for (const [title, belongs] of FLOORS) {
    lines.push(`  subgraph ${name(title)}["${title}"]`)
    for (const [room, { files }] of [...rooms].filter(([one]) => belongs(one)).sort()) {
      lines.push(`    ${name(room)}["${room}<br/>${files} files"]`)
    }
    lines.push('  end')
  }
  for (const [room, { leansOn }] of [...rooms].sort()) {
    for (const target of [...leansOn.keys()].sort()) {
      if (target !== 'kernel' && target !== 'settings') lines.push(`  ${name(room)} --> ${name(target)}`)
    }
  }
  return [...lines, '```'].join('\n')
}

/** The page with the map put between its marks. */
export function withMap(page: string, map: string): string {
  const begin = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`${PAGE} has lost the marks between which the map stands.`)
  return `${page.slice(0, begin)}${BEGIN}\n\n${map}\n\n${page.slice(end)}`
}

if (import.meta.main) {
  const page = readFileSync(PAGE, 'utf8')
  const fresh = withMap(page, drawMap(readRooms()))
  if (process.argv.includes('--check')) {
    if (fresh !== page) {
      console.error('The map in ARCHITECTURE.md no longer matches the code: run "npm run map" and commit.')
      process.exitCode = 1
    }
  } else writeFileSync(PAGE, fresh)
}
