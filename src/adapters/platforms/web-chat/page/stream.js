/** The line went silent for longer than two beats: the machine slept, or a proxy forgot us. */
const SILENCE_MS = 40_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 8_000
/** A browser holds six connections to one server; a page nobody looks at gives its own back. */
const HIDDEN_MS = 20_000

/**
 * Listens to all chats of one persona, for as long as the page is open. Whatever interrupts it, the next
 * connection begins where this one ended: the server is told the last id and sends what came since, or
 * everything anew when it does not know that id any more.
 *
 * `handlers`: snapshot(data), entry(data), state('connecting' | 'connected' | 'reconnecting' | 'paused').
 */
export function listen(as, handlers) {
  let source
  let lastId
  let pauseMs = FIRST_PAUSE_MS
  let retry
  let watch
  let hide

  function connect() {
    stop()
    const query = new URLSearchParams(lastId === undefined ? { as } : { as, after: lastId })
    source = new EventSource(`api/stream?${query}`)
    heard()
    const on = (name, handle) =>
      source.addEventListener(name, (event) => {
        heard()
        handle?.(event.data === '' ? undefined : JSON.parse(event.data))
        if (event.lastEventId !== '') lastId = event.lastEventId
      })
    on('snapshot', handlers.snapshot)
    on('entry', handlers.entry)
    on('beat')
    on('ready', () => {
      pauseMs = FIRST_PAUSE_MS
      handlers.state('connected')
    })
    // The browser would try again by itself, but not after an error page, and not with a growing pause.
    source.onerror = again
  }

  function heard() {
    clearTimeout(watch)
    watch = setTimeout(again, SILENCE_MS)
  }

  function again() {
    stop()
    handlers.state('reconnecting')
    retry = setTimeout(connect, pauseMs * (0.8 + Math.random() * 0.4))
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
  }

  function stop() {
    clearTimeout(watch)
    clearTimeout(retry)
    source?.close()
    source = undefined
  }

  function onVisibility() {
    clearTimeout(hide)
    if (document.visibilityState === 'hidden') {
      hide = setTimeout(() => {
        stop()
        handlers.state('paused')
      }, HIDDEN_MS)
    } else if (source === undefined) soon()
  }

  function soon() {
    pauseMs = FIRST_PAUSE_MS
    connect()
  }

  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('online', soon)
  handlers.state('connecting')
  connect()
}
