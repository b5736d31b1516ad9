/** A Content-Type header, read as far as it can be. */
export interface ContentType {
  /** Without parameters, in lower case, also where it is none; undefined where no header names one. */
  readonly mediaType: string | undefined;
  readonly charset: string | undefined;
  /** Those that are well formed, values without their quotes. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /** The media type with those parameters that are well formed. */
  readonly wellFormed: string;
  /** Whether it is `type/subtype` and parameters, and nothing else (RFC 9110 section 8.3.1; empty parameters are allowed). */
  readonly isWellFormed: boolean;
}

const token = String.raw`[!#$%&'*+.^_\`|~\w-]+`;
const parameter = new RegExp(String.raw`;\s*(${token})=("(?:[^"\\]|\\.)*"|${token})\s*(?=;|$)`, 'g');
const mediaTypeForm = new RegExp(`^${token}/${token}$`);

export function readContentType(header: string | undefined): ContentType {
  if (header === undefined)
    return { mediaType: undefined, charset: undefined, parameters: [], wellFormed: '', isWellFormed: true };
  const [essence = ''] = header.split(';', 1);
  const mediaType = essence.trim().toLowerCase();
  const rest = header.slice(essence.length);
  const written = [...rest.matchAll(parameter)].map(([, name = '', value = '']) => ({ name, value }));
  const parameters = written.map(({ name, value }) => ({
    name,
    value: value.replace(/^"(.*)"$/s, '$1').replaceAll(/\\(.)/gs, '$1'),
  }));
  return {
    mediaType: mediaType === '' ? undefined : mediaType,
    charset: parameters.find(({ name }) => name.toLowerCase() === 'charset')?.value,
    parameters,
    wellFormed: [mediaType, ...written.map(({ name, value }) => `${name}=${value}`)].join('; '),
    isWellFormed: mediaTypeForm.test(mediaType) && /^[;\s]*$/.test(rest.replaceAll(parameter, '')),
  };
}
