const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether two pieces of plain data are equal. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
}

/** The object that was there before, where the new one says the same: a hundred thousand moments are few objects. */
export const shared = <T>(before: T | undefined, after: T): T =>
  before !== undefined && isSame(before, after) ? before : after

/** The same for each part of an object, and for all of it. The object is one that was made for this. */
export const sharedParts = <T extends object>(before: T | undefined, after: T): T => {
  if (!before) return after
  let isUnchanged = Object.keys(before).length === Object.keys(after).length
  for (const key of Object.keys(after) as (keyof T)[]) {
    after[key] = shared(before[key], after[key])
    isUnchanged &&= after[key] === before[key]
  }
  return isUnchanged ? before : after
}
