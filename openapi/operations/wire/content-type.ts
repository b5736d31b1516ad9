/** A Content-Type header, read as far as it can be. */
export interface ContentType {
  /** Without parameters, in lower case, also where it is none; undefined where no header names one. */
  readonly mediaType: string | undefined;
  readonly charset: string | undefined;
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
    return { mediaType: undefined, charset: undefined, wellFormed: '', isWellFormed: true };
  const [essence = ''] = header.split(';', 1);
  const mediaType = essence.trim().toLowerCase();
  const rest = header.slice(essence.length);
  const parameters = [...rest.matchAll(parameter)].map(([, name = '', value = '']) => ({ name, value }));
  const charset = parameters.find(({ name }) => name.toLowerCase() === 'charset')?.value;
  return {
    mediaType: mediaType === '' ? undefined : mediaType,
    charset: charset?.replaceAll('"', ''),
    wellFormed: [mediaType, ...parameters.map(({ name, value }) => `${name}=${value}`)].join('; '),
    isWellFormed: mediaTypeForm.test(mediaType) && /^[;\s]*$/.test(rest.replaceAll(parameter, '')),
  };
}
