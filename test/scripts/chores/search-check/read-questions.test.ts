import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../../../scripts/chores/search-check/read-questions.ts';

describe('questions for the search', () => {
  it.each([
    ['YAML', "- question: cost\n  target: '#plans'\n- question: key\n  target: [a.html, '#b']\n"],
    ['JSON', '[{"question":"cost","target":"#plans"},{"question":"key","target":["a.html","#b"]}]'],
  ])('are read from %s', (_format, text) => {
    expect(readQuestions(text)).toEqual([
      { question: 'cost', targets: ['#plans'] },
      { question: 'key', targets: ['a.html', '#b'] },
    ]);
  });

  it.each([
    ['nothing', '', /must be a list/],
    ['no list', 'question: cost', /must be a list/],
    ['an empty list', '[]', /must be a list/],
    ['no question', '- target: a', /^Entry 1 must have a "question"/],
    ['no target', '- {question: a, target: b}\n- question: c', /^Entry 2 must have/],
    ['a target that is no text', '- {question: a, target: [1]}', /^Entry 1 must have/],
    ['text alone', '- cost', /^Entry 1 must have/],
  ])('are refused: %s', (_what, text, message) => {
    expect(() => readQuestions(text)).toThrow(message);
  });
});
