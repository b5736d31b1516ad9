/** What is known of a key; made and kept where nothing is. */
export function remember<Key extends object, Value extends Exclude<unknown, undefined>>(
  known: WeakMap<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
