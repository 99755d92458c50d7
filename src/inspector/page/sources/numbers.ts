/** Numbers things, in the order in which they are first seen. It does not hold on to any. */
export const createNumbers = (): ((thing: object) => number) => {
  const numbers = new WeakMap<object, number>()
  let count = 0
  return (thing) => {
    const known = numbers.get(thing)
    if (known !== undefined) return known
    count += 1
    numbers.set(thing, count)
    return count
  }
}
