import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { beforeAll, describe, expect, test } from 'vitest'

/** The arrows: kernel ← inbox, conversation, outbox, audit, files ← mailings ← features ← adapters ← app. */
const INSIDE = '^src/(?:inbox|conversation|outbox|audit|files)/'
const OUTSIDE = '^src/(?:adapters/|commands/|app\\.ts|web\\.ts|config\\.ts|main\\.ts|log\\.ts)'

const forbidden: IForbiddenRuleType[] = [
  {
    name: 'kernel imports nothing of ours',
    severity: 'error',
    from: { path: '^src/kernel/' },
    to: { path: '^src/', pathNot: '^src/kernel/' },
  },
  {
    name: 'the corridor knows no feature and no broadcast',
    severity: 'error',
    from: { path: INSIDE },
    to: { path: '^src/(?:features|mailings)/' },
  },
  {
    name: 'broadcasts know no feature',
    severity: 'error',
    from: { path: '^src/mailings/' },
    to: { path: '^src/features/' },
  },
  {
    name: 'nothing inside knows the outside',
    severity: 'error',
    from: { path: '^src/(?:kernel|inbox|conversation|outbox|audit|files|mailings|features)/' },
    to: { path: OUTSIDE },
  },
  {
    name: 'features are strangers to each other',
    severity: 'error',
    from: { path: '^src/features/([^/]+)/' },
    to: { path: '^src/features/', pathNot: '^src/features/$1/' },
  },
  {
    name: 'adapters are strangers to each other',
    severity: 'error',
    from: { path: '^src/adapters/(platforms/[^/]+/|(?!platforms/)[^/]+/)' },
    to: {
      path: '^src/adapters/[^/]+/',
      pathNot: ['^src/adapters/$1', '^src/adapters/platforms/[^/]+\\.ts$'],
    },
  },
  {
    name: 'commands are called by nobody inside',
    severity: 'error',
    from: { path: '^src/(?!commands/|main\\.ts)' },
    to: { path: '^src/commands/' },
  },
  {
    name: 'dialogues and texts are pure',
    severity: 'error',
    from: { path: '\\.(?:dialogue|texts)\\.ts$' },
    to: {
      path: '(?:\\.(?:service|store|storage|feature)\\.ts$|^src/adapters/)',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'dialogues and texts use no Node module',
    severity: 'error',
    from: { path: '\\.(?:dialogue|texts)\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  ...only('grammy', '^src/adapters/platforms/telegram/'),
  ...only('wechaty', '^src/adapters/platforms/wechat/'),
  ...only('@wecom/', '^src/adapters/platforms/wecom/'),
  ...only('(?:@langchain/|langchain)', '^src/adapters/knowledge/'),
  ...only('(?:@prisma/|prisma|pg)', '^src/adapters/storage/'),
  ...only('(?:hono|@hono/)', '^src/adapters/http/'),
  ...only(
    '(?:unpdf|pdfjs-dist|word-extractor|linkedom|@mozilla/readability|tesseract)',
    '^src/adapters/documents/',
  ),
  ...only('(?:echarts|@takumi-rs/)', '^src/adapters/pictures/'),
  ...only('(?:pdfkit|docx)', '^src/adapters/papers/'),
  { name: 'no cycles', severity: 'error', from: {}, to: { circular: true, pathNot: 'storage/generated' } },
]

function only(library: string, home: string): IForbiddenRuleType[] {
  return [
    {
      name: `${library} stays in ${home}`,
      severity: 'error',
      from: { path: '^src/', pathNot: [home, 'storage/generated'] },
      to: { path: `node_modules/${library}(?:/|$)` },
    },
  ]
}

let result: ICruiseResult
let files: readonly string[]

beforeAll(async () => {
  const cruised = await cruise(
    ['src'],
    {
      ruleSet: { forbidden },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: 'storage/generated/(?:internal|models)' },
    },
    undefined,
    { tsConfig: {} },
  )
  result = cruised.output as ICruiseResult
  files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs)$/u.test(file) && !file.includes('storage/generated'))
    .map((file) => join('src', file))
})

describe('the house keeps its plan', () => {
  test('the source was really read', () => {
    const read = result.modules.filter(({ source }) => source.startsWith('src/') && source.endsWith('.ts'))
    expect(read.length).toBeGreaterThan(100)
    const arrows = read.flatMap(({ dependencies }) => dependencies)
    expect(arrows.length).toBeGreaterThan(300)
    expect(arrows.some(({ dependencyTypes }) => dependencyTypes.includes('type-only'))).toBe(true)
  })

  test('no arrow turns', () => {
    const wrong = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
    expect(wrong).toEqual([])
  })

  test('every file is imported by another, except the ones that are run', () => {
    const run = ['src/main.ts', 'src/launch.mjs']
    const imported = new Set(
      result.modules
        .filter(({ source }) => source.startsWith('src/'))
        .flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved)),
    )
    const lonely = files.filter(
      (file) => !imported.has(file) && !run.includes(file) && !file.includes('/page/'),
    )
    expect(lonely).toEqual([])
  })

  test('only config.ts reads the environment', () => {
    const readers = files.filter((file) => /process\.env\b/u.test(readFileSync(file, 'utf8')))
    expect(readers).toEqual(['src/config.ts'])
  })

  test('time is read in kernel/clock.ts and nowhere else inside', () => {
    const inside = files.filter((file) =>
      /^src\/(?:kernel|inbox|conversation|outbox|audit|mailings|features)\//u.test(file),
    )
    const readers = inside.filter((file) => /Date\.now\(\)|new Date\(\)/u.test(readFileSync(file, 'utf8')))
    expect(readers).toEqual(['src/kernel/clock.ts'])
  })
})
