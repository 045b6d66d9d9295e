import { newId, post, Refused } from './api.js'
import { texts } from './texts.js'

const LONGEST_PAUSE_MS = 8_000

/**
 * Sends what one person says in one chat, one thing after another, so that six quick lines arrive in their
 * order. A broken line is waited out: the same id goes up again until the house has it, and it takes
 * effect once. Only a refusal with a reason ends it.
 */
export function createOutgoing({ viewer, chat, timeline }) {
  let line = Promise.resolve()

  const inLine = (work) => {
    line = line.then(work)
  }

  function say({ text, replyTo, files }) {
    const id = newId()
    const local = files.map(({ file, address }) => ({ name: file.name, address }))
    const entry = {
      kind: 'line',
      id: `${viewer.id}.${id}`,
      at: Date.now(),
      from: viewer,
      text,
      replyTo,
      local,
    }
    const record = { entry, sending: texts.sending }
    timeline.addPending(record)
    const posted = { as: viewer.id, chat, id, text, replyTo }
    inLine(() => carry(posted, files, record, (problem) => failed(record, problem)))
  }

  function choose(record, choice) {
    if (record.chosen !== undefined) return
    const posted = { as: viewer.id, chat, id: newId(), choice: choice.id, prompt: record.entry.id }
    timeline.change(record, { chosen: choice.id, problem: undefined })
    inLine(() =>
      carry(posted, [], undefined, (problem) => timeline.change(record, { chosen: undefined, problem })),
    )
  }

  async function carry(posted, files, record, onRefused) {
    for (let pauseMs = 500; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      try {
        await post(
          posted,
          files.map(({ file }) => file),
        )
        if (record) timeline.change(record, { sending: undefined })
        return
      } catch (error) {
        if (error instanceof Refused) return onRefused(error.message || texts.failed)
        if (record) timeline.change(record, { sending: texts.retrying })
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }

  /** What was refused stays, so that the words are not lost. */
  function failed(record, problem) {
    const drop = () => timeline.settle(record.entry.id)
    timeline.change(record, { sending: undefined, problem: `${texts.failed}：${problem}`, drop })
  }

  return { say, choose }
}
