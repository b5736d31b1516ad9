import type { Written } from './option.ts';
import type {
  apiOptions,
  contractOptions,
  docsOptions,
  draftOptions,
  judgeOptions,
  mockOptions,
  proxyOptions,
  typesOptions,
} from './options.ts';

/** What a configuration file may hold; paths are relative to the file. */
export interface KitConfig extends Written<typeof apiOptions> {
  /** The configuration's JSON Schema, for editors. */
  readonly $schema?: string;
  readonly mock?: Written<typeof mockOptions>;
  readonly docs?: Written<typeof docsOptions>;
  readonly contract?: Written<typeof contractOptions>;
  readonly judge?: Written<typeof judgeOptions>;
  readonly proxy?: Written<typeof proxyOptions>;
  readonly types?: Written<typeof typesOptions>;
  readonly draft?: Written<typeof draftOptions>;
}

/** For `api-kit.config.ts` and `.js`: gives a configuration its type, and changes nothing. */
export function defineConfig(config: KitConfig): KitConfig {
  return config;
}
