import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const DESK: BrowserContextOptions = { viewport: { width: 1366, height: 768 } }
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
}

export interface TestBrowser {
  /** A tab in a browser of its own; what its console complained about is gathered in `complaints`. */
  openTab(address: string, options?: BrowserContextOptions): Promise<Page>
  readonly complaints: string[]
  closeTabs(): Promise<void>
  close(): Promise<void>
}

/** What a browser writes when a server is away or refuses something, which is what some tests are about. */
const EXPECTED =
  /ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|ERR_ABORTED|ERR_INTERNET_DISCONNECTED|status of (?:400|50\d)/

export async function openBrowser(): Promise<TestBrowser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser: Browser = await chromium.launch({ executablePath, args: ARGS })
  const complaints: string[] = []
  return {
    complaints,
    async openTab(address, options = DESK) {
      const context = await browser.newContext({ timezoneId: 'America/New_York', ...options })
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (line) => {
        if (line.type() === 'error' && !EXPECTED.test(line.text())) complaints.push(line.text())
      })
      await page.goto(address)
      return page
    },
    async closeTabs() {
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    close: () => browser.close(),
  }
}
