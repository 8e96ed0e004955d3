/**
 * Writes a changing state without falling behind: while one write is under way, all later calls share the next one.
 *
 * @param write writes the state as it is when called
 */
export function latestWriter(write: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  /** Resolves when a write that began after this call is done. */
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        running = write();
        return running;
      });
    return next;
  };
}
