import type { Kind } from './kinds/kind.ts';
import type { Field } from './kinds/structures.ts';

/** Where an option may be given, the strongest first; its default comes last. */
export const sources = ['command line', 'environment', 'file'] as const;
export type OptionSource = (typeof sources)[number];

/** An option, once for all the places where it can be given. */
export interface Option<Written = unknown, Value = unknown> extends Field<Written, Value> {
  /** One clause without a full stop. Of an option that is on unless it is said otherwise: what one would be without. */
  readonly description: string;
  /** What holds without it, where that is no value: `(default: …)`. */
  readonly otherwise?: string;
  /** Default: all. */
  readonly sources?: readonly OptionSource[];
}

export type OptionTable = Readonly<Record<string, Option>>;

/** What may be written in a configuration. */
export type Written<Table extends OptionTable> = {
  readonly [Name in keyof Table]?: Table[Name] extends { kind: Kind<infer Value, infer _Read> }
    ? Value | undefined
    : never;
};

/** What a command works with: what has a default is there. */
export type Settled<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends { kind: Kind<infer _Written, infer Value> }
    ? Table[Name] extends { default: unknown }
      ? Value
      : Value | undefined
    : never;
};

/** `maxCalls` as on a command line: `max-calls`. */
export function flagName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `maxCalls` in the environment: `API_KIT_MAX_CALLS`. */
export function environmentName(name: string): string {
  return `API_KIT_${flagName(name).replaceAll('-', '_').toUpperCase()}`;
}

export function mayComeFrom({ sources: own = sources }: Option, source: OptionSource): boolean {
  return own.includes(source);
}
