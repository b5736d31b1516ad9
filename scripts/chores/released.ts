import { packageRoot } from '../../openapi/model/package-root.ts';
import { checkReleased } from './released/check-released.ts';

/** Part of `npm test`: a change of the document that breaks clients of its released version is found before they find it. */
const wrong = await checkReleased(packageRoot);
if (wrong !== undefined) console.error(wrong);
process.exitCode = wrong === undefined ? 0 : 1;
