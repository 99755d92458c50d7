/** What is asked for, without what comes after a question mark; `undefined`: it is no path. */
export const pathOf = (url: string): string | undefined => {
  try {
    return url.startsWith('/') ? decodeURIComponent(url.replace(/\?.*$/s, '')) : undefined
  } catch {
    return undefined
  }
}
