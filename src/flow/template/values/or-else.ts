/** A value, or another one where there is none. None is a value, which `??` would pass over. */
export function orElse<T, U>(value: T | undefined, otherwise: () => U): T | U {
  return value === undefined ? otherwise() : value;
}
