import { parse } from 'yaml';
import { isObject } from '../../../openapi/model/is-object.ts';
import { type Question, QuestionError } from './check-questions.ts';

/** Reads a list of `question` and `target` (one, or several of which any is right), in YAML or JSON. */
export function readQuestions(text: string): Question[] {
  const list: unknown = parse(text);
  if (!Array.isArray(list) || list.length === 0)
    throw new QuestionError('The questions must be a list of entries with "question" and "target".');
  return list.map((entry: unknown, index) => {
    const { question, target } = isObject(entry) ? entry : {};
    const targets = [target].flat();
    if (
      typeof question !== 'string' ||
      targets.length === 0 ||
      !targets.every((one) => typeof one === 'string')
    )
      throw new QuestionError(
        `Entry ${index + 1} must have a "question" that is text, and a "target" that is one address or a list of them.`,
      );
    return { question, targets };
  });
}
