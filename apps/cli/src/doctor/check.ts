import type { Context } from '../context';

/** What a check found. */
export interface Finding {
  readonly passed: boolean;
  /** What is there: `20.19.0`, `12 sessions`. */
  readonly detail: string;
  /** What to do where it failed. */
  readonly remedy?: string;
}

/** One thing that must be so before a command can work. */
export interface Check {
  readonly name: string;
  /** Its failure is said, and fails nothing. */
  readonly optional?: boolean;
  run(context: Context): Promise<Finding>;
}
