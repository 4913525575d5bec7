import { expect, it } from 'vitest'
import { signInPage } from '#main/hosts/web/sign-in-page'

it('says what to do in the first language asked for that it has', () => {
  expect(signInPage(false, 'fr-FR,de-AT;q=0.9,en;q=0.8')).toMatch(/lang="de"[\s\S]*nicht angemeldet/)
  expect(signInPage(true, 'en-US,de;q=0.5')).toMatch(/lang="en"[\s\S]*was used before/)
  expect(signInPage(true, 'toString')).toContain('lang="en"')
  expect(signInPage(false)).toContain('lang="en"')
})
