import type { Engine } from './engine.ts';
import type { Failure } from './failures/failure.ts';
import type { DraftReply } from './reply.ts';

/** No reply comes from here: somebody else answers. */
export const left = Symbol('left');

/** Ends the pipeline: with a reply that a step has made, with a failure that the gateway profile makes one of, or left. */
export class Stop {
  readonly with: DraftReply | Failure | typeof left;

  constructor(ending: DraftReply | Failure | typeof left) {
    this.with = ending;
  }
}

/** What a step found out, `undefined` where it only lets pass, or a stop. */
type StepOutcome<Found> = Found | Stop;

/** One stage of the mock's pipeline: it sees what the steps before it found, and adds what it finds. */
export interface Step<Seen, Found> {
  readonly name: string;
  readonly run: (exchange: Seen, engine: Engine) => StepOutcome<Found> | Promise<StepOutcome<Found>>;
}

/** A step whose types are forgotten: the builder has checked them. */
type AnyStep = Step<never, object | undefined>;

/** The list so far. `next` takes only a step that can do with what the steps before it found. */
export interface StepList<Known> {
  next<Seen, Found extends object | undefined>(
    step: Known extends Seen ? Step<Seen, Found> : never,
  ): StepList<Known & (Found extends object ? Found : unknown)>;
  readonly steps: readonly AnyStep[];
}

function listOf<Known>(steps: readonly AnyStep[]): StepList<Known> {
  return { steps, next: (step) => listOf([...steps, step]) };
}

/** Begins a list of steps for exchanges that arrive as `Start`. */
export function startWith<Start>(): StepList<Start> {
  return listOf([]);
}
