// Who may connect. The server listens on this machine only; but a browser on this machine brings any website along. Of
// a website two headers tell, which its scripts cannot set: `Host` is the name that the browser looked up (a name that
// was rebound to this machine is not one of ours), and `Origin` is the page that asks.

const loopback = String.raw`(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?`
const loopbackHost = new RegExp(`^${loopback}$`)
const loopbackOrigin = new RegExp(`^https?://${loopback}$`)

/** A name of this machine. Its port may be another one: that of a tunnel. */
export const isOwnHost = (host: string | undefined): host is string => host !== undefined && loopbackHost.test(host)

/** An app, in a page of this machine or of an allowed origin. A program that is no browser names no origin. */
export const mayBeApp = (origin: string | undefined, allowedOrigins: readonly string[]): boolean =>
  origin === undefined || loopbackOrigin.test(origin) || allowedOrigins.includes(origin)

/** Our own page. */
export const isOwnPage = (origin: string | undefined, host: string): boolean => origin === `http://${host}`

/**
 * A request that no other website makes. Browsers name the origin of some requests only, but the newer ones say of all
 * requests where they come from; `none` is a person's own doing.
 */
export const mayRead = (origin: string | undefined, site: string | undefined, host: string): boolean =>
  (origin === undefined || isOwnPage(origin, host)) && (site === undefined || site === 'same-origin' || site === 'none')

/** As browsers write an origin, or `undefined`: it is none that a page could have. */
export const readOrigin = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined
  const { origin } = new URL(text)
  const isPlain = text === origin || text === `${origin}/`
  // It goes into a header, where `*` and others would mean something.
  return isPlain && /^https?:\/\/[\w.:[\]-]+$/.test(origin) ? origin : undefined
}
