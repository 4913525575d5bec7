import type { Page, Route } from 'playwright-core'

/** Holds back a call of the page to the core (`labels/undo`), or its answer. @returns how to let it go, and wait for its answer */
export async function holdCall(page: Page, call: string, { answer = false } = {}): Promise<() => Promise<void>> {
  const address = `**/rpc/${call}`
  const gate = Promise.withResolvers<void>()
  const held = async (route: Route): Promise<void> => {
    const response = answer ? await route.fetch() : undefined
    await gate.promise
    await (response ? route.fulfill({ response }) : route.continue())
  }
  await page.route(address, held)
  return async () => {
    const answered = page.waitForResponse(address)
    gate.resolve()
    await answered
    await page.unroute(address, held)
  }
}
