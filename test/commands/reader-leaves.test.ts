import { expect, test } from 'vitest'
import { expectNoTrace, openOperator } from '../support/niangjia.ts'

test('who reads a command’s answers may leave early, as head does: it ends quietly', async () => {
  const operator = await openOperator()
  try {
    const search = operator.start(['docs', 'search', '--top', '1', '--json'])
    search.child.stdout?.destroy()
    for (let n = 0; n < 40; n++) search.write({ id: n, question: '补贴标准是多少' })
    expect(await search.end()).toBe(0)
    expectNoTrace(search.errors())
    expect(search.errors()).not.toContain('EPIPE')
  } finally {
    await operator.close()
  }
})
