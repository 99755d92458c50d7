const frames = ['http://localhost:*', 'http://127.0.0.1:*', 'https://localhost:*', 'https://127.0.0.1:*']

/**
 * What every answer says. No `Cross-Origin-Opener-Policy`: it would cut the page off from the app that has opened it,
 * which is how `createBrowserInspector` reaches it.
 */
export const securityHeaders = (host: string, allowedOrigins: readonly string[]): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${[...frames, ...allowedOrigins].join(' ')}`,
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
})

/** Of what no other page may have, not even as an image or a script. */
export const ownPageOnly = { 'cross-origin-resource-policy': 'same-origin' } as const
