import type { IncomingMessage, ServerResponse } from 'node:http'
import { isOwnHost, mayRead } from '../admission.ts'
import type { PageConfig, TraceEntry } from '../protocol.ts'
import { ownPageOnly, securityHeaders } from './headers.ts'
import { notBuilt, readPageFile } from './page-files.ts'
import { pathOf } from './request-path.ts'
import { sendTrace } from './send-trace.ts'
import type { InspectorServerOptions } from './types.ts'

const TEXT = 'text/plain; charset=utf-8'

/** Answers the page's requests, and no one else's. */
export const createAnswer = ({ traces, allowedOrigins, page, submitButton }: InspectorServerOptions) => {
  const entries: readonly TraceEntry[] = traces.map(({ trace }, index) => ({ id: String(index), name: trace }))
  const config: PageConfig = { allowedOrigins }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = '/', headers } = request
    const end = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
      response.end(body)
    }
    const json = (value: unknown): void => end(200, 'application/json', JSON.stringify(value))

    if (!isOwnHost(headers.host)) return end(403, TEXT, 'This is the inspector of another host.\n')
    for (const [name, value] of Object.entries(securityHeaders(headers.host, allowedOrigins))) {
      response.setHeader(name, value)
    }
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return end(405, TEXT, 'There is nothing here but to read.\n')
    }
    const path = pathOf(url)
    if (path === undefined) return end(400, TEXT, 'This is no address.\n')

    const trace = /^\/traces\/(\d+)$/.exec(path)
    if (trace || path === '/traces' || path === '/config') {
      for (const [name, value] of Object.entries(ownPageOnly)) response.setHeader(name, value)
      const site = headers['sec-fetch-site']
      if (!mayRead(headers.origin, typeof site === 'string' ? site : undefined, headers.host)) {
        return end(403, TEXT, 'This is for the page of the inspector only.\n')
      }
      if (path === '/config') return json(config)
      if (path === '/traces') return json(entries)
      const id = trace?.[1] ?? ''
      const source = traces[Number(id)]
      if (source && method === 'GET') return sendTrace(id, source, submitButton, response)
      return source ? end(200, 'application/x-ndjson; charset=utf-8', '') : end(404, TEXT, 'There is no such trace.\n')
    }
    const file = await readPageFile(page, path)
    if (file) return end(200, file.type, file.body)
    if (path === '/') return end(503, TEXT, notBuilt)
    return end(404, TEXT, 'There is nothing here.\n')
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch(() => {
      // Too late to say so: who reads it learns that it was cut off.
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  }
}
