/** A single-byte encoding as which UTF-8 is read by mistake, turned round: the byte that each of its characters stands for. */
export interface CodePage {
  /** As its writers call it: `Windows-1254`. */
  readonly name: string;
  readonly byteOf: ReadonlyMap<string, number>;
  /** Bytes that it has no character for: programs drop them, or put `?` or U+FFFD in their place. */
  readonly lacks: readonly number[];
}

const upperHalf = Array.from({ length: 0x80 }, (_, index) => 0x80 + index);

function codePage(name: string, characters: readonly string[]): CodePage {
  // A byte without a character is decoded as the control character of its number, or refused.
  const lacks = upperHalf.filter((_, index) => /[\u0080-\u009F\uFFFD]/.test(characters[index] ?? ''));
  const controls = upperHalf.slice(0, 0x20).map((byte) => [String.fromCharCode(byte), byte] as const);
  const own = upperHalf.map((byte, index) => [characters[index] ?? '', byte] as const);
  return { name, byteOf: new Map([...controls, ...own]), lacks };
}

function decoded(label: string): string[] {
  // As a stream: Node 20 decodes whole Windows-1252 texts as ISO-8859-1.
  return [...new TextDecoder(label).decode(Uint8Array.from(upperHalf), { stream: true })];
}

const windows = (number: number) => codePage(`Windows-${number}`, decoded(`windows-${number}`));
const latin1 = upperHalf.map((byte) => String.fromCharCode(byte));

/** Those that editors and databases were seen to read UTF-8 as; where two say the same, the earlier one counts. */
export const codePages: readonly CodePage[] = [
  windows(1252),
  // Its control characters are characters: nothing is lacking.
  { ...codePage('ISO-8859-1', latin1), lacks: [] },
  windows(1254),
  windows(1250),
  windows(1251),
  windows(1257),
  codePage('MacRoman', decoded('macintosh')),
];
