import type { Experiment, ExperimentMap, ExperimentOutcome } from '#main/app/experiments/experiment'

const side = 320

/** An experiment as a page of its own: the table, and its maps side by side. No script, nothing fetched. */
export function experimentPage({ title, sentence }: Experiment, { rows, maps }: ExperimentOutcome, names: string[], about: string): string {
  const columns = Object.keys(rows[0] ?? {})
  const head = columns.map(column => `<th>${escaped(column)}</th>`).join('')
  const body = rows.map(row => `<tr>${columns.map(column => `<td>${escaped(cellText(row[column]))}</td>`).join('')}</tr>`).join('\n')
  const shown = [...new Set(maps.flatMap(({ groups }) => [...groups]))].sort((a, b) => a - b)
  const hue = new Map(shown.map((group, i) => [group, Math.round(360 * i / shown.length)]))
  const legend = shown.length <= 40 ? shown.map(group => `<li><i style="background:${colour(hue.get(group)!)}"></i>${escaped(names[group])}</li>`).join('') : ''
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} · Silhouette</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { max-width: 1100px; margin: 2rem auto; padding: 0 1rem }
  table { border-collapse: collapse; margin: 1.5rem 0 }
  th, td { padding: .3rem .7rem; text-align: right; border-bottom: 1px solid #8884; font-variant-numeric: tabular-nums }
  th:first-child, td:first-child { text-align: left }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(${side}px, 1fr)); gap: 1.5rem }
  figure { margin: 0 } figcaption { font-weight: 600 } svg { width: 100%; border: 1px solid #8884; border-radius: 8px }
  ul { display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: 0; list-style: none } i { display: inline-block; width: .7em; height: .7em; margin-right: .4em; border-radius: 50% }
</style>
<h1>${escaped(title)}</h1>
<p>${escaped(sentence)} ${escaped(about)}</p>
<table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table>
<ul>${legend}</ul>
<main>
${maps.map(map => figure(map, hue)).join('\n')}
</main>
</html>
`
}

/** A number of a table: a share to three places, a whole number as it is. */
export function cellText(value: string | number | null): string {
  if (value === null || typeof value === 'string')
    return value ?? '–'
  return Number.isInteger(value) ? String(value) : value.toFixed(3)
}

function figure({ title, xy, groups }: ExperimentMap, hue: Map<number, number>): string {
  const scale = (value: number): string => ((value / 1.15 + 1) * side / 2).toFixed(1)
  const size = groups.length > 1_500 ? 1.2 : groups.length > 400 ? 2 : 3
  const dots = Array.from(groups, (group, i) => `<circle cx="${scale(xy[2 * i])}" cy="${scale(xy[2 * i + 1])}" r="${size}" fill="${colour(hue.get(group)!)}"/>`).join('')
  return `<figure><figcaption>${escaped(title)}</figcaption><svg viewBox="0 0 ${side} ${side}" role="img" aria-label="${escaped(title)}">${dots}</svg></figure>`
}

function colour(hue: number): string {
  return `hsl(${hue} 65% 52%)`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]!)
}
