import { execSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { understand } from '../../src/conversation/understand.ts'
import { openChat } from '../support/chat.ts'
const NEW = /^(oversight\.|visits\.)/u
it('claims', async () => {
  const chat = await openChat()
  const features = chat.house.features
  const dialogues = new Map(features.flatMap((f: any) => f.dialogues.map((d: any) => [d.name, d])))
  const files = execSync("ls docs/*.md README*.md; find test -name '*.txt'; find test -name '*.ts'; find bench -name '*.jsonl' -o -name '*.tsv'; find src -name '*.texts.ts'", { encoding: 'utf8' }).trim().split('\n')
    .filter((f) => !/bench\/questions|test\/features\/(oversight|visits)|held|zz-scratch/u.test(f))
  const seen = new Map<string, string>()
  for (const f of files) {
    const s = readFileSync(f, 'utf8')
    const add = (t: string) => { const x = t.replaceAll('\\n', '\n').trim(); if (x.length > 1 && x.length < 400 && !seen.has(x) && !x.includes('${')) seen.set(x, f) }
    for (const m of s.matchAll(/“([^”\n]*\p{Script=Han}[^”\n]*)”/gu)) add(m[1]!)
    for (const m of s.matchAll(/'([^'\n]*\p{Script=Han}[^'\n]*)'|`([^`\n]*\p{Script=Han}[^`\n]*)`|"([^"\n]*\p{Script=Han}[^"\n]*)"/gu)) add(m[1] ?? m[2] ?? m[3]!)
    for (const m of s.matchAll(/^[^\s:：|]{1,14}[:：>]\s*(.*\p{Script=Han}.*)$/gmu)) add(m[1]!)
  }
  const people: any = {
    staff: { code: 'song', name: '宋敏', roles: ['staff'] }, leader: { code: 'jiang', name: '江远', roles: ['leader'] },
    member: { code: 'he', name: '何志平', roles: ['member'], company: 'tianhe' }, secretary: { code: 'ma', name: '马', roles: ['secretary'], chamber: 'machinery' },
    handler: { code: 'jin', name: '金波', roles: ['handler'], unit: 'finance' }, stranger: { code: undefined, name: 'x', roles: [] },
  }
  const out: string[] = []
  for (const [text, file] of seen) for (const [role, person] of Object.entries<any>(people)) {
    const c: any = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'x' }
    const by: any = { person, personId: 'x', chat: c, home: c, at: new Date('2026-03-04T09:00:00+08:00') }
    const said: any = { text, pieces: [{ message: 'm', text }], addressed: 'private' }
    let readings: any[]
    try { readings = features.flatMap((f: any) => f.recognise(said, { by })) } catch (e) { out.push(`THROW ${role} ${text} ${e}`); continue }
    if (!readings.some((r) => NEW.test(r.dialogue))) continue
    const win = (some: any[]) => { const u: any = understand(said, { frames: [], readings: some, dialogueOf: (n) => dialogues.get(n) as any, answeredFrame: undefined, slots: undefined }); return u.to === 'start' ? u.reading : u.to === 'which' ? { dialogue: u.readings.map((r: any) => r.dialogue).join('|'), band: 'which', score: 0 } : undefined }
    const a = win(readings), b = win(readings.filter((r) => !NEW.test(r.dialogue)))
    if (a === undefined || !/oversight|visits/u.test(a.dialogue)) continue
    if (b === undefined && (role === 'leader' || role === 'staff')) { out.push(`NONE ${role} ${a.dialogue} ${a.band} ${a.score.toFixed?.(2)} | ${text.slice(0, 80).replaceAll('\n', '/')} | ${file}`); continue }
    out.push(`TOOK ${role} ${b?.dialogue}(${b?.band} ${b?.score}) -> ${a.dialogue}(${a.band} ${a.score}) | ${text.slice(0, 80).replaceAll('\n', '/')} | ${file}`)
  }
  writeFileSync('/tmp/nj/hostile/claims.txt', `${seen.size}\n${out.sort().join('\n')}`)
  await chat.close()
}, 280000)
