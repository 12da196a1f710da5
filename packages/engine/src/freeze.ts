/** Freezes plain data all the way down and hands it back. Arrays of a fixed element type cannot be frozen and stay as they are. */
export function freezeDeep(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (ArrayBuffer.isView(value)) return value
  Object.freeze(value)
  for (const inside of Object.values(value)) freezeDeep(inside)
  return value
}
