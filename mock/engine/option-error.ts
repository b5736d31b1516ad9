/** An option of the mock that can't be meant: its message tells whoever gave it what to write. */
export class OptionError extends TypeError {
  override readonly name = 'OptionError';
}
