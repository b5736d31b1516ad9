import { existsSync } from 'node:fs';
import path from 'node:path';
import { isObject } from '../../../../openapi/model/is-object.ts';
import { readText } from '../read-source-text.ts';
import { readRubyYaml } from '../ruby-yaml.ts';
import type { ErbValues } from './split-erb.ts';

/** `config[:x]` and `data.site["x"]` as names: config, x. Anything but names is an expression that only Ruby could tell. */
function namesOf(expression: string): readonly string[] | undefined {
  const dotted = expression.replace(/\[\s*(?::(\w+)|"(\w+)"|'(\w+)')\s*\]/g, '.$1$2$3');
  const names = dotted.replace(/^app\.(?=config\.)/, '').split('.');
  return names.every((name) => /^[a-z_]\w*$/i.test(name)) ? names : undefined;
}

/** What lies at the end of the names in data/: files and folders of it come first, then keys of the file. */
function dataAt(folder: string, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return undefined;
  const file = ['.yml', '.yaml', '.json'].map((ending) => path.join(folder, name + ending)).find(existsSync);
  if (file === undefined) return dataAt(path.join(folder, name), rest);
  const whole: unknown = readRubyYaml(readText(file)).value;
  return rest.reduce((value, key) => (isObject(value) ? value[key] : undefined), whole);
}

/**
 * What a project's templates may ask for and its files say plainly: settings of config.rb by `config[:name]` or the bare name,
 * and texts and numbers of data/ by `data.file.key`.
 */
export function createErbValues(folder: string, settings: ReadonlyMap<string, string>): ErbValues {
  return (expression) => {
    const names = namesOf(expression);
    if (names === undefined) return undefined;
    const [first = '', ...rest] = names;
    if (rest.length === 0) return settings.get(first);
    if (first === 'config' && rest.length === 1) return settings.get(rest[0] ?? '');
    const value = first === 'data' ? dataAt(path.join(folder, 'data'), rest) : undefined;
    return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
  };
}
