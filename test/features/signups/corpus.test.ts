import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeCase } from '../../../bench/signups/judge-case.ts'
import { readCases } from '../../../bench/signups/read-cases.ts'

test.each(['open', 'held'])('no row of the %s chains is attributed to somebody else', (half) => {
  const cases = readCases(readFileSync(`bench/signups/${half}.txt`, 'utf8'))
  expect(cases).toHaveLength(20)
  const verdicts = cases.flatMap(judgeCase)
  expect(verdicts.length).toBeGreaterThan(60)
  expect(verdicts.filter(({ kind }) => kind === 'wrong')).toEqual([])
})
