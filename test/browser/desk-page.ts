import type { Locator, Page } from 'playwright-core'

/** The page as somebody sees it who works with it. */
export function deskOf(page: Page) {
  const pane = (kind: 'group' | 'private'): Locator => page.locator(`.pane.${kind}`)
  return {
    pane,
    box: (kind: 'group' | 'private') => pane(kind).locator('textarea'),
    items: (kind: 'group' | 'private') => pane(kind).locator('.items:not(.waiting) .item'),
    words: (kind: 'group' | 'private') => pane(kind).locator('.items:not(.waiting) .words').allTextContents(),
    connected: () => page.waitForSelector('.line-state[data-state=connected]', { state: 'attached' }),
    async say(kind: 'group' | 'private', text: string): Promise<void> {
      await pane(kind).locator('textarea').fill(text)
      await pane(kind).locator('textarea').press('Enter')
    },
  }
}
