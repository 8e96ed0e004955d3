import { workspace } from './eslint/workspace.mjs';

export default workspace;
