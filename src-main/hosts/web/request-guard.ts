/** Sent by the page with every call. A stranger's page can't add it without asking first, and is never allowed to. */
const callHeader = { name: 'x-silhouette', value: 'page' } as const

/**
 * Why a call must not reach the core, or null where it may. A cookie alone proves nothing: a browser sends it along
 * with what another site made it ask for.
 * @param method of the request
 * @param header reads a header by its lower-case name
 */
export function refusalOfCall(method: string, header: (name: string) => string | undefined): string | null {
  if (method !== 'POST')
    return 'Calls are made by POST.'
  if (header(callHeader.name) !== callHeader.value)
    return `A call carries the header ${callHeader.name}: ${callHeader.value}.`
  const site = header('sec-fetch-site')
  if (site !== undefined) {
    return site === 'same-origin'
      ? null
      : 'Calls come from Silhouette\'s own page.'
  }
  // Browsers leave sec-fetch-site out on plain HTTP from another machine; the origin they then send is checked instead.
  const origin = header('origin')
  if (origin !== undefined && URL.parse(origin)?.host !== header('host'))
    return 'Calls come from Silhouette\'s own page.'
  return null
}
