/** The dataset's name: enters every stream's key, and so never changes. */
export const datasetName = 'interactions';

/** Version of the output: moves when any byte moves. */
export const datasetVersion = '3.0.0';
