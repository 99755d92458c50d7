import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A question that has reached the merchant's server. What it does about it, the test says. */
export interface Question {
  readonly response: ServerResponse
  /** The path that was asked for, with the number of the attempt. */
  readonly path: string
  answer(body: unknown, status?: number): void
  send(text: string, status?: number): void
  /** The connection is reset, whatever has been sent so far. */
  reset(): void
  /** When nobody waits for the answer any more: whether it was sent to its end. */
  readonly closed: Promise<boolean>
}

/** The merchant's server, on a free port of this machine. */
export const startMerchant = async () => {
  const questions: Question[] = []
  const waiting = new Map<number, (question: Question) => void>()
  let open = 0
  let mostOpen = 0

  const server = createServer((request, response) => {
    open += 1
    mostOpen = Math.max(mostOpen, open)
    const send = (text: string, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(text)
    }
    const question: Question = {
      response,
      path: request.url ?? '',
      send,
      answer: (body, status) => send(JSON.stringify(body), status),
      reset: () => response.socket?.resetAndDestroy(),
      closed: once(response, 'close').then(() => {
        open -= 1
        return response.writableFinished
      }),
    }
    questions.push(question)
    waiting.get(questions.length)?.(question)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    /** The question with this number, counted from 1, as soon as it comes. */
    question: (number: number): Promise<Question> =>
      new Promise((resolve) => {
        const question = questions[number - 1]
        if (question) resolve(question)
        else waiting.set(number, resolve)
      }),
    /** How many questions have come. */
    asked: (): number => questions.length,
    /** How many there were at a time. */
    mostOpen: (): number => mostOpen,
    async stop(): Promise<void> {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

export type Merchant = Awaited<ReturnType<typeof startMerchant>>
