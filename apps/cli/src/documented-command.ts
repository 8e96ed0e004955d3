import type { Command } from './command';
import type { Context } from './context';
import type { ExitCode } from './exit-code';
import { exitCode } from './exit-code';
import { outputOptions } from './options/output-options';
import type { ParsedOptions } from './options/parse-options';
import { parseOptions } from './options/parse-options';
import type { HelpPage } from './render/help-text';
import { helpText } from './render/help-text';

/** The help page of a command: options of every command stand in its group `options`, or in one of their own. */
export interface CommandPage extends Omit<HelpPage, 'groups'> {
  readonly groups?: HelpPage['groups'];
}

const general = 'options';

/** A command whose options are what its help page shows. */
export function documentedCommand(
  { groups = [], ...page }: CommandPage,
  run: (parsed: ParsedOptions, context: Context) => Promise<ExitCode>,
): Command {
  const shown = groups.some(({ title }) => title === general)
    ? groups.map(({ title, options }) => ({
        title,
        options: title === general ? [...options, ...outputOptions] : options,
      }))
    : [...groups, { title: general, options: outputOptions }];
  const options = shown.flatMap((group) => group.options);
  return {
    summary: page.summary,
    async run(args, context) {
      const parsed = parseOptions(args, options, page.usage);
      if (!parsed.values.has('help')) return run(parsed, context);
      context.stdout.write(helpText({ ...page, groups: shown }, context.stdout));
      return exitCode.done;
    },
  };
}
