import { expect, test } from 'vitest';
import { type ErbPiece, splitErb } from '../../../../../docs-src/engine/source/erb/split-erb.ts';

const values: Readonly<Record<string, string>> = { base_url: 'https://a.b', 'config[:v]': '3' };
const split = (text: string) => splitErb(text, 5, (expression) => values[expression]);
const shown = (piece: ErbPiece) =>
  piece.kind === 'text'
    ? [piece.firstLine, piece.text]
    : [piece.line, piece.name, Object.fromEntries(piece.locals)];

test.each([
  ['<%= partial "includes/users" %>', 'includes/users', {}],
  ["  <%= partial 'includes/users' %>  ", 'includes/users', {}],
  ['<%= partial("includes/users") %>', 'includes/users', {}],
  ['<%=partial(:"includes/users")-%>', 'includes/users', {}],
  ['<%= partial :users %>', 'users', {}],
  ['<%= partial "a/b.md.erb", locals: { file: __FILE__ } %>', 'a/b.md.erb', {}],
  [
    '<%= partial("a", :locals => {\n  :role => :server,\n  x: 1, w: z, y: \'z\',\n}) %>',
    'a',
    { role: 'server', x: '1', y: 'z' },
  ],
])('a partial alone in its lines is a piece: %j', (line, name, locals) => {
  expect(split(`one\n${line}\ntwo <%= x %>`).map(shown)).toEqual([
    [5, 'one\n'],
    [6, name, locals],
    [6 + line.split('\n').length - 1, '\ntwo <%= x %>'],
  ]);
});

test.each([
  'text <%= partial "a" %>',
  '<%= partial "a" %> text',
  '<%= partial "a/#{name}" %>',
  '<%= partial name %>',
  '<%= partials "a" %>',
  '```\n<%= partial "a" %>\n```',
  '<% if x %>a<% end %>',
  '<%= unknown %>',
  '<%= config[:w] %>',
])('ERB that needs Ruby stays: %j', (text) => {
  expect(split(text).map(shown)).toEqual([[5, text]]);
});

test.each([
  ['a <%= base_url %>/<%=config[:v]-%>/x', 'a https://a.b/3/x'],
  ['a <%# b\nc %>d', 'a \nd'],
  ['a\n<% if false %>\nb\n<% end %>\nc', 'a\n\n\n\nc'],
  ['a\n<% if false -%>\n| 5%> |\n<%- end -%>', 'a\n\n\n'],
])('what is known without Ruby is put in, lines keep their numbers: %j', (text, want) => {
  expect(split(text).map(shown)).toEqual([[5, want]]);
});
