import type { JsonObject, JsonValue } from '../../api-model.ts';
import { DocumentError } from '../../document-error.ts';
import { isLanguageTag } from '../../is-language-tag.ts';
import { isObject } from '../../is-object.ts';
import { didYouMean } from '../../nearest-name.ts';
import { decodedOrItself } from '../../percent-encoding.ts';
import { valueText } from '../../value-text.ts';
import { parseFile } from '../parse-file.ts';
import { createOverlayFaults, type OverlayFaults } from './overlay-faults.ts';
import type { Placed } from './placed-values.ts';
import { type NodeSelection, readSelection } from './select-nodes.ts';

/** One action of an overlay, checked. */
export interface OverlayAction {
  readonly target: NodeSelection;
  readonly change:
    | { readonly kind: 'update'; readonly value: Placed }
    | { readonly kind: 'copy'; readonly from: NodeSelection }
    | { readonly kind: 'remove' };
  /** Of the action in its file. */
  readonly pointer: string;
}

/** An overlay as it was read; whatever is wrong with it is thrown. */
export interface Overlay {
  readonly actions: readonly OverlayAction[];
  /** Whether what is no object and no array may be a target. */
  readonly takesPrimitives: boolean;
  /** `x-kit-lang`: of the texts that it writes. */
  readonly language: string | undefined;
  readonly faults: OverlayFaults;
}

const fields = {
  overlay: ['overlay', 'info', 'extends', 'actions', 'x-kit-lang'],
  action: ['target', 'description', 'update', 'remove', 'copy'],
};

/** Reads the text of an Overlay document, 1.0 or 1.1 (https://spec.openapis.org/overlay/). Throws DocumentError for what is none. */
export async function readOverlay(file: string, text: string, document: string): Promise<Overlay> {
  const parsed = await parseFile(file, text);
  const { value } = parsed;
  if (value === undefined) throw new DocumentError(parsed.faults);
  const faults = createOverlayFaults(file, text, parsed.faults);
  if (!isObject(value) || value.overlay === undefined) {
    const kind = isObject(value) ? (['openapi', 'swagger'].find((name) => name in value) ?? '') : '';
    const isDocument = kind === '' ? '' : `; it says \`${kind}\`, and is the document itself`;
    faults.refuse(`this is no Overlay document, which has \`overlay: 1.1.0\`${isDocument}`, '');
    throw faults.asError();
  }
  const version = valueText(value.overlay);
  const [, minor] = /^1\.([01])(\.\d+)?$/.exec(version) ?? [];
  if (minor === undefined)
    faults.refuse(`this is Overlay "${version}"; versions 1.0 and 1.1 can be applied`, '/overlay');
  const { info, actions } = value;
  for (const name of ['title', 'version'])
    if (!isObject(info) || typeof info[name] !== 'string')
      faults.note(`an overlay's \`info\` has a \`${name}\``, isObject(info) ? '/info' : '', 'untidy');
  noteUnknown(value, fields.overlay, '', faults);
  checkExtends(value.extends, document, faults);
  const language = value['x-kit-lang'];
  if (language !== undefined && !isLanguageTag(language))
    faults.refuse('`x-kit-lang` is a language tag like fr or pt-BR', '/x-kit-lang');
  const given = Array.isArray(actions) ? (actions as readonly JsonValue[]) : [];
  if (given.length === 0) faults.refuse('`actions` is a list of one action or more', '/actions');
  const takesPrimitives = minor !== '0';
  const read = given.map((action, index) =>
    readAction({ value: action, file, pointer: `/actions/${index}` }, takesPrimitives, faults),
  );
  if (faults.hasRefused()) throw faults.asError();
  const applied = read.filter((action) => action !== undefined);
  return {
    actions: applied,
    takesPrimitives,
    language: isLanguageTag(language) ? language : undefined,
    faults,
  };
}

function readAction(
  { value, file, pointer }: Placed,
  hasCopy: boolean,
  faults: OverlayFaults,
): OverlayAction | undefined {
  if (!isObject(value)) return faults.refuse('an action is an object with `target`', pointer);
  noteUnknown(value, fields.action, pointer, faults);
  const { update, copy, remove = false } = value;
  if (typeof remove !== 'boolean') return faults.refuse('`remove` is true or false', `${pointer}/remove`);
  if (copy !== undefined && !hasCopy)
    return faults.refuse('`copy` came with Overlay 1.1: write `overlay: 1.1.0`', `${pointer}/copy`);
  const given = [remove && 'remove', copy !== undefined && 'copy', update !== undefined && 'update'];
  const [kind, other] = given.filter((name) => name !== false);
  if (kind === undefined)
    return faults.refuse('an action has one of `update`, `copy` and `remove: true`', pointer);
  // The order in which the specification lets one of them pass over the others.
  if (other !== undefined) faults.note(`\`${other}\` does nothing beside \`${kind}\``, `${pointer}/${other}`);
  const target = readPath(value.target, `${pointer}/target`, faults);
  if (kind === 'remove') return target && { target, pointer, change: { kind } };
  if (kind === 'copy') {
    const from = readPath(copy, `${pointer}/copy`, faults);
    return target && from && { target, pointer, change: { kind, from } };
  }
  const written = { value: update as JsonValue, file, pointer: `${pointer}/update` };
  return target && { target, pointer, change: { kind: 'update', value: written } };
}

function readPath(
  value: JsonValue | undefined,
  pointer: string,
  faults: OverlayFaults,
): NodeSelection | undefined {
  if (typeof value !== 'string')
    return faults.refuse("a JSONPath is needed here, like `$.paths['/pets'].get`", pointer);
  const selection = readSelection(value);
  return 'problem' in selection ? faults.refuse(selection.problem, pointer) : selection;
}

function noteUnknown(
  value: JsonObject,
  known: readonly string[],
  pointer: string,
  faults: OverlayFaults,
): void {
  for (const name of Object.keys(value))
    if (!known.includes(name) && !/^x-(?!kit-)/.test(name))
      faults.note(
        `"${name}" is no field of an overlay here.${didYouMean(name, known)}`,
        `${pointer}/${name}`,
      );
}

/** The document that an overlay is written for is not fetched; that it is another one is told. */
function checkExtends(value: JsonValue | undefined, document: string, faults: OverlayFaults): void {
  if (value === undefined) return;
  const nameOf = (address: string) =>
    decodedOrItself(address.replace(/[?#].*$/s, ''))
      .split('/')
      .at(-1);
  const written = valueText(value);
  if (nameOf(written) !== nameOf(document))
    faults.note(`this overlay is written for "${written}", and is applied to ${document}`, '/extends');
}
