import { rougeTags } from './rouge-names.ts';

/**
 * The tab under which Slate shows a fence of this name; undefined: always. Slate's lib/multilang.rb puts ` tab-NAME` behind the
 * first `highlight NAME` of the printed code, whose class is the tag of Rouge's lexer: `py` gives `highlight py tab-python`,
 * while `js` is not found in `highlight javascript`, nor is a name that Rouge does not know in `highlight plaintext`.
 */
export function slateTab(name: string): string | undefined {
  const [lexer = ''] = name.split('--');
  const tag = rougeTags.get(lexer) ?? 'plaintext';
  return lexer !== '' && tag.startsWith(lexer) ? name + tag.slice(lexer.length) : undefined;
}
