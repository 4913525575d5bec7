/** What the page says, by language. */
const words = {
  en: {
    title: 'Silhouette: sign in',
    used: 'This address was used before. It opens Silhouette in one browser, once.',
    unknown: 'This browser is not signed in. Your photos are shown only where you opened them.',
    how: `For a new address, run <code>silhouette open</code>, or <code>silhouette serve</code>, on the machine that holds the photos.
Then open the whole address it prints, from <code>http</code> to the end of the token.`,
  },
  de: {
    title: 'Silhouette: anmelden',
    used: 'Diese Adresse wurde schon benutzt. Sie öffnet Silhouette in einem Browser, einmal.',
    unknown: 'Dieser Browser ist nicht angemeldet. Die Fotos sind nur dort zu sehen, wo sie geöffnet wurden.',
    how: `Eine neue Adresse gibt <code>silhouette open</code> oder <code>silhouette serve</code> auf dem Rechner mit den Fotos.
Davon die ganze Adresse öffnen, von <code>http</code> bis zum Ende des Tokens.`,
  },
} as const

/**
 * What a browser sees that is not signed in: no script, no style, only what to do.
 * @param tried whether its address carried a token, which then was used before or never was one
 * @param asked the languages it would like, as it says them in `Accept-Language`
 */
export function signInPage(tried: boolean, asked = ''): string {
  const language = languageOf(asked)
  const { title, used, unknown, how } = words[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body>
<h1>Silhouette</h1>
<p>${tried ? used : unknown}</p>
<p>${how}</p>
</body>
</html>
`
}

/** The first there is; browsers name them in the order of their liking. */
function languageOf(asked: string): keyof typeof words {
  const tags = asked.split(',').map(tag => tag.trim().toLowerCase().slice(0, 2))
  return tags.find((tag): tag is keyof typeof words => Object.hasOwn(words, tag)) ?? 'en'
}
