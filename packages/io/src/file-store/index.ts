export { fileStore } from './file-store';

export type { FileStoreOptions } from './file-store';
