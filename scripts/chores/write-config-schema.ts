import { writeFileSync } from 'node:fs';
import { packageFile } from '../../openapi/model/package-root.ts';
import { configSchema } from '../config/read-config.ts';

/** A step of `npm run build`: the JSON Schema of configurations, which editors check them with. */
writeFileSync(packageFile('dist/config.schema.json'), `${JSON.stringify(configSchema(), null, 2)}\n`);
