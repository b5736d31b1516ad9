/** The environment of a Node that does not find a package, as where an optional one was not installed. */
export function withoutPackage(name: string): NodeJS.ProcessEnv {
  const hooks = `export async function resolve(specifier, context, next) {
    if (specifier === '${name}') throw Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' });
    return next(specifier, context);
  }`;
  const register = `import { register } from 'node:module'; register('${asUrl(hooks)}');`;
  return { NODE_OPTIONS: `--import "${asUrl(register)}"` };
}

function asUrl(module: string): string {
  return `data:text/javascript,${encodeURIComponent(module).replaceAll("'", '%27')}`;
}
