/**
 * What a browser sees that is not signed in: no script, no style, only what to do.
 * @param tried whether its address carried a token, which then was used before or never was one
 */
export function signInPage(tried: boolean): string {
  const reason = tried
    ? 'This address was used before. It opens Silhouette in one browser, once.'
    : 'This browser is not signed in. Your photos are shown only where you opened them.'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Silhouette: sign in</title>
</head>
<body>
<h1>Silhouette</h1>
<p>${reason}</p>
<p>For a new address, run <code>silhouette open</code>, or <code>silhouette serve</code>, on the machine that holds the photos.
Then open the whole address it prints, from <code>http</code> to the end of the token.</p>
</body>
</html>
`
}
