import type { MatchOptions, ServiceIds } from '@synth/match-events';
import { matchDataset, serviceData } from '@synth/match-events';
import type { Command } from '../command';
import type { Context } from '../context';
import type { ExitCode } from '../exit-code';
import { exitCode } from '../exit-code';
import { clearPeople } from '../match/people-store';
import { seedConfigOptions, seedTargetOptions, seedWorkOptions } from '../match/seed-options';
import { refuseForeign, seedPeople } from '../match/seed-people';
import { withSeedTargets } from '../match/seed-targets';
import { serviceDdl } from '../match/service-ddl';
import { noArguments } from '../options/no-arguments';
import type { OptionValues } from '../options/option';
import { outputOptions } from '../options/output-options';
import { parseOptions } from '../options/parse-options';
import { readConfig } from '../options/read-config';
import { withoutSecrets } from '../options/without-secrets';
import { helpText } from '../render/help-text';
import { progressView } from '../render/progress';
import { seedText } from '../render/seed-text';

const summary = 'write invented users, profiles, groups and sessions to Supabase or PostgreSQL, and Redis';
const usage = 'synth match seed';

const groups = [
  { title: 'people', options: seedConfigOptions },
  { title: 'where to', options: seedTargetOptions },
  { title: 'how', options: [...seedWorkOptions, ...outputOptions] },
];

/** `synth match seed`: the people of `synth simulate match`, where a matching application reads them. */
export const matchSeed: Command = {
  summary,
  async run(args, context) {
    const { values, positionals } = parseOptions(
      args,
      groups.flatMap(({ options }) => options),
      usage,
    );
    if (values.has('help')) {
      context.stdout.write(helpText({ usage: `${usage} [options]`, summary, groups }, context.stdout));
      return exitCode.done;
    }
    noArguments(positionals, usage);
    const ids: ServiceIds = values.get('uuid') === true ? 'uuid' : 'text';
    if (values.get('ddl') === true) {
      context.stdout.write(serviceDdl(ids));
      return exitCode.done;
    }
    return values.get('clear') === true ? clear(values, context, ids) : seed(args, values, context, ids);
  },
};

async function clear(values: OptionValues, context: Context, ids: ServiceIds): Promise<ExitCode> {
  const cleared = await withSeedTargets(values, context, ids, async ({ people, sessions }) => ({
    ...(people === undefined ? {} : await clearPeople(people)),
    ...(sessions === undefined ? {} : { sessions: await sessions.clear() }),
  }));
  report({ event: 'people-cleared', rows: cleared }, values, context);
  return exitCode.done;
}

async function seed(
  args: readonly string[],
  values: OptionValues,
  context: Context,
  ids: ServiceIds,
): Promise<ExitCode> {
  const schema = matchDataset.config.jsonSchema();
  const options = await readConfig(values, seedConfigOptions, schema, matchDataset.name);
  const data = serviceData(options as MatchOptions, ids);
  const subject = `seed ${data.config.seed}`;
  if (values.get('dry-run') === true) {
    report({ event: 'people-planned', rows: data.rows, subject }, values, context);
    return exitCode.done;
  }
  const progress = progressView(context, values.has('json'));
  const { signal } = context;
  try {
    const rows = await withSeedTargets(values, context, ids, async (targets) => {
      if (values.get('overwrite') !== true) await refuseForeign(data, targets);
      return seedPeople(data, targets, context, progress);
    });
    progress.stop();
    const next = context.commandLine(['simulate', 'match', ...withoutSecrets(sourcesOf(args))]);
    report({ event: 'people-seeded', rows, subject, next }, values, context);
    return exitCode.done;
  } catch (error) {
    progress.stop();
    if (!signal.aborted) throw error;
    const again = context.commandLine(['match', 'seed', ...withoutSecrets(args)]);
    context.stderr.write(`stopped; rows that are there stay, and are written again by:  ${again}\n`);
    return exitCode.interrupted;
  }
}

/** The arguments by which `synth simulate match` reads what was written. */
function sourcesOf(args: readonly string[]): readonly string[] {
  const isSource = (argument: string): boolean =>
    /^--(redis|supabase|supabase-key|live|seed)(=|$)/.test(argument);
  return args.filter(
    (argument, at) => isSource(argument) || (at > 0 && isSource(args[at - 1]!) && !argument.startsWith('--')),
  );
}

function report(facts: Parameters<typeof seedText>[0], values: OptionValues, { stdout }: Context): void {
  stdout.write(values.has('json') ? `${JSON.stringify(facts)}\n` : seedText(facts, stdout));
}
