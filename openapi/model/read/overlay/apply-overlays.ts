import type { DocumentFault, JsonValue, SourceLocation } from '../../api-model.ts';
import { locationOf, pointerTokens } from '../located.ts';
import { type Misfit, mergeInto, mergeKindOf } from './merge-into.ts';
import { createPlacedValues, type OwnPart, type Placed, type PlacedValues } from './placed-values.ts';
import { type Overlay, type OverlayAction, readOverlay } from './read-overlay.ts';
import { type NodeSelection, selectPointers, whyNothing } from './select-nodes.ts';

/** An overlay as it is written. */
export interface OverlayText {
  readonly file: string;
  readonly text: string;
}

/** A document's root file as overlays have it. */
export interface OverlaidRoot {
  readonly root: JsonValue;
  /** What can be applied, and is doubtful. */
  readonly faults: readonly DocumentFault[];
  /** What was written, with the languages that the overlays say. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** Where what a pointer leads to was written: in the document, or in an overlay. */
  readonly placeOf: (pointer: string) => SourceLocation;
}

/**
 * Applies overlays to a document's root file, one after the other. What that refers to in other files is not theirs to change: a
 * target selects nodes of one document. Throws DocumentError where one can't be applied.
 */
export async function applyOverlays(
  value: JsonValue,
  file: string,
  texts: readonly OverlayText[],
): Promise<OverlaidRoot> {
  const values = createPlacedValues();
  const root: Placed = { value: values.copyOf(value), file, pointer: '' };
  const faults: DocumentFault[] = [];
  const written = new Map<string, string | undefined>();
  for (const { file: name, text } of texts) {
    const overlay = await readOverlay(name, text, file);
    for (const action of overlay.actions) {
      if (action.change.kind === 'update')
        for (const one of textsIn(action.change.value.value)) written.set(one, overlay.language);
      const misfit = applyAction(action, root, overlay, values);
      if (misfit === undefined) continue;
      overlay.faults.refuse(misfit.message, misfit.pointer);
      throw overlay.faults.asError();
    }
    faults.push(...overlay.faults.noted);
  }
  return {
    root: root.value,
    faults,
    texts: written,
    placeOf: (pointer) => locationOf(values.find(root, pointer)),
  };
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((one) => textsIn(one))
    : [];
}

/** A selected value, and what holds it under which key; nothing holds the whole document. */
interface SelectedNode {
  readonly node: Placed;
  readonly key: string;
  readonly owner: (Placed & { readonly value: OwnPart }) | undefined;
}

/** Why it can't be applied, else undefined. */
function applyAction(
  { target, change, pointer }: OverlayAction,
  root: Placed,
  { faults, takesPrimitives }: Overlay,
  values: PlacedValues,
): Misfit | undefined {
  const { expression } = target;
  const refused = (message: string, field = 'target') => ({ message, pointer: `${pointer}/${field}` });
  const selected = selectPointers(target, root.value).map((one) => nodeAt(one, root, values));
  const kinds = [...new Set(selected.map(({ node }) => mergeKindOf(node.value)))];
  if (kinds.length === 0)
    faults.note(`"${expression}" selects nothing${whyNothing(target, root.value)}`, `${pointer}/target`);
  if (kinds.includes('a value') && !takesPrimitives)
    faults.note('Overlay 1.0 changes objects and arrays: write `overlay: 1.1.0`', pointer, 'untidy');
  if (change.kind === 'remove') {
    if (selected.some(({ owner }) => owner === undefined)) return refused('the document itself has to stay');
    removeAll(selected, values);
    return undefined;
  }
  if (kinds.length > 1) return refused(`"${expression}" selects different things: ${kinds.join(', ')}`);
  const written = change.kind === 'update' ? change.value : onlyOne(change.from, root, values);
  if (written === undefined) return refused('`copy` takes a JSONPath that selects one value', 'copy');
  for (const node of selected) {
    const misfit = mergeNode(node, written, values);
    if (misfit !== undefined) return change.kind === 'copy' ? refused(misfit.message, 'copy') : misfit;
  }
  return undefined;
}

function mergeNode({ node, key, owner }: SelectedNode, written: Placed, values: PlacedValues) {
  const { value } = node;
  if (!Array.isArray(value) || Array.isArray(written.value))
    return mergeInto(value, written, values, () => owner && values.put(owner.value, key, written));
  values.put(value, String(value.length), written);
  return undefined;
}

function nodeAt(pointer: string, root: Placed, values: PlacedValues): SelectedNode {
  const key = pointerTokens(pointer).at(-1) ?? '';
  // Both are there: they were selected. What holds something is an object or an array, and was copied.
  const node = values.find(root, pointer) as Placed;
  const above = values.find(root, pointer.replace(/\/[^/]*$/, '')) as Placed & { readonly value: OwnPart };
  return { node, key, owner: pointer === '' ? undefined : above };
}

/** All at once: removing one from an array moves the others. */
function removeAll(selected: readonly SelectedNode[], values: PlacedValues): void {
  const keysOf = new Map<
    OwnPart,
    { readonly owner: Placed & { value: OwnPart }; readonly keys: Set<string> }
  >();
  for (const { owner, key } of selected) {
    if (owner === undefined) continue;
    const known = keysOf.get(owner.value) ?? { owner, keys: new Set() };
    keysOf.set(owner.value, known);
    known.keys.add(key);
  }
  for (const { owner, keys } of keysOf.values()) values.remove(owner, keys);
}

/** What is copied is copied as it is before the action. */
function onlyOne(from: NodeSelection, root: Placed, values: PlacedValues): Placed | undefined {
  const [pointer, other] = selectPointers(from, root.value);
  if (pointer === undefined || other !== undefined) return undefined;
  const { value, ...place } = values.find(root, pointer) as Placed; // it was selected
  return { ...place, value: values.copyOf(value) };
}
