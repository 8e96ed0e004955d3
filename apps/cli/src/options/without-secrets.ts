const hidden = '***';

/** Options whose whole value is a secret. */
const secretOptions: readonly string[] = ['--supabase-key'];

/** Arguments that may be shown: passwords in addresses, and keys, are stars. */
export function withoutSecrets(args: readonly string[]): readonly string[] {
  return args.map((argument, at) => {
    if (secretOptions.includes(args[at - 1] ?? '')) return hidden;
    const option = secretOptions.find((name) => argument.startsWith(`${name}=`));
    return option === undefined ? withoutPassword(argument) : `${option}=${hidden}`;
  });
}

/** An address with stars for its password. */
const withoutPassword = (text: string): string =>
  text.replace(/:\/\/([^/:\s]*):[^/\s]*@/, (_, user: string) => `://${user}:${hidden}@`);
