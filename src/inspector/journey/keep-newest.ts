// Of those that are long gone nothing more will come.
const MOST = 1_000

/** Keeps it as the newest; of more than a thousand, the oldest is forgotten. */
export const keepNewest = <T>(all: Map<string, T>, key: string, value: T): void => {
  all.delete(key)
  all.set(key, value)
  const [oldest] = all.keys()
  if (all.size > MOST && oldest !== undefined) all.delete(oldest)
}
