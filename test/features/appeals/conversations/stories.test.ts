import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { removeFolder } from '../../../support/remove-folder.ts'
import { lookAt } from './look-at.ts'
import { readStories, type Story } from './play.ts'
import { rosterOf, tell } from './tell.ts'

const files = ['told-as-people-do', 'thirty-more', 'second-round', 'third-round', 'fourth-round']
const told: (readonly [string, readonly Story[]])[] = await Promise.all(
  files.map(
    async (name) =>
      [name, readStories(await readFile(new URL(`${name}.txt`, import.meta.url), 'utf8'))] as const,
  ),
)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'niangjia-stories-'))
  await writeFile(join(folder, 'photo.jpg'), 'a photo')
})
afterAll(() => removeFolder(folder))

// A house for each: what earlier stories left open would fall due in every later one.
for (const [name, stories] of told)
  describe(name, () => {
    let chat: Chat
    beforeAll(async () => {
      chat = await openChat({ roster: rosterOf(stories) })
    })
    afterAll(() => chat.close())

    for (const [place, story] of stories.entries())
      test(story.title, async () => {
        const scene = { chat, story, place, photo: join(folder, 'photo.jpg') }
        for await (const expected of tell(scene)) expect(await lookAt(expected)).toEqual([])
      })
  })
