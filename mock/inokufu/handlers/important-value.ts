const mark = '!important';

/** A parameter's value without the mark that forbids to loosen it. */
export interface ImportantValue<Value> {
  readonly value: Value;
  readonly isImportant: boolean;
}

/** Splits `mooc!important`; a value that isn't a text has no mark. */
export function splitImportant<Value>(value: Value): ImportantValue<Value | string> {
  if (typeof value !== 'string' || !value.endsWith(mark)) return { value, isImportant: false };
  return { value: value.slice(0, -mark.length).trimEnd(), isImportant: true };
}
