/** What comes first goes first. An array that loses its first element over and over would move all others. */
export interface Fifo<T> {
  readonly size: number
  push(item: T): void
  peek(): T | undefined
  take(): T | undefined
  [Symbol.iterator](): IterableIterator<T>
}

export const createFifo = <T>(): Fifo<T> => {
  const items = new Map<number, T>()
  let first = 0
  let next = 0
  return {
    get size() {
      return items.size
    },
    push(item) {
      items.set(next, item)
      next += 1
    },
    peek: () => items.get(first),
    take() {
      const item = items.get(first)
      if (items.delete(first)) first += 1
      return item
    },
    [Symbol.iterator]: () => items.values(),
  }
}
