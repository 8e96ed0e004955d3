/** The folder's name that stands for the standard output. */
export const streamName = '-';
