import { workspace } from '../../tools/eslint/workspace.mjs';

export default workspace;
