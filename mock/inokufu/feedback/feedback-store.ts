import type { components } from '../../../openapi/generated/types.ts';

/** Feedback as it came, with what the mock adds. */
type ReceivedFeedback = components['schemas']['Feedback'] & {
  readonly id: string;
  /** Epoch milliseconds on the mock's clock. */
  readonly receivedAt: number;
};

interface KeptFeedback extends ReceivedFeedback {
  /** False: no answer of this mock had that `request_id`; accepted all the same. */
  readonly isRequestKnown: boolean;
}

/** Verbs of the domain, async from day one: a shared store can come behind them. */
export interface FeedbackStore {
  /** Notes that a search was answered under this id. */
  rememberAnswer(requestId: string): Promise<void>;
  /** Keeps the feedback and gives its id. */
  add(feedback: ReceivedFeedback): Promise<string>;
  /** Oldest first. */
  list(): Promise<readonly KeptFeedback[]>;
  clear(): Promise<void>;
}

/** A mock can run for weeks: the oldest give way. */
const rememberedAnswers = 100_000;
const keptFeedback = 10_000;

function dropOldest(ids: Set<string>): void {
  const [oldest] = ids;
  if (oldest !== undefined) ids.delete(oldest);
}

export function createMemoryFeedbackStore(): FeedbackStore {
  const answers = new Set<string>();
  let kept: KeptFeedback[] = [];
  return {
    async rememberAnswer(requestId) {
      answers.add(requestId);
      if (answers.size > rememberedAnswers) dropOldest(answers);
    },
    async add(feedback) {
      kept.push({ ...feedback, isRequestKnown: answers.has(feedback.request_id) });
      if (kept.length > keptFeedback) kept.shift();
      return feedback.id;
    },
    async list() {
      return [...kept];
    },
    async clear() {
      answers.clear();
      kept = [];
    },
  };
}
