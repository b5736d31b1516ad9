/** What a part of the text is to its reader: whoever prints it has colours for that. */
export type Tone = 'good' | 'bad' | 'doubtful' | 'title' | 'aside';
export type Paint = (tone: Tone, text: string) => string;

export const withoutColours: Paint = (_tone, text) => text;
