const plain = /^[\w./:=,@%+-]+$/;

/** An argument as a POSIX shell takes it. */
const quoted = (argument: string): string =>
  plain.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;

/** The command that a person types for these arguments: through Nx where this process was started by it. */
export function commandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const texts = args.map(quoted);
  if (environment['NX_TASK_TARGET_PROJECT'] !== 'cli') return ['npx @synth/cli', ...texts].join(' ');
  const [target, ...rest] = texts;
  return [`npx nx run cli:${target}`, ...(rest.length === 0 ? [] : ['--', ...rest])].join(' ');
}
