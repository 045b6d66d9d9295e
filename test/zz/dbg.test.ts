import { test } from 'vitest'
import { openChat } from '../support/chat.ts'
test('x', async () => {
  const chat = await openChat()
  const group = chat.in('g-machinery').as('u-he')
  const m = group.says('@娘家 我们的续贷一直不放款，能不能帮忙协调')
  await chat.settle()
  chat.as('u-he').says('确认')
  await chat.settle()
  group.withdraws(m)
  chat.as('u-he').says('我的诉求')
  await chat.settle()
  for (const l of chat.all()) console.log(l.to.id, JSON.stringify(l.text).slice(0,150))
  console.log(chat.complaints)
  console.log(await chat.house.storage.database.$queryRawUnsafe('select key, state, "to"::text, left(text,30) t from "Letter"'))
  await chat.close()
})
