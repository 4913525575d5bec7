import type { LanguageChoice } from '../words/languages'
import type { Action } from './action'
import { usePreferences } from '../stores/preferences'
import { languages } from '../words/languages'
import { t } from '../words/t'

/** Lets the page speak a language, or the system's. */
export function speak(language: LanguageChoice): Action {
  return {
    id: `speak-${language}`,
    group: 'Help',
    title: () => language === 'system' ? t('actions.speak-system') : t('actions.speak', { language: languages[language].title }),
    keys: [],
    icon: 'language',
    enabled: () => usePreferences().language !== language || t('actions.speaksAlready'),
    run: () => void (usePreferences().language = language),
  }
}
