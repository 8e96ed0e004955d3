import { packageRules } from '../../tools/eslint/package.mjs';

export default packageRules({ platform: 'any', dir: import.meta.dirname });
