import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import {
  type CompletionRequest,
  type OpenAiServer,
  openOpenAiServer,
  says,
} from '../../../support/openai-server.ts'

/** Words that the grammar knows to be of the ledger, and no more. */
const VAGUE = '企业诉求这事你怎么看'

let server: OpenAiServer
let chat: Chat
let answer: unknown
beforeAll(async () => {
  const isOurs = ({ messages }: CompletionRequest) =>
    messages.some(({ content }) => content.includes('填进一张固定的表'))
  server = await openOpenAiServer((request) =>
    says(isOurs(request) ? answer : { intent: 'oversight', confidence: 1 }),
  )
  const environment = { OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'test-model', OPENAI_TIMEOUT_SECONDS: '5' }
  chat = await openChat({ environment })
})
afterAll(async () => {
  await chat.close()
  await server.close()
})

async function ask(filled: unknown): Promise<string> {
  answer = filled
  await chat.advance(30_000)
  const before = chat.to('u-jiang').length
  chat.as('u-jiang').says(VAGUE)
  await chat.settle()
  return chat
    .to('u-jiang')
    .slice(before)
    .map(({ text }) => text)
    .join('\n')
}

const FILLED = {
  kind: 'count',
  measure: 'open',
  category: null,
  names: [],
  period: null,
  comparedWith: null,
  by: null,
  order: null,
  top: null,
  mine: true,
}

test('what the grammar cannot read a model may fill into the closed set; it is answered within the asker’s scope', async () => {
  expect(await ask(FILLED)).toMatch(/^目前没有未办完的.*范围：您包联的/su)
})

test('a name that nobody said falls away, and what is out of shape is asked back as without a model', async () => {
  const invented = await ask({ ...FILLED, names: ['青芽茶业'], period: '去年' })
  expect(invented).not.toMatch(/青芽|去年/u)
  for (const wrong of [{ ...FILLED, kind: 'sql' }, '我来告诉您', { role: 'leader', scope: 'all' }])
    expect(await ask(wrong)).toContain('您可以这样问')
})
